import type { Catalogue } from '../catalogue.ts';

/** Mail: what letters say, everybody's choice, and the office's list of letters. */
export const mailTexts = {
  'mail.several': { 'zh-CN': '{count} 条新消息', en: '{count} new notices' },
  'mail.more': { 'zh-CN': '另有 {count} 条，见消息页。', en: '{count} more in the inbox.' },
  'mail.inboxAt': { 'zh-CN': '全部消息：{address}', en: 'Your inbox: {address}' },
  'mail.changeAt': { 'zh-CN': '更改邮件通知方式：{address}', en: 'Choose how often you get mail: {address}' },

  'mail.settings': { 'zh-CN': '邮件通知', en: 'Mail' },
  'mail.lead': {
    'zh-CN': '站内消息也可以发到您的邮箱。短时间内的多条消息合为一封。',
    en: 'What is new in your inbox can be mailed to you as well. Several notices within a short time make one letter.',
  },
  'mail.notConfigured': {
    'zh-CN': '本站尚未配置邮件服务器，目前不发邮件。消息都在消息页里。',
    en: 'This site has no mail server configured and sends no mail. All notices are in the inbox.',
  },
  'mail.email': { 'zh-CN': '电子邮箱', en: 'E-mail' },
  'mail.emailHint': { 'zh-CN': '只填一个地址；留空则不发邮件。', en: 'One address; leave it empty to get no mail.' },
  'mail.choice': { 'zh-CN': '多久一封', en: 'How often' },
  'mail.choiceHint': {
    'zh-CN': '“及时”：平静一段时间后的第一条两分钟内发出，此后每小时最多一封。',
    en: 'At once: the first notice after a quiet time goes out within minutes, then one letter an hour at most.',
  },
  'mail.choice.at-once': { 'zh-CN': '及时', en: 'At once' },
  'mail.choice.daily': { 'zh-CN': '每天一封（早上 8 点）', en: 'Once a day (8 in the morning)' },
  'mail.choice.never': { 'zh-CN': '不发邮件', en: 'Never' },
  'mail.saved': { 'zh-CN': '邮件通知方式已保存。', en: 'Your choice is saved.' },

  'mail.title': { 'zh-CN': '邮件发送情况', en: 'Letters sent' },
  'mail.listLead': {
    'zh-CN': '发送失败的邮件会重试，间隔逐次加长；多次失败或被拒收后不再重试，列在这里。',
    en: 'A letter that fails is tried again after longer and longer pauses. One that failed too often or was refused is given up and stands here.',
  },
  'mail.which': { 'zh-CN': '显示哪些', en: 'Which to show' },
  'mail.state.dead': { 'zh-CN': '未能送达', en: 'Given up' },
  'mail.state.waiting': { 'zh-CN': '待发送', en: 'Waiting' },
  'mail.state.sent': { 'zh-CN': '已发送', en: 'Sent' },
  'mail.none.dead': { 'zh-CN': '没有未能送达的邮件。', en: 'No letter was given up.' },
  'mail.none.waiting': { 'zh-CN': '没有待发送的邮件。', en: 'No letter is waiting.' },
  'mail.none.sent': { 'zh-CN': '还没有发送过邮件。', en: 'No letter was sent yet.' },
  'mail.to': { 'zh-CN': '收件人', en: 'To' },
  'mail.made': { 'zh-CN': '生成时间', en: 'Made' },
  'mail.sentAt': { 'zh-CN': '发送时间', en: 'Sent' },
  'mail.tries': { 'zh-CN': '尝试次数', en: 'Tries' },
  'mail.trouble': { 'zh-CN': '服务器答复', en: 'What went wrong' },
  'mail.retry': { 'zh-CN': '重新发送', en: 'Try again' },
  'mail.retried': { 'zh-CN': '将重新发送。', en: 'It will be tried again.' },
  'deed.mail.retried': { 'zh-CN': '重新发送邮件', en: 'let a letter be tried again' },
} as const satisfies Catalogue;
