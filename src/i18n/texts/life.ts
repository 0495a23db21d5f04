import type { Catalogue } from '../catalogue.ts';

/** The states of an assessment, the steps between them, and what stands in their way. */
export const lifeTexts = {
  'life.steps': { 'zh-CN': '评价进程', en: 'Course of the assessment' },
  'life.now': { 'zh-CN': '当前', en: 'now' },
  'life.done': { 'zh-CN': '已过', en: 'done' },
  'life.skipped': { 'zh-CN': '无须整改', en: 'not needed' },
  'life.next': { 'zh-CN': '下一步', en: 'What comes next' },
  'life.other': { 'zh-CN': '其他操作', en: 'Other steps' },
  'life.history': { 'zh-CN': '已走过的步骤', en: 'Steps taken' },
  'life.byAt': { 'zh-CN': '{name}，{time}', en: '{name}, {time}' },
  'life.reasonGiven': { 'zh-CN': '原因：{reason}', en: 'Reason: {reason}' },
  'life.stoppedNote': { 'zh-CN': '评价已中止。原因：{reason}', en: 'The assessment was stopped. Reason: {reason}' },
  'life.stoppedShort': { 'zh-CN': '已中止', en: 'Stopped' },

  'life.step.begin': { 'zh-CN': '开始审核', en: 'Begin audit' },
  'life.step.replan': { 'zh-CN': '退回策划', en: 'Back to planning' },
  'life.step.closeRating': { 'zh-CN': '结束评定', en: 'Close rating' },
  'life.step.reopenRating': { 'zh-CN': '重新打开评定', en: 'Reopen rating' },
  'life.step.report': { 'zh-CN': '报告结果', en: 'Report result' },
  'life.step.finish': { 'zh-CN': '完成评价', en: 'Finish assessment' },
  'life.step.stop': { 'zh-CN': '中止评价', en: 'Stop assessment' },

  'life.says.planned': {
    'zh-CN': '确定日期、场所和审核组后，开始审核即可评定。',
    en: 'Settle dates, sites and team, then begin the audit: rating opens.',
  },
  'life.says.in-progress': {
    'zh-CN': '审核组逐条评定、收集证据、记录发现。',
    en: 'The team rates clause by clause, collects evidence and states findings.',
  },
  'life.says.findings-open': {
    'zh-CN': '评定已结束，受评价方整改不符合，审核组验证。',
    en: 'Rating is closed. The company corrects what was found, the team verifies it.',
  },
  'life.says.reported': {
    'zh-CN': '结果已告知受评价方，待组长签字完成。',
    en: 'The company has the result. The lead auditor signs the assessment off.',
  },
  'life.says.finished': { 'zh-CN': '评价已完成，内容已锁定。', en: 'The assessment is finished and locked.' },
  'life.says.stopped': {
    'zh-CN': '评价已中止，已有内容保留并锁定。',
    en: 'The assessment was stopped. What there was is kept and locked.',
  },

  'life.short.leader': { 'zh-CN': '尚未指定组长', en: 'a lead auditor' },
  'life.short.rating': { 'zh-CN': '还有 {count} 条未评定', en: '{count} {count:clause|clauses} not rated yet' },
  'life.short.unclosed': { 'zh-CN': '还有 {count} 项发现未关闭', en: '{count} {count:finding|findings} not closed yet' },

  'life.obstacle.leader': {
    'zh-CN': '还没有指定组长，请先在评价安排中指定。',
    en: 'There is no lead auditor yet. Name one in the arrangements first.',
  },
  'life.obstacle.rated': {
    'zh-CN': '已有条款评定，不能退回策划。',
    en: 'Clauses are rated already; the audit cannot go back to planning.',
  },
  'life.obstacle.missing': {
    'zh-CN': '内容还不齐全，缺少的列在下面。',
    en: 'It cannot be finished yet. What is missing is listed below.',
  },
  'life.obstacle.unclosed': {
    'zh-CN': '还有须整改的发现没有关闭。',
    en: 'Findings that the company must answer are not closed yet.',
  },
  'life.obstacle.told': {
    'zh-CN': '已有发现告知受评价方，评定不能再打开。',
    en: 'The company has been told of findings; rating stays closed.',
  },

  'assessments.locked.planned': {
    'zh-CN': '评价 {number} 还在策划，尚未开始审核。',
    en: 'Assessment {number} is still planned; it has not begun.',
  },
  'assessments.locked.in-progress': {
    'zh-CN': '评价 {number} 正在评定，现在不能这样做。',
    en: 'Assessment {number} is being rated; this cannot be done now.',
  },
  'assessments.locked.findings-open': {
    'zh-CN': '评价 {number} 的评定已结束，正在整改，现在不能这样做。',
    en: 'Rating of {number} is closed and its findings are being dealt with; this cannot be done now.',
  },
  'assessments.locked.reported': {
    'zh-CN': '评价 {number} 的结果已报告，不能再修改。',
    en: 'Assessment {number} is reported and can no longer be changed.',
  },
  'assessments.locked.finished': {
    'zh-CN': '评价 {number} 已完成，不能再修改。',
    en: 'Assessment {number} is finished and can no longer be changed.',
  },
  'assessments.locked.stopped': {
    'zh-CN': '评价 {number} 已中止，不能再修改。',
    en: 'Assessment {number} was stopped and can no longer be changed.',
  },

  'life.page.missingLead': {
    'zh-CN': '还缺 {count} 项，补齐后才能继续。',
    en: '{count} {count:thing is|things are} missing before it can go on.',
  },
  'life.page.unclosedLead': {
    'zh-CN': '还有 {count} 项须整改的发现没有关闭。',
    en: '{count} {count:finding|findings} that the company must answer {count:is|are} not closed yet.',
  },
  'life.page.toFindings': { 'zh-CN': '查看审核发现', en: 'View findings' },
  'life.page.ready.closeRating': {
    'zh-CN': '各条款均已评定，必需的理由和证据齐全。',
    en: 'Every clause is rated; reasons and evidence are complete.',
  },
  'life.page.ready.report': { 'zh-CN': '须整改的发现均已关闭。', en: 'Every finding that had to be answered is closed.' },
  'life.page.ready.finish': {
    'zh-CN': '结果已报告，请组长确认后签字完成。',
    en: 'The result is reported. The lead auditor signs it off.',
  },
  'life.page.willBe.closeRating': { 'zh-CN': '审核时的结果', en: 'The result as found' },
  'life.page.willBe.report': { 'zh-CN': '整改后的结果', en: 'The result after correction' },
  'life.page.willBe.finish': { 'zh-CN': '评价结果', en: 'The result' },
  'life.page.means.closeRating': { 'zh-CN': '结束评定意味着', en: 'What closing the rating means' },
  'life.page.means.report': { 'zh-CN': '报告结果意味着', en: 'What reporting means' },
  'life.page.means.finish': { 'zh-CN': '完成评价意味着', en: 'What finishing means' },
  'life.page.closesRatings': {
    'zh-CN': '评定、证据和发现按此刻的内容冻结，作为审核时的结果保存。',
    en: 'Ratings, evidence and findings are frozen and kept as the result as found.',
  },
  'life.page.opensFindings': {
    'zh-CN': '有 {count} 项发现须由受评价方整改，评价进入整改阶段。',
    en: '{count} {count:finding has|findings have} to be answered by the company; the assessment waits for that.',
  },
  'life.page.skipsFindings': {
    'zh-CN': '没有须整改的发现，结果随即报告受评价方。',
    en: 'No finding has to be answered, so the result is reported to the company at once.',
  },
  'life.page.reportKeeps': {
    'zh-CN': '整改后的得分和等级按此刻的内容保存，与审核时的结果并列。',
    en: 'Score and grade after correction are kept beside the result as found.',
  },
  'life.page.signsOff': {
    'zh-CN': '组长签字确认，评价到此结束。',
    en: 'The lead auditor signs; the assessment ends here.',
  },

  'life.reason': { 'zh-CN': '原因', en: 'Reason' },
  'life.reasonHint.reopenRating': {
    'zh-CN': '写明为什么重新评定；保存的审核时结果将作废。',
    en: 'Say why rating is opened again. The result as found that was kept is dropped.',
  },
  'life.reasonHint.stop': {
    'zh-CN': '写明中止的原因，会写进报告，受评价方可见。',
    en: 'Say why it is stopped. The report prints it and the company sees it.',
  },
  'life.reasonNote.reopenRating': {
    'zh-CN': '只有在受评价方尚未被告知任何发现时才能这样做。',
    en: 'This is possible only while the company has been told of no finding.',
  },
  'life.reasonNote.stop': {
    'zh-CN': '中止后不能恢复；此前的评定、证据和发现保留，仍可出具报告。',
    en: 'A stopped assessment cannot be resumed. Ratings, evidence and findings are kept, and a report can still be printed.',
  },

  'life.done.begin': { 'zh-CN': '审核 {number} 已开始，可以评定。', en: 'Audit {number} has begun. Rating is open.' },
  'life.done.replan': { 'zh-CN': '审核 {number} 已退回策划。', en: 'Audit {number} is planned again.' },
  'life.done.closeRating': { 'zh-CN': '审核 {number} 的评定已结束。', en: 'The rating of {number} is closed.' },
  'life.done.reopenRating': { 'zh-CN': '审核 {number} 的评定已重新打开。', en: 'The rating of {number} is open again.' },
  'life.done.report': { 'zh-CN': '审核 {number} 的结果已报告。', en: 'The result of {number} is reported.' },
  'life.done.finish': { 'zh-CN': '评价 {number} 已完成。', en: 'Assessment {number} is finished.' },
  'life.done.stop': { 'zh-CN': '评价 {number} 已中止。', en: 'Assessment {number} is stopped.' },

  'life.notice.begun': { 'zh-CN': '审核 {number} 已开始，可以评定。', en: 'Audit {number} has begun; rating is open.' },
  'life.notice.ratingClosed': { 'zh-CN': '审核 {number} 的评定已结束。', en: 'The rating of {number} is closed.' },
  'life.notice.ratingReopened': { 'zh-CN': '审核 {number} 的评定已重新打开。', en: 'The rating of {number} is open again.' },
  'life.notice.reported': { 'zh-CN': '审核 {number} 的结果已报告。', en: 'The result of {number} is reported.' },
  'life.notice.stopped': { 'zh-CN': '审核 {number} 已中止。', en: 'Audit {number} was stopped.' },
} as const satisfies Catalogue;
