import type { Catalogue } from '../catalogue.ts';

/** Variants, profiles and parts of criteria, wherever they are chosen or shown. */
export const choiceTexts = {
  'choices.variant': { 'zh-CN': '企业类型', en: 'Kind of enterprise' },
  'choices.variantHint': {
    'zh-CN': '决定适用哪些条款、各占多少分。评价开始后不能更改。',
    en: 'Decides which clauses apply and what they are worth. It cannot be changed once the assessment has begun.',
  },
  'choices.profile': { 'zh-CN': '评价方案', en: 'Extent' },
  'choices.profileHint': {
    'zh-CN': '决定评价的深浅。评价开始后不能更改。',
    en: 'Decides how much is looked at. It cannot be changed once the assessment has begun.',
  },
  'choices.count': { 'zh-CN': '{title}：{count} 条', en: '{title}: {count} {count:clause|clauses}' },
  'choices.countAlone': { 'zh-CN': '评定 {count} 条', en: '{count} rated {count:clause|clauses}' },
  'choices.forKinds': { 'zh-CN': '用于{kinds}', en: 'For: {kinds}' },
  'choices.notForKind': {
    'zh-CN': '这个评价方案不用于所选的评价类型，请另选方案或评价类型。',
    en: 'This extent is not meant for that kind of assessment. Choose another extent or another kind.',
  },
  'choices.source': { 'zh-CN': '准则全文的内容校验值', en: 'Content hash of the whole version' },
  'choices.copy': { 'zh-CN': '本次评价所用条款的内容校验值', en: 'Content hash of what applies here' },
  'choices.all': { 'zh-CN': '准则全文', en: 'The whole version' },
  'choices.show': { 'zh-CN': '查看', en: 'Show' },
  'choices.table': { 'zh-CN': '各企业类型与评价方案的条款数', en: 'Clauses by kind of enterprise and extent' },
  'choices.onlyIn': { 'zh-CN': '仅用于：{names}', en: 'Only in: {names}' },
  'choices.pointsIn': { 'zh-CN': '{name} {points} 分', en: '{name}: {points}' },
  'choices.wholeNote': {
    'zh-CN': '这里是全部条款。开始评价时选定企业类型和评价方案，只评其中适用的条款。',
    en: 'This is everything. When an assessment starts, a kind of enterprise and an extent are chosen, and only what applies is rated.',
  },
  'choices.chosenNote': {
    'zh-CN': '只列出在“{choice}”中适用的条款和分值。',
    en: 'Only the clauses and points that apply to “{choice}”.',
  },
  'choices.condition': { 'zh-CN': '{condition}（仅用于{names}）', en: '{condition} (only in {names})' },

  'parts.title': { 'zh-CN': '评价的组成部分', en: 'Parts' },
  'parts.part': { 'zh-CN': '部分', en: 'Part' },
  'parts.weight': { 'zh-CN': '权重', en: 'Weight' },
  'parts.clauses': { 'zh-CN': '包含', en: 'Covers' },
  'parts.methods': { 'zh-CN': '方法', en: 'Methods' },
  'parts.minimum': { 'zh-CN': '最低得分率', en: 'Minimum rate' },
  'parts.score': { 'zh-CN': '部分得分', en: 'Score of the part' },
  'parts.obtained': { 'zh-CN': '实得 / 适用', en: 'Obtained / applicable' },
  'parts.rate': { 'zh-CN': '得分率', en: 'Rate' },
  'parts.adds': { 'zh-CN': '计入总分', en: 'Adds to the score' },
  'parts.formula': {
    'zh-CN': '每个部分先单独计分：实得分 ÷ 适用分 × 满分；总分是各部分得分按权重的加权平均。整个部分不适用时，其权重不计。',
    en: 'Each part is scored by itself: points obtained ÷ applicable × full marks; the score is the mean of the parts by their weights. A part that does not apply at all leaves with its weight.',
  },
  'parts.notApplicable': { 'zh-CN': '不适用', en: 'Not applicable' },
  'parts.dates': { 'zh-CN': '时间', en: 'Dates' },
  'parts.from': { 'zh-CN': '开始', en: 'From' },
  'parts.to': { 'zh-CN': '结束', en: 'To' },
  'parts.members': { 'zh-CN': '人员', en: 'People' },
  'parts.wholeTeam': { 'zh-CN': '全体组员', en: 'The whole team' },
  'parts.asWhole': { 'zh-CN': '同整个评价', en: 'As the whole assessment' },
  'parts.onlyHere': { 'zh-CN': '仅此部分', en: 'this part only' },
  'parts.edit': { 'zh-CN': '安排各部分', en: 'Arrange the parts' },
  'parts.editHint': {
    'zh-CN': '每个部分可以有自己的起止日期和人员。日期留空，按整个评价的日期；不选人员，由全体组员负责。',
    en: 'Each part can have its own dates and people. Leave the dates empty for those of the whole assessment; name nobody for the whole team.',
  },
  'parts.bothDays': { 'zh-CN': '起止日期要同时填写，或者都不填。', en: 'Give both days, or neither.' },
  'parts.order': { 'zh-CN': '结束日期不能早于开始日期。', en: 'The last day cannot be before the first.' },
  'parts.outside': {
    'zh-CN': '日期应在整个评价的 {from} 至 {to} 之内。',
    en: 'The days lie within the whole assessment, {from} to {to}.',
  },
  'parts.notInTeam': {
    'zh-CN': '所选人员已不在组内，请重新选择。',
    en: 'Somebody chosen is no longer in the team. Choose again.',
  },
  'parts.changed': {
    'zh-CN': '在您填写时，别人已经更改了安排。下面是您填写的内容；请先核对现在的安排，再次保存会以您的内容为准。',
    en: 'Somebody else changed this while you were filling it in. What you entered is below; compare it with what stands now. Saving again keeps yours.',
  },
  'parts.standing': { 'zh-CN': '现在的安排', en: 'What stands now' },
  'parts.saved': { 'zh-CN': '已保存各部分的安排。', en: 'The arrangements of the parts are saved.' },
} as const satisfies Catalogue;
