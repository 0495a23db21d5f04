import type { Catalogue } from '../catalogue.ts';

/** The inbox, and what every feature may be told by. */
export const noticeTexts = {
  'notices.inbox': { 'zh-CN': '消息', en: 'Inbox' },
  'notices.which': { 'zh-CN': '显示哪些', en: 'Which to show' },
  'notices.unread': { 'zh-CN': '未读', en: 'Unread' },
  'notices.all': { 'zh-CN': '全部', en: 'All' },
  'notices.readAll': { 'zh-CN': '全部标为已读', en: 'Mark all as read' },
  'notices.none': {
    'zh-CN': '还没有消息。与您有关的事会出现在这里。',
    en: 'No notices yet. What concerns you will appear here.',
  },
  'notices.noneUnread': { 'zh-CN': '没有未读消息。', en: 'Nothing unread.' },
  'notices.general': { 'zh-CN': '其他', en: 'Other' },
  'notices.new': { 'zh-CN': '新消息', en: 'What is new' },
  'notices.toInbox': { 'zh-CN': '全部 {count} 条未读消息', en: 'All {count} unread' },
  'notices.cliAbout': { 'zh-CN': '消息与邮件', en: 'Notices and mail' },
  'notices.cliRun': {
    'zh-CN': '提醒到期事项并发送邮件一次（服务器运行时自动进行）',
    en: 'Remind of what is due and send mail once (a running server does it by itself)',
  },
  'notices.cliDone': {
    'zh-CN': '提醒 {told} 项，发出邮件 {sent} 封，失败 {failed} 封。',
    en: 'Reminded of {told}, sent {sent} {sent:letter|letters}, {failed} failed.',
  },
  'notices.outdated': { 'zh-CN': '较早版本的消息，请打开查看', en: 'A notice of an earlier version: open it to see' },
  'notices.assessmentSoon': { 'zh-CN': '评价 {number} 计划于 {day} 结束', en: 'Assessment {number} is to end on {day}' },
  'notices.assessmentOverdue': {
    'zh-CN': '评价 {number} 本应于 {day} 结束，仍在进行',
    en: 'Assessment {number} was to end on {day} and is still open',
  },
} as const satisfies Catalogue;
