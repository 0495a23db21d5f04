import type { Catalogue } from '../catalogue.ts';

/** Statements of impartiality. */
export const independenceTexts = {
  'independence.title': { 'zh-CN': '公正性声明', en: 'Statement of impartiality' },
  'independence.all': { 'zh-CN': '审核组的公正性声明', en: 'Statements of impartiality of the team' },
  'independence.lead': {
    'zh-CN': '审核开始前，审核组每个人都要声明与受审核组织的关系。签署后才能评定、提交证据和作出判断。',
    en: 'Before an audit everybody in the team states their ties to the organization. Only then can they rate, hand in evidence or judge.',
  },
  'independence.for': {
    'zh-CN': '{name}，{role}，{organization}，{from} 至 {to}',
    en: '{name}, {role}, for {organization}, {from} to {to}',
  },
  'independence.question.employment': {
    'zh-CN': '您现在或过去两年内在该组织任职吗？',
    en: 'Do you work for this organization, or did you within the last two years?',
  },
  'independence.question.consulting': {
    'zh-CN': '过去两年内，您为该组织提供过咨询、培训或内部审核吗？',
    en: 'Within the last two years, did you advise this organization, train its people or audit it on its own behalf?',
  },
  'independence.question.family': {
    'zh-CN': '您有近亲属在该组织任职或对其有影响吗？',
    en: 'Does somebody of your family work for this organization or have a say in it?',
  },
  'independence.question.finance': {
    'zh-CN': '您与该组织有经济利益关系吗（股权、借款、佣金等）？',
    en: 'Do you have a financial interest in this organization, such as shares, loans or commissions?',
  },
  'independence.question.other': {
    'zh-CN': '还有其他可能影响公正性的情况吗？',
    en: 'Is there anything else that could make you, or seem to make you, less than impartial?',
  },
  'independence.short.employment': { 'zh-CN': '任职', en: 'Employment' },
  'independence.short.consulting': { 'zh-CN': '咨询', en: 'Consulting' },
  'independence.short.family': { 'zh-CN': '亲属', en: 'Family' },
  'independence.short.finance': { 'zh-CN': '经济利益', en: 'Finance' },
  'independence.short.other': { 'zh-CN': '其他', en: 'Other' },
  'independence.yes': { 'zh-CN': '是', en: 'Yes' },
  'independence.no': { 'zh-CN': '否', en: 'No' },
  'independence.why': { 'zh-CN': '说明', en: 'Explanation' },
  'independence.whyHint': { 'zh-CN': '回答“是”时必填。', en: 'Needed for a yes.' },
  'independence.answer': { 'zh-CN': '请回答“是”或“否”。', en: 'Answer yes or no.' },
  'independence.explain': { 'zh-CN': '回答“是”时请说明情况。', en: 'Explain what the yes is about.' },
  'independence.sign': { 'zh-CN': '签署声明', en: 'Sign statement' },
  'independence.signAgain': { 'zh-CN': '签署新的声明', en: 'Sign a new statement' },
  'independence.signedName': { 'zh-CN': '签名', en: 'Signature' },
  'independence.signedNameHint': {
    'zh-CN': '填写本人姓名“{name}”，即表示以上内容属实，情况变化时会重新声明。',
    en: 'Write your own name, “{name}”. With it you confirm the above and promise a new statement when something changes.',
  },
  'independence.ownName': {
    'zh-CN': '签名与您的姓名不符，请填写“{name}”。',
    en: 'This is not your name. Write “{name}”.',
  },
  'independence.signed': { 'zh-CN': '声明已签署，可以开始工作。', en: 'The statement is signed; you can begin to work.' },
  'independence.signedConflict': {
    'zh-CN': '声明已签署。申报的情况由办公室裁定，裁定前您还不能评定。',
    en: 'The statement is signed. The office rules on what you declared; until then you cannot rate.',
  },
  'independence.state.missing': { 'zh-CN': '未签署', en: 'Not signed' },
  'independence.state.clear': { 'zh-CN': '无冲突', en: 'No conflict' },
  'independence.state.conflict': { 'zh-CN': '待裁定', en: 'Waits for ruling' },
  'independence.state.accepted': { 'zh-CN': '已接受', en: 'Accepted' },
  'independence.state.removed': { 'zh-CN': '已调离', en: 'Removed' },
  'independence.waits': {
    'zh-CN': '您申报了利益冲突，正等待办公室裁定。裁定前不能评定；情况有变可签署新的声明。',
    en: 'You declared a conflict of interest; the office has to rule on it. Until then you cannot rate. If things have changed, sign a new statement.',
  },
  'independence.declareFirst': {
    'zh-CN': '您还没有有效的公正性声明。请先在本次审核的页面签署声明，再进行评定、提交或判断；已申报冲突的，请等待办公室裁定。',
    en: 'You have no valid statement of impartiality in this audit. Sign it on the page of the audit before you rate, hand in or judge anything; if you declared a conflict, wait for the ruling of the office.',
  },
  'independence.cannotRate': {
    'zh-CN': '还不能评定：您在本次审核中没有有效的公正性声明。',
    en: 'You cannot rate yet: you have no valid statement of impartiality in this audit.',
  },
  'independence.toStatement': { 'zh-CN': '签署公正性声明', en: 'Sign statement of impartiality' },
  'independence.history': { 'zh-CN': '签署记录', en: 'History' },
  'independence.signedOn': { 'zh-CN': '{name}签署于 {time}', en: 'Signed {time} by {name}' },
  'independence.superseded': { 'zh-CN': '已被新声明取代', en: 'superseded' },
  'independence.allNo': { 'zh-CN': '各项均为“否”', en: 'every answer no' },
  'independence.missingCount': {
    'zh-CN': '{count} 人未签署。',
    en: '{count} {count:person has|people have} not signed.',
  },
  'independence.ask': { 'zh-CN': '提醒签署', en: 'Remind them' },
  'independence.asked': { 'zh-CN': '已提醒 {count} 人。', en: 'Reminded {count} {count:person|people}.' },
  'independence.rule': { 'zh-CN': '裁定', en: 'Rule on it' },
  'independence.ruling': { 'zh-CN': '裁定', en: 'Ruling' },
  'independence.accept': { 'zh-CN': '接受，并采取措施', en: 'Accept, with measures' },
  'independence.removePerson': { 'zh-CN': '调离审核组', en: 'Remove from the team' },
  'independence.reason': { 'zh-CN': '理由', en: 'Reason' },
  'independence.measures': { 'zh-CN': '措施', en: 'Measures' },
  'independence.measuresHint': {
    'zh-CN': '接受时必填，如不参与某部分、由组长复核。',
    en: 'Needed when accepting, such as: takes no part in a section, the leader reviews.',
  },
  'independence.measuresNeeded': { 'zh-CN': '接受冲突时请写明措施。', en: 'Say which measures make it acceptable.' },
  'independence.ruledBy': { 'zh-CN': '{name}裁定于 {time}', en: 'Ruled {time} by {name}' },
  'independence.ruled': { 'zh-CN': '裁定已保存。', en: 'The ruling is saved.' },
  'independence.notOwn': { 'zh-CN': '不能裁定自己的声明。', en: 'Nobody rules on their own statement.' },
  'independence.ruledAlready': {
    'zh-CN': '该声明没有待裁定的冲突，或已经裁定。',
    en: 'This statement has no conflict that waits for a ruling.',
  },
  'independence.onlyOffice': { 'zh-CN': '由办公室裁定。', en: 'The office rules on it.' },
  'independence.former': { 'zh-CN': '已离开审核组的人员', en: 'People who left the team' },
  'independence.noticeAssigned': {
    'zh-CN': '您被安排参加 {organization} 的审核 {number}，请签署公正性声明。',
    en: 'You are in the team of audit {number} of {organization}. Please sign the statement of impartiality.',
  },
  'independence.noticeAsked': {
    'zh-CN': '请签署审核 {number} 的公正性声明。',
    en: 'Please sign the statement of impartiality for audit {number}.',
  },
  'independence.noticeConflict': {
    'zh-CN': '{name}在审核 {number} 中申报了利益冲突，请裁定。',
    en: '{name} declared a conflict of interest in audit {number}. Please rule on it.',
  },
  'independence.declaredIn': {
    'zh-CN': '在审核 {number} 中申报，同一组织的其他审核同样适用。',
    en: 'Declared in audit {number}; it holds in every audit of the organization.',
  },
  'independence.saidElsewhere': {
    'zh-CN':
      '您在该组织的审核 {number} 中（{day}）对此项回答了“是”。两年内的冲突在同一组织的每次审核中都要申报；如情况已消除，请先在 {number} 中签署新的声明，或在此回答“是”并说明。',
    en: 'You answered yes to this in audit {number} of the same organization on {day}. A conflict is declared in every audit of the organization for two years. If it is over, sign a new statement in {number} first, or answer yes here and explain.',
  },
  'independence.noticeVoided': {
    'zh-CN': '审核 {number} 的日期已变更，您在同一组织另一次审核中申报的情况重新适用；请重新签署公正性声明。',
    en: 'The dates of audit {number} changed: what you declared in another audit of the organization binds again. Please sign the statement of impartiality again.',
  },
  'independence.noticeAccepted': {
    'zh-CN': '审核 {number} 中您申报的情况已被接受，可以开始工作。',
    en: 'What you declared in audit {number} was accepted; you can begin to work.',
  },
} as const satisfies Catalogue;
