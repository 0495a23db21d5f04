import type { Catalogue } from '../catalogue.ts';

/** For how long what is kept, and legal holds. */
export const retentionTexts = {
  'deed.retention.set': { 'zh-CN': '设定保存期', en: 'set a period of keeping' },
  'deed.retention.confirmed': { 'zh-CN': '确认保存期生效', en: 'let a period of keeping take effect' },
  'deed.retention.applied': { 'zh-CN': '保存期满，已删除', en: 'removed what had had its period' },
  'deed.trail.cut': { 'zh-CN': '删除到期的操作记录', en: 'removed the oldest entries of the audit trail' },
  'deed.hold.set': { 'zh-CN': '设置法律保全', en: 'set a legal hold' },
  'deed.hold.lifted': { 'zh-CN': '解除法律保全', en: 'lifted a legal hold' },
  'field.pieces': { 'zh-CN': '内容', en: 'what' },
  'field.about': { 'zh-CN': '对象', en: 'about' },
  'field.months': { 'zh-CN': '月数', en: 'months' },

  'retention.title': { 'zh-CN': '保存期与法律保全', en: 'Periods of keeping and legal holds' },
  'retention.navigation': { 'zh-CN': '保存期', en: 'Data keeping' },
  'retention.lead': {
    'zh-CN': '未设保存期的信息一直保存。设定后先看将删除哪些，确认后才生效；此后每六小时检查一次，到期即删除，并记入操作记录。',
    en: 'What has no period is kept for good. A period takes effect once you have seen what would go and agreed; from then on what has had its period goes every six hours, and the audit trail says so.',
  },
  'retention.period': { 'zh-CN': '保存期', en: 'Period' },
  'retention.state': { 'zh-CN': '状态', en: 'State' },
  'retention.state.kept': { 'zh-CN': '一直保存', en: 'Kept' },
  'retention.state.unconfirmed': { 'zh-CN': '待确认', en: 'To be confirmed' },
  'retention.state.in-force': { 'zh-CN': '生效', en: 'In force' },
  'retention.due': { 'zh-CN': '现在到期', en: 'Due now' },
  'retention.held': { 'zh-CN': '因保全保留', en: 'Held' },
  'retention.forGood': { 'zh-CN': '不限', en: 'For good' },
  'retention.months': { 'zh-CN': '{months} 个月', en: '{months} {months:month|months}' },
  'retention.monthsField': { 'zh-CN': '保存期（月）', en: 'Period in months' },
  'retention.monthsHint': { 'zh-CN': '最短 {least} 个月；留空则一直保存。', en: 'At least {least}; empty: kept for good.' },
  'retention.tooShort': {
    'zh-CN': '这类信息至少保存 {least} 个月。',
    en: 'This is kept for {least} {least:month|months} at least.',
  },
  'retention.saved': { 'zh-CN': '已保存。', en: 'Saved.' },
  'retention.changedMeanwhile': {
    'zh-CN': '保存期刚被改动，请重新查看将删除哪些再确认。',
    en: 'The period was changed meanwhile. Look again at what would go, then confirm.',
  },
  'retention.nowInForce': { 'zh-CN': '保存期已生效。', en: 'The period is in force.' },
  'retention.preview': { 'zh-CN': '将删除哪些', en: 'What would go' },
  'retention.wouldGo': { 'zh-CN': '现在到期 {count} 项。', en: '{count} {count:piece|pieces} would go now.' },
  'retention.wouldStay': { 'zh-CN': '另有 {count} 项因法律保全保留。', en: '{count} more {count:is|are} kept by a legal hold.' },
  'retention.oldest': { 'zh-CN': '只列出最早的 {count} 项。', en: 'Only the oldest {count} are listed.' },
  'retention.item': { 'zh-CN': '内容', en: 'What' },
  'retention.ended': { 'zh-CN': '结束于', en: 'Ended' },
  'retention.confirmLead': {
    'zh-CN': '确认后，以上内容和今后到期的内容会被删除，不能恢复（备份除外）。',
    en: 'When you confirm, this goes, and so does what has its period later. Nothing but a backup brings it back.',
  },
  'retention.confirm': { 'zh-CN': '确认 {months} 个月并开始删除', en: 'Confirm {months} {months:month|months} and begin' },
  'retention.lastRun': { 'zh-CN': '上次检查：{when}。', en: 'Last applied {when}.' },
  'retention.neverRun': { 'zh-CN': '还没有检查过。', en: 'Not applied yet.' },

  'retention.evidence-files': { 'zh-CN': '证据文件', en: 'Files of evidence' },
  'retention.evidence-files.what': {
    'zh-CN': '从评价结束（或中止）算起。文件删除，证据条目、说明和评定保留。',
    en: 'From when the assessment was finished or stopped. The files go; the piece with its note, and the ratings, stay.',
  },
  'retention.packages': { 'zh-CN': '证据包', en: 'Evidence packages' },
  'retention.packages.what': {
    'zh-CN': '从生成算起。证据包是副本，可以重新生成。',
    en: 'From when they were made. They are copies, and can be made again while the files are there.',
  },
  'retention.assessments': { 'zh-CN': '整个评价', en: 'Whole assessments' },
  'retention.assessments.what': {
    'zh-CN': '从评价结束（或中止）算起，连同评定、证据、发现、结果和签发的文件。有证书、认证或其他评价以它为据的，不删除。',
    en: 'From when it was finished or stopped, with ratings, evidence, findings, result and issued papers. What a certificate, a certification or another assessment stands on stays.',
  },
  'retention.refused-cases': { 'zh-CN': '未获证的申请', en: 'Applications that led to nothing' },
  'retention.refused-cases.what': {
    'zh-CN': '被拒绝、驳回或撤回的申请，从最后一步算起，连同文件。',
    en: 'Refused, rejected and withdrawn ones, from their last step, with their papers.',
  },
  'retention.disputes': { 'zh-CN': '申诉与投诉', en: 'Appeals and complaints' },
  'retention.disputes.what': {
    'zh-CN': '从结案算起，连同投诉人的姓名和联系方式。',
    en: 'From when they were closed, with name and contact of who complained.',
  },
  'retention.notices': { 'zh-CN': '通知', en: 'Notices' },
  'retention.notices.what': {
    'zh-CN': '从发出算起，不论是否已读，连同邮件的发送记录。',
    en: 'From when they came, read or not, with the record of their mail.',
  },
  'retention.tasks': { 'zh-CN': '后台任务', en: 'Background work' },
  'retention.tasks.what': { 'zh-CN': '从结束算起。成果不受影响。', en: 'From when it ended. What came of it stays.' },
  'retention.trail': { 'zh-CN': '操作记录', en: 'Audit trail' },
  'retention.trail.what': {
    'zh-CN': '最早的记录，按年龄从头删除；其余的校验链仍完整，删除本身有记录。有任何法律保全时都不删除。',
    en: 'The oldest entries, from the beginning. The rest still verifies, and an entry tells of it. While there is any legal hold nothing goes.',
  },

  'holds.title': { 'zh-CN': '法律保全', en: 'Legal holds' },
  'holds.lead': {
    'zh-CN':
      '因诉讼、调查等须原样保存的企业或评价。保全期间，其评价、证据、申请、申诉不因到期删除，证据不能移除，审核组人员的个人信息不能删除。',
    en: 'Organizations and assessments that a lawsuit or an inquiry needs as they are. While held, nothing of their assessments, evidence, applications and appeals goes by age, evidence cannot be removed, and people of the team cannot be erased.',
  },
  'holds.none': { 'zh-CN': '没有法律保全。', en: 'There is no legal hold.' },
  'holds.about': { 'zh-CN': '企业或评价', en: 'Organization or assessment' },
  'holds.aboutHint': {
    'zh-CN': '企业全称，或评价编号。',
    en: 'The full name of an organization, or the number of an assessment.',
  },
  'holds.unknown': {
    'zh-CN': '没有名为“{about}”的企业，也没有这个编号的评价。',
    en: 'No organization is named “{about}”, and no assessment has that number.',
  },
  'holds.reason': { 'zh-CN': '原因', en: 'Reason' },
  'holds.reasonHint': { 'zh-CN': '例如案号、来函日期。', en: 'For example the file number, or the date of the letter.' },
  'holds.since': { 'zh-CN': '自', en: 'Since' },
  'holds.set': { 'zh-CN': '设置保全', en: 'Set the hold' },
  'holds.saved': { 'zh-CN': '已设置法律保全。', en: 'The hold is set.' },
  'holds.lift': { 'zh-CN': '解除', en: 'Lift' },
  'holds.lifted': { 'zh-CN': '这项保全已经解除。', en: 'That hold is lifted already.' },
  'holds.liftedNow': { 'zh-CN': '已解除法律保全。', en: 'The hold is lifted.' },
  'holds.held': {
    'zh-CN': '因法律保全（{reason}）不能移除。',
    en: 'A legal hold lies on this ({reason}): nothing can be removed.',
  },
  'evidence.fileGone': {
    'zh-CN': '文件“{name}”保存期满，已于 {when} 删除。',
    en: 'The file “{name}” had its period and was removed on {when}.',
  },
  'privacy.isHeld': {
    'zh-CN': '此人参与的评价在法律保全中：{numbers}。解除后才能删除。',
    en: 'Assessments in which the person has a part are under a legal hold: {numbers}. Erasing has to wait until it is lifted.',
  },
} as const satisfies Catalogue;
