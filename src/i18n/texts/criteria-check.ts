import type { Catalogue } from '../catalogue.ts';

/** What can be wrong with criteria: rules of the tree, of rating, grades, gates and overlays. */
export const criteriaCheckTexts = {
  'criteria.doubledId': {
    'zh-CN': '标识“{found}”已经用过，每个标识只能用一次。',
    en: 'The id “{found}” is already used; each id is used once.',
  },
  'criteria.doubledNumber': {
    'zh-CN': '编号“{found}”已经用于条款“{clause}”。',
    en: 'The number “{found}” is already that of the clause “{clause}”.',
  },
  'criteria.doubledEntry': { 'zh-CN': '“{found}”在列表中重复。', en: '“{found}” stands in the list twice.' },
  'criteria.doubledVersion': {
    'zh-CN': '另一个文件已经是“{id}”的 {version} 版。',
    en: 'Another file already is version {version} of “{id}”.',
  },
  'criteria.headcountsRise': {
    'zh-CN': '人数 {found} 应大于上一档的人数。',
    en: 'The headcount {found} must be above that of the band before.',
  },
  'criteria.daysFall': {
    'zh-CN': '人日 {found} 不能少于上一档。',
    en: '{found} person-days are fewer than those of the band before.',
  },
  'criteria.titleMissing': { 'zh-CN': '条款“{clause}”缺少 title（标题）。', en: 'The clause “{clause}” has no title.' },
  'criteria.pointsMissing': {
    'zh-CN': '条款“{clause}”缺少 points（分值）：上级把各子条款的分值相加。',
    en: 'The clause “{clause}” has no points: they are added up above it.',
  },
  'criteria.pointsDoNotAddUp': {
    'zh-CN': '各子条款的分值合计为 {found}，应等于本条款的 {needed}。',
    en: 'The points of its clauses add up to {found}; they must add up to its own {needed}.',
  },
  'criteria.pointsDoNotAddUpIn': {
    'zh-CN': '在 {choices} 中，各子条款的分值合计为 {found}，应等于本条款的 {needed}。',
    en: 'In {choices} the points of its clauses add up to {found}; they must add up to its own {needed}.',
  },
  'criteria.noPointsIn': {
    'zh-CN': '在 {choices} 中，所有条款的分值合计为 0，应大于 0。',
    en: 'In {choices} the points of all clauses add up to 0; they must be above 0.',
  },
  'criteria.choiceUnknown': {
    'zh-CN': '没有名为“{found}”的企业类型或评价方案。可以是：{allowed}。',
    en: 'There is no variant or profile “{found}”. Known: {allowed}.',
  },
  'criteria.noChoices': {
    'zh-CN': '本文件没有规定企业类型（variants）或评价方案（profiles），不能写“{found}”。',
    en: 'The file has no variants and no profiles, so “{found}” names nothing.',
  },
  'criteria.pointsAmbiguous': {
    'zh-CN': '在 {key} 中，“{first}”和“{second}”给出了不同的分值，不知以哪个为准。',
    en: 'In {key} both “{first}” and “{second}” apply and differ.',
  },
  'criteria.sayTogether': { 'zh-CN': '另写一行 {key}: 分值。', en: 'Add a line {key}: with the points there.' },
  'criteria.neverIn': {
    'zh-CN': '条款“{clause}”在任何企业类型和评价方案中都不会出现：only_in 与上级条款的 only_in 没有交集。',
    en: 'The clause “{clause}” is in no variant and profile: its only_in and those above it have nothing in common.',
  },
  'criteria.emptyIn': {
    'zh-CN': '在 {choices} 中，条款“{clause}”没有任何子条款。请给它写上 only_in，或者保留一条子条款。',
    en: 'In {choices} the clause “{clause}” has no clauses below it. Give it an only_in of its own, or keep one of them there.',
  },
  'criteria.notThereIn': {
    'zh-CN': '“{id}”在 {choices} 中不存在，这个条件在那里无从判断。请用 only_in 写明条件适用的范围。',
    en: '“{id}” is not there in {choices}, where the condition would say nothing. Say with only_in where it is meant.',
  },
  'criteria.sayOnlyIn': { 'zh-CN': '可以写成 {only}。', en: 'That would be {only}.' },
  'criteria.partClause': {
    'zh-CN': '“{id}”不是顶层条款；部分由顶层条款组成。',
    en: '“{id}” is no top-level clause; parts are made of these.',
  },
  'criteria.partTwice': {
    'zh-CN': '条款“{clause}”已经属于部分“{part}”，每个顶层条款只能属于一个部分。',
    en: 'The clause “{clause}” is already in the part “{part}”; each top-level clause is in one part.',
  },
  'criteria.inNoPart': {
    'zh-CN': '条款“{clause}”不属于任何部分；有 parts 时，每个顶层条款都要归入一个部分：{allowed}。',
    en: 'The clause “{clause}” is in no part; where there are parts, each top-level clause is in one of them: {allowed}.',
  },
  'criteria.partUnknown': {
    'zh-CN': '没有名为“{id}”的部分。可以是：{allowed}。',
    en: 'There is no part “{id}”. Known: {allowed}.',
  },
  'criteria.noParts': { 'zh-CN': '本文件没有 parts（部分）。', en: 'The file has no parts.' },
  'criteria.noPoints': {
    'zh-CN': '所有条款的分值合计为 0，应大于 0。',
    en: 'The points of all clauses add up to 0; they must be above 0.',
  },
  'criteria.zeroNotAllowed': { 'zh-CN': '这里不能是 0，应大于 0。', en: '0 is not allowed here; it must be above 0.' },
  'criteria.aggregateMissing': {
    'zh-CN': '条款“{clause}”有子条款，缺少 aggregate：sum、weighted-mean、minimum、maximum 或 own。',
    en: 'The clause “{clause}” has clauses below it and no aggregate: sum, weighted-mean, minimum, maximum or own.',
  },
  'criteria.aggregateOnLeaf': {
    'zh-CN': 'aggregate 只用于有子条款的条款。',
    en: 'Only a clause with clauses below it has an aggregate.',
  },
  'criteria.rateByMissing': {
    'zh-CN': '条款“{clause}”需要评定，缺少 rate_by：met、sample、level、points、measure 或 checklist。',
    en: 'The clause “{clause}” is rated and has no rate_by: met, sample, level, points, measure or checklist.',
  },
  'criteria.innerNotRated': {
    'zh-CN': '“{key}”只用于直接评定的条款；本条款由子条款计算（aggregate: own 除外）。',
    en: '“{key}” belongs to clauses that are rated; this one is computed from those below it (unless aggregate: own).',
  },
  'criteria.explainingOnly': {
    'zh-CN': '上级条款以 own 整体评定，其子条款只作说明，不能有“{key}”。',
    en: 'The clause above is rated as a whole (own); the clauses below only explain it and cannot have “{key}”.',
  },
  'criteria.pooledNoSample': {
    'zh-CN':
      '各场所样本合并（at_sites: pooled）只适用于抽样评定；条款 {clause} 的 rate_by 是 {by}。请改用 worst、mean 或 by-headcount，或在该条款写 at_sites: once。',
    en: 'at_sites: pooled puts samples together; clause {clause} is rated by {by}. Use worst, mean or by-headcount, or write at_sites: once at that clause.',
  },
  'criteria.requiredOnUnrated': {
    'zh-CN': '只有直接评定的条款才能要求必备证据。',
    en: 'Only a clause that is rated can require evidence.',
  },
  'criteria.weightUnused': {
    'zh-CN': 'weight 只在上级为 weighted-mean 时有效。',
    en: 'A weight counts only below a clause with aggregate: weighted-mean.',
  },
  'criteria.noMaturity': {
    'zh-CN': '文件没有 maturity 部分，无法判定成熟度等级。',
    en: 'The file has no maturity block, so no maturity level can be reached.',
  },
  'criteria.noDeductions': {
    'zh-CN': '文件没有 adjustments.deduction，无法计特别扣分项。',
    en: 'The file has no adjustments.deduction, so there are no special deductions to count.',
  },

  'criteria.blockWithoutMethod': {
    'zh-CN': '“{key}”只用于 rate_by: {needed}，这里是 rate_by: {found}。',
    en: '“{key}” belongs to rate_by: {needed}; this clause has rate_by: {found}.',
  },
  'criteria.blockMissing': { 'zh-CN': 'rate_by: {found} 需要同时给出“{key}”。', en: 'rate_by: {found} needs “{key}” beside it.' },
  'criteria.scaleUnknown': {
    'zh-CN': 'scales 中没有量表“{name}”。现有：{allowed}。',
    en: 'There is no scale “{name}” in scales. Known: {allowed}.',
  },
  'criteria.scaleUnused': { 'zh-CN': '没有条款使用量表“{name}”。', en: 'No clause uses the scale “{name}”.' },
  'criteria.levelsNotRising': {
    'zh-CN': '等级值 {found} 应大于前一级的 {before}（由低到高排列）。',
    en: 'The level {found} must be above the one before, {before} (lowest first).',
  },
  'criteria.sharesNotRising': {
    'zh-CN': '得分比例 {found} 低于前一级的 {before}，等级越高比例不得越低。',
    en: 'The share {found} is below that of the level before, {before}; shares never fall.',
  },
  'criteria.firstShare': {
    'zh-CN': '第一项的得分比例是 {found}，应为 {needed}。',
    en: 'The first share is {found}; it must be {needed}.',
  },
  'criteria.lastShare': {
    'zh-CN': '最后一项的得分比例是 {found}，应为 {needed}。',
    en: 'The last share is {found}; it must be {needed}.',
  },
  'criteria.stepDoesNotDivide': {
    'zh-CN': '分值 {points} 不是步长 {step} 的整数倍。',
    en: 'The points, {points}, are not a multiple of the step {step}.',
  },
  'criteria.bandsNotFalling': {
    'zh-CN': '界限 {found} 应小于前一档的 {before}（better: higher，由优到劣排列）。',
    en: 'The bound {found} must be below the one before, {before} (better: higher, best first).',
  },
  'criteria.bandsNotRising': {
    'zh-CN': '界限 {found} 应大于前一档的 {before}（better: lower，由优到劣排列）。',
    en: 'The bound {found} must be above the one before, {before} (better: lower, best first).',
  },
  'criteria.bandSharesRise': {
    'zh-CN': '得分比例 {found} 高于前一档的 {before}，应由优到劣排列。',
    en: 'The share {found} is above that of the band before, {before}; bands stand best first.',
  },
  'criteria.bandOutside': {
    'zh-CN': '界限 {found} 超出允许范围 {from} 到 {to}。',
    en: 'The bound {found} is outside the range {from} to {to}.',
  },
  'criteria.linesNeedTwo': { 'zh-CN': 'between: lines 至少需要两档。', en: 'between: lines needs at least two bands.' },
  'criteria.emptyRange': { 'zh-CN': 'to（{to}）应大于 from（{from}）。', en: 'to ({to}) must be above from ({from}).' },
  'criteria.itemWeightUnused': {
    'zh-CN': '检查项的 weight 只在 need: weighted 时有效。',
    en: 'The weight of an item counts only with need: weighted.',
  },
  'criteria.fullAtUnused': { 'zh-CN': 'full_at 只在 need: count 时有效。', en: 'full_at counts only with need: count.' },
  'criteria.fullAtTooHigh': {
    'zh-CN': 'full_at 是 {found}，但只有 {most} 个检查项。',
    en: 'full_at is {found}, but there are only {most} items.',
  },

  'criteria.doubledBound': {
    'zh-CN': '下限 {found} 与等级“{grade}”相同。',
    en: 'The bound {found} is that of the grade “{grade}” too.',
  },
  'criteria.boundTooHigh': {
    'zh-CN': '下限 {found} 超过满分 {most}，无法达到。',
    en: 'The bound {found} is above full marks, {most}, and cannot be reached.',
  },
  'criteria.clauseUnknown': { 'zh-CN': '没有标识为“{id}”的条款。', en: 'There is no clause with the id “{id}”.' },
  'criteria.clauseOnlyExplains': {
    'zh-CN': '条款“{id}”只作说明，没有得分，不能作条件。',
    en: 'The clause “{id}” only explains the one above and has no score to set a condition on.',
  },
  'criteria.gradeUnknown': { 'zh-CN': '没有等级“{id}”。现有：{allowed}。', en: 'There is no grade “{id}”. Known: {allowed}.' },
  'criteria.heldInMonths': {
    'zh-CN': '持有期限只能用 months 或 years。',
    en: 'How long a grade was held is given in months or years.',
  },
  'criteria.serialMissing': {
    'zh-CN': '证书编号“{found}”应含且只含一个流水号 {serial}，否则编号会重复。',
    en: 'The number “{found}” needs one serial number, {serial}, else numbers would repeat.',
  },
  'criteria.badNumberPattern': {
    'zh-CN': '证书编号中“{found}”不对：只能用 {allowed}，不含空格。',
    en: '“{found}” is wrong in a number: only {allowed} may be used, and no spaces.',
  },

  'criteria.overlayNotSame': {
    'zh-CN': '译文文件写的是“{found}”，应为“{needed}”。',
    en: 'The overlay says “{found}”; it must say “{needed}”.',
  },
  'criteria.overlayOwnLanguage': {
    'zh-CN': '“{found}”就是准则文件自己的语言，译文文件应是另一种语言。',
    en: '“{found}” is the language of the criteria file itself; an overlay is in another.',
  },
  'criteria.overlayRepeated': { 'zh-CN': '已有另一个“{found}”译文文件。', en: 'There is another overlay in “{found}”.' },
  'criteria.overlayOrphan': {
    'zh-CN': '准则文件中没有“{found}”，这条译文没有对象。',
    en: 'The criteria file has no “{found}” that this could translate.',
  },
  'criteria.overlayEvidence': {
    'zh-CN': '译文有 {found} 个证据标题，准则文件只有 {most} 个。',
    en: 'There are {found} titles of evidence; the criteria file has {most}.',
  },
} as const satisfies Catalogue;
