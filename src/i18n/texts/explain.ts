import type { Catalogue } from '../catalogue.ts';

/** How a result came about, clause by clause and from points to grade. */
export const explainTexts = {
  'explain.listSeparator': { 'zh-CN': '、', en: ', ' },
  'explain.reasonSeparator': { 'zh-CN': '；', en: '; ' },
  'explain.named': { 'zh-CN': '“{name}”', en: '“{name}”' },

  'explain.unrated': { 'zh-CN': '尚未评定（满分 {points} 分）', en: 'Not rated yet ({points} {points:point|points})' },
  'explain.notApplicable': { 'zh-CN': '不适用（不计入总分）', en: 'Not applicable (left out of the total)' },
  'explain.notApplicableReason': {
    'zh-CN': '不适用：{reason}（不计入总分）',
    en: 'Not applicable: {reason} (left out of the total)',
  },
  'explain.notApplicableSection': {
    'zh-CN': '下级条款均不适用（不计入总分）',
    en: 'None of its clauses is applicable (left out of the total)',
  },
  'explain.site': { 'zh-CN': '{site} {rate}', en: '{site} {rate}' },
  'explain.siteWeighed': { 'zh-CN': '{site} {rate}（权重 {weight}）', en: '{site} {rate} (weight {weight})' },
  'explain.sitesMany': { 'zh-CN': '{count} 个场所', en: '{count} sites' },
  'explain.sitesUnrated': {
    'zh-CN': '尚未评定的场所：{sites}（满分 {points} 分）',
    en: 'Not yet rated at {sites} ({points} {points:point|points})',
  },
  'explain.sitesWorst': { 'zh-CN': '{list}；取最低 {share}：{formula} 分', en: '{list}; the lowest counts, {share}: {formula}' },
  'explain.sitesMean': { 'zh-CN': '{list}；平均 {share}：{formula} 分', en: '{list}; mean {share}: {formula}' },
  'explain.sitesByHeadcount': {
    'zh-CN': '{list}；按人数加权 {share}：{formula} 分',
    en: '{list}; weighted by headcount {share}: {formula}',
  },
  'explain.sitesPooled': {
    'zh-CN': '{list}；样本合并 {share}：{formula} 分',
    en: '{list}; samples put together {share}: {formula}',
  },
  'explain.met': { 'zh-CN': '符合：{obtained} / {points} 分', en: 'Met: {obtained} / {points} {points:point|points}' },
  'explain.notMet': { 'zh-CN': '不符合：{obtained} / {points} 分', en: 'Not met: {obtained} / {points} {points:point|points}' },
  'explain.sample': {
    'zh-CN': '抽查 {size} 项，不合格 {failed} 项：{formula} 分',
    en: '{size} looked at, {failed} failed: {formula} {obtained:point|points}',
  },
  'explain.level': {
    'zh-CN': '等级 {level}（{label}），得分比例 {share}：{formula} 分',
    en: 'Level {level} ({label}), share {share}: {formula} {obtained:point|points}',
  },
  'explain.points': { 'zh-CN': '直接评分：{obtained} / {points} 分', en: 'Given: {obtained} / {points} {points:point|points}' },
  'explain.measureBand': {
    'zh-CN': '测得 {value}，按 {at} 档计，得分比例 {share}：{formula} 分',
    en: 'Measured {value}, counts as {at}, share {share}: {formula} {obtained:point|points}',
  },
  'explain.measureLine': {
    'zh-CN': '测得 {value}，介于 {at}（{atShare}）与 {next}（{nextShare}）之间，得分比例 {share}：{formula} 分',
    en: 'Measured {value}, between {at} ({atShare}) and {next} ({nextShare}), share {share}: {formula} {obtained:point|points}',
  },
  'explain.measureNone': {
    'zh-CN': '测得 {value}，未达到最低一档 {at}：0 / {points} 分',
    en: 'Measured {value}, short of the lowest band {at}: 0 / {points} {points:point|points}',
  },
  'explain.checklist': {
    'zh-CN': '清单 {of} 项，具备 {present} 项，得分比例 {share}：{formula} 分',
    en: '{present} of {of} {of:item|items} present, share {share}: {formula} {obtained:point|points}',
  },
  'explain.sum': { 'zh-CN': '{formula} / {applicable} 分', en: '{formula} / {applicable} {applicable:point|points}' },
  'explain.sumOfMany': {
    'zh-CN': '下级 {children} 项合计 {obtained} / {applicable} 分',
    en: '{children} {children:clause|clauses} together {obtained} / {applicable} {applicable:point|points}',
  },
  'explain.sumOfNoPoints': {
    'zh-CN': '下级 {children} 项均为 0 分，得分率取平均值 {rate}',
    en: '{children} {children:clause|clauses} of 0 points: the mean of their rates, {rate}',
  },
  'explain.weightedMean': {
    'zh-CN': '按权重平均：{mean}；{formula} 分',
    en: 'Weighted mean: {mean}; {formula} {obtained:point|points}',
  },
  'explain.weightedMeanOfMany': {
    'zh-CN': '下级 {children} 项按权重平均得 {rate}：{formula} 分',
    en: 'Weighted mean of {children} {children:clause|clauses}, {rate}: {formula} {obtained:point|points}',
  },
  'explain.minimum': {
    'zh-CN': '取下级最低得分率：{clause} {rate}；{formula} 分',
    en: 'The lowest rate below decides: {clause}, {rate}; {formula} {obtained:point|points}',
  },
  'explain.maximum': {
    'zh-CN': '取下级最高得分率：{clause} {rate}；{formula} 分',
    en: 'The highest rate below decides: {clause}, {rate}; {formula} {obtained:point|points}',
  },
  'explain.partly': { 'zh-CN': '{explanation}（尚有条款未评定）', en: '{explanation} (some clauses are not rated yet)' },

  'explain.stepPoints': {
    'zh-CN': '得分 {obtained}，适用总分 {applicable}（满分 {full}）',
    en: '{obtained} {obtained:point|points} obtained of {applicable} applicable ({full} in all)',
  },
  'explain.stepNormalise': { 'zh-CN': '折算为得分：{formula}', en: 'Normalised: {formula}' },
  'explain.stepNothing': { 'zh-CN': '没有计分的条款，得分为 0', en: 'No points count, so the score is 0' },
  'explain.stepDeduct': {
    'zh-CN': '特别扣分 {given} 项，每项 {each} 分：{formula}',
    en: '{given} special {given:deduction|deductions} of {each}: {formula}',
  },
  'explain.stepDeductLimited': {
    'zh-CN': '特别扣分 {given} 项，按上限计 {counted} 项，每项 {each} 分：{formula}',
    en: '{given} special {given:deduction|deductions}, {counted} of them counted, {each} each: {formula}',
  },
  'explain.stepBonus': {
    'zh-CN': '特别加分 {given} 项，每项 {each} 分：{formula}',
    en: '{given} special {given:bonus|bonuses} of {each}: {formula}',
  },
  'explain.stepBonusLimited': {
    'zh-CN': '特别加分 {given} 项，按上限计 {counted} 项，每项 {each} 分：{formula}',
    en: '{given} special {given:bonus|bonuses}, {counted} of them counted, {each} each: {formula}',
  },
  'explain.stepCapTop': { 'zh-CN': '{before} 超过满分，按 {score} 计', en: '{before} is above full marks and counts as {score}' },
  'explain.stepCapBottom': { 'zh-CN': '{before} 低于 0，按 {score} 计', en: '{before} is below 0 and counts as {score}' },
  'explain.stepBand': {
    'zh-CN': '{score} ≥ {from}：达到{grade}的分数线',
    en: '{score} ≥ {from}: reaches the bound of {grade}',
  },
  'explain.stepNoBand': {
    'zh-CN': '{score} < {from}：未达到最低等级{grade}的分数线',
    en: '{score} < {from}: below the bound of the lowest grade, {grade}',
  },

  'explain.conditionRate': { 'zh-CN': '“{clause}”得分率不低于 {rate}', en: 'a rate of at least {rate} on “{clause}”' },
  'explain.conditionPart': {
    'zh-CN': '“{part}”部分的得分率不低于 {rate}',
    en: 'a rate of at least {rate} in the part “{part}”',
  },
  'explain.stepPart': {
    'zh-CN': '“{part}”部分：实得 {obtained} 分 ÷ 适用 {applicable} 分 × {fullMarks} {relation} {score}',
    en: 'Part “{part}”: {obtained} points obtained ÷ {applicable} applicable × {fullMarks} {relation} {score}',
  },
  'explain.stepPartBare': {
    'zh-CN': '“{part}”部分：适用条款均为 0 分，取各条得分率的平均值，得 {score}',
    en: 'Part “{part}”: its clauses carry no points, so the mean of their rates counts: {score}',
  },
  'explain.stepWeigh': { 'zh-CN': '各部分按权重加权：{formula}', en: 'The parts by their weights: {formula}' },
  'explain.stepWeighOne': {
    'zh-CN': '只有“{part}”部分计入：{score}',
    en: 'Only the part “{part}” counts: {score}',
  },
  'explain.conditionMustPass': { 'zh-CN': '{clauses}得满分', en: 'full points on {clauses}' },
  'explain.conditionNoFindings': { 'zh-CN': '没有未关闭的{finding}', en: 'no open {finding}' },
  'explain.conditionFindings': {
    'zh-CN': '未关闭的{finding}不超过 {atMost} 项',
    en: 'at most {atMost} open {finding}',
  },
  'explain.conditionDeductions': {
    'zh-CN': '特别扣分少于 {fewerThan} 项',
    en: 'fewer than {fewerThan} special deductions',
  },
  'explain.conditionMaturity': {
    'zh-CN': '总体成熟度不低于 {level} 级（{label}）',
    en: 'an overall maturity of at least level {level} ({label})',
  },
  'explain.conditionHeld': {
    'zh-CN': '{grade}或更高等级已保持 {months} 个月',
    en: '{grade} or a higher grade held for {months} {months:month|months}',
  },
  'explain.findingsMajor': { 'zh-CN': '严重不符合', en: 'major nonconformities' },
  'explain.findingsMinor': { 'zh-CN': '轻微不符合', en: 'minor nonconformities' },
  'explain.findingsObservation': { 'zh-CN': '观察项', en: 'observations' },
  'explain.findingsOpportunity': { 'zh-CN': '改进机会', en: 'opportunities for improvement' },
  'explain.findingsStrength': { 'zh-CN': '亮点', en: 'strengths' },

  'explain.foundRate': { 'zh-CN': '实际 {rate}', en: 'found {rate}' },
  'explain.foundFailed': { 'zh-CN': '未得满分的有{clauses}', en: 'not full: {clauses}' },
  'explain.foundCount': { 'zh-CN': '实际 {count} 项', en: 'found {count}' },
  'explain.foundLevel': { 'zh-CN': '实际 {level} 级', en: 'found level {level}' },
  'explain.foundNotHeld': { 'zh-CN': '此前未持有等级', en: 'no grade was held before' },
  'explain.foundHeld': {
    'zh-CN': '此前持有{grade} {months} 个月',
    en: '{grade} was held for {months} {months:month|months}',
  },

  'explain.effectRequirement': {
    'zh-CN': '未能评为{grade}：要求{condition}，{found}',
    en: '{grade} is withheld: it requires {condition}; {found}',
  },
  'explain.effectPartFails': {
    'zh-CN': '部分得分率未达最低要求，评价不通过：要求{condition}，{found}',
    en: 'A part below its minimum fails the assessment: it requires {condition}; {found}',
  },
  'explain.effectGateFails': {
    'zh-CN': '否决项“{gate}”生效，评价不通过：要求{condition}，{found}',
    en: 'The gate “{gate}” fails the assessment: it requires {condition}; {found}',
  },
  'explain.effectGateCaps': {
    'zh-CN': '限制条件“{gate}”生效，最高评为{grade}：要求{condition}，{found}',
    en: 'The gate “{gate}” caps the grade at {grade}: it requires {condition}; {found}',
  },
  'explain.effectDeductions': {
    'zh-CN': '特别扣分 {given} 项，达到 {failsAt} 项即不通过',
    en: '{given} special {given:deduction|deductions}, and {failsAt} or more fail the assessment',
  },

  'explain.outcomeIncomplete': {
    'zh-CN': '已评 {rated} / {applicable} 项，目前得分 {score}，最终得分在 {floor}–{ceiling} 之间',
    en: '{rated} of {applicable} {applicable:clause|clauses} rated; score so far {score}, final score between {floor} and {ceiling}',
  },
  'explain.outcomeNothingRated': {
    'zh-CN': '尚未开始评定（0 / {applicable} 项）',
    en: 'Nothing rated yet (0 of {applicable} {applicable:clause|clauses})',
  },
  'explain.outcomeScore': { 'zh-CN': '{score} 分', en: '{score} {score:point|points}' },
  'explain.outcomeUngraded': {
    'zh-CN': '{score} 分（满分 {fullMarks} 分）',
    en: '{score} of {fullMarks} {fullMarks:point|points}',
  },
  'explain.outcomeGrade': { 'zh-CN': '{score}，{grade}', en: '{score}, {grade}' },
  'explain.outcomeNext': { 'zh-CN': '{outcome}；{next}', en: '{outcome}; {next}' },
  'explain.outcomeWhy': { 'zh-CN': '{outcome}：{reasons}', en: '{outcome}: {reasons}' },
  'explain.gap': { 'zh-CN': '还差 {missing} 分', en: '{missing} {missing:point|points}' },
  'explain.gapLess': { 'zh-CN': '还差不到 {step} 分', en: 'less than {step} points' },
  'explain.nextMissing': { 'zh-CN': '距{grade}{gap}', en: '{gap} to {grade}' },
  'explain.nextMissingAndConditions': {
    'zh-CN': '距{grade}{gap}，另有 {count} 项条件未满足',
    en: '{gap} and {count} {count:condition|conditions} to {grade}',
  },
  'explain.nextConditions': {
    'zh-CN': '分数已达到{grade}，尚有 {count} 项条件未满足',
    en: 'the score reaches {grade}, {count} {count:condition is|conditions are} not met',
  },
  'explain.nearMiss': {
    'zh-CN': '得分印作 {shown}，实为 {exact}，低于{grade}的分数线 {from}；等级按未舍入的得分判定，所以不是{grade}',
    en: 'The score prints as {shown} but is {exact}, below the bound {from} of {grade}; grades go by the unrounded score, so it is not {grade}',
  },
} as const satisfies Catalogue;
