import type { Catalogue } from '../catalogue.ts';

/** What people are told of findings, and what the history of one says. */
export const findingNewsTexts = {
  'findings.notice.answerSoon': { 'zh-CN': '发现 {number} 应在 {day} 前答复', en: 'The answer to {number} is due on {day}' },
  'findings.notice.answerOverdue': {
    'zh-CN': '发现 {number} 的答复已逾期（{day}）',
    en: 'The answer to {number} is overdue since {day}',
  },
  'findings.notice.correctionSoon': {
    'zh-CN': '发现 {number} 应在 {day} 前完成整改并提交证据',
    en: 'The correction of {number} has to be proven by {day}',
  },
  'findings.notice.correctionOverdue': {
    'zh-CN': '发现 {number} 的整改已逾期（{day}）',
    en: 'The correction of {number} is overdue since {day}',
  },
  'findings.notice.verifySoon': {
    'zh-CN': '发现 {number} 的整改期限是 {day}，企业提交的内容待您处理',
    en: '{number} has to be corrected by {day}; what the company handed in waits for you',
  },
  'findings.notice.verifyOverdue': {
    'zh-CN': '发现 {number} 已过整改期限（{day}），企业提交的内容仍待您处理',
    en: '{number} had to be corrected by {day}; what the company handed in still waits for you',
  },
  'findings.happened.issue': { 'zh-CN': '告知受评价方', en: 'Told the company' },
  'findings.happened.answer': { 'zh-CN': '提交答复', en: 'Answered' },
  'findings.happened.accept': { 'zh-CN': '接受答复', en: 'Answer accepted' },
  'findings.happened.sendBack': { 'zh-CN': '退回', en: 'Returned' },
  'findings.happened.implement': { 'zh-CN': '提交整改证据', en: 'Proof handed in' },
  'findings.happened.verify': { 'zh-CN': '验证效果', en: 'Effect verified' },
  'findings.happened.close': { 'zh-CN': '关闭', en: 'Closed' },
  'findings.happened.withdraw': { 'zh-CN': '撤销', en: 'Withdrawn' },
  'findings.happened.comment': { 'zh-CN': '发表意见', en: 'Commented' },
  'findings.happened.askTime': { 'zh-CN': '申请延期', en: 'More time asked for' },
  'findings.happened.giveTime': { 'zh-CN': '同意延期', en: 'More time granted' },
  'findings.happened.refuseTime': { 'zh-CN': '不同意延期', en: 'More time refused' },
  'findings.notice.issuedAll': {
    'zh-CN': '审核 {number} 有 {count} 项发现告知贵方。',
    en: '{count} {count:finding|findings} of {number} for you.',
  },
  'findings.notice.issue': { 'zh-CN': '发现 {number} 告知贵方。', en: 'Finding {number} for you.' },
  'findings.notice.answer': { 'zh-CN': '发现 {number} 已答复。', en: 'Finding {number} was answered.' },
  'findings.notice.accept': { 'zh-CN': '发现 {number} 的答复已被接受。', en: 'Your answer to {number} is accepted.' },
  'findings.notice.sendBack': { 'zh-CN': '发现 {number} 被退回，请补充。', en: 'Finding {number} was returned to you.' },
  'findings.notice.implement': { 'zh-CN': '发现 {number} 已提交整改证据。', en: 'Proof for {number} was handed in.' },
  'findings.notice.verify': { 'zh-CN': '发现 {number} 的整改效果已验证。', en: 'The effect of {number} is verified.' },
  'findings.notice.close': { 'zh-CN': '发现 {number} 已关闭。', en: 'Finding {number} is closed.' },
  'findings.notice.withdraw': { 'zh-CN': '发现 {number} 已撤销。', en: 'Finding {number} is withdrawn.' },
  'findings.notice.comment': { 'zh-CN': '对发现 {number} 有意见。', en: 'There is a comment on {number}.' },
  'findings.notice.askTime': { 'zh-CN': '发现 {number} 申请延期。', en: 'More time is asked for {number}.' },
  'findings.notice.giveTime': { 'zh-CN': '发现 {number} 已同意延期。', en: 'More time is granted for {number}.' },
  'findings.notice.refuseTime': { 'zh-CN': '发现 {number} 未同意延期。', en: 'More time is refused for {number}.' },
} as const satisfies Catalogue;
