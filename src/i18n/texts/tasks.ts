import type { Catalogue } from '../catalogue.ts';

/** Work that the server does beside the requests. */
export const taskTexts = {
  'tasks.title': { 'zh-CN': '后台任务', en: 'Background work' },
  'tasks.intro': {
    'zh-CN': '需要较长时间的工作在后台进行。可以离开本页，完成后会收到消息。',
    en: 'What takes long is done in the background. You can leave this page; a notice tells you when it is ready.',
  },
  'tasks.none': {
    'zh-CN': '还没有后台任务。出具文件、核对文件等会列在这里。',
    en: 'Nothing yet. Issuing documents and verifying files are listed here.',
  },
  'tasks.what': { 'zh-CN': '任务', en: 'Task' },
  'tasks.state': { 'zh-CN': '状态', en: 'State' },
  'tasks.asked': { 'zh-CN': '提出时间', en: 'Asked for' },
  'tasks.endedAt': { 'zh-CN': '结束时间', en: 'Ended' },
  'tasks.state.waiting': { 'zh-CN': '等待中', en: 'Waiting' },
  'tasks.state.running': { 'zh-CN': '进行中', en: 'Under way' },
  'tasks.state.done': { 'zh-CN': '已完成', en: 'Done' },
  'tasks.state.dead': { 'zh-CN': '未完成', en: 'Failed' },
  'tasks.state.cancelled': { 'zh-CN': '已取消', en: 'Cancelled' },
  'tasks.progress': { 'zh-CN': '进度', en: 'Progress' },
  'tasks.percent': { 'zh-CN': '{percent}%', en: '{percent}%' },
  'tasks.waitingNote': { 'zh-CN': '正在排队，很快开始。', en: 'In the queue; it begins soon.' },
  'tasks.cancelling': { 'zh-CN': '正在取消。', en: 'Being cancelled.' },
  'tasks.again': { 'zh-CN': '{time} 再试。', en: 'Tried again at {time}.' },
  'tasks.cancel': { 'zh-CN': '取消任务', en: 'Cancel the work' },
  'tasks.cancelAsked': { 'zh-CN': '已要求取消。', en: 'The work is being cancelled.' },
  'tasks.ended': { 'zh-CN': '任务已经结束，无法取消。', en: 'It has ended already and cannot be cancelled.' },
  'tasks.toOutcome': { 'zh-CN': '查看结果', en: 'See the outcome' },
  'tasks.deadNote': {
    'zh-CN': '多次尝试后仍未完成。请重新提出；若再次失败，请告知管理员。',
    en: 'It failed after several tries. Ask for it again; if that fails too, tell the administrator.',
  },
  'tasks.trouble.unexpected': {
    'zh-CN': '程序出错，详情见服务器日志。',
    en: 'The program failed; the log of the server says how.',
  },
  'tasks.trouble.silent': {
    'zh-CN': '执行任务的进程多次中断。',
    en: 'The process that worked on it broke off several times.',
  },
  'tasks.failedNotice': { 'zh-CN': '一项后台任务未能完成', en: 'A task in the background failed' },
  'tasks.outdated': { 'zh-CN': '较早版本的任务', en: 'A task of an earlier version' },
  'tasks.verifyFiles': { 'zh-CN': '核对全部文件', en: 'Verify all files' },
  'tasks.verifying': { 'zh-CN': '已核对 {checked} / {expected} 个文件', en: '{checked} of {expected} files verified' },
  'tasks.filesVerified': { 'zh-CN': '文件核对完毕：核对了 {checked} 个', en: 'The files were verified: {checked} of them' },
  'deed.task.cancelled': { 'zh-CN': '取消后台任务', en: 'cancelled background work' },
} as const satisfies Catalogue;
