import type { Catalogue } from '../catalogue.ts';

/** Charts and their tables. */
export const chartTexts = {
  'chart.sites': { 'zh-CN': '各场所得分率', en: 'Rates of the sites' },
  'chart.parts': { 'zh-CN': '各部分得分率', en: 'Rates of the parts' },
  'chart.sections': { 'zh-CN': '各部分得分率与目标对比', en: 'Sections against the target' },
  'chart.sectionsAndLast': {
    'zh-CN': '各部分得分率与目标、上次评价对比',
    en: 'Sections against the target and the last assessment',
  },
  'chart.clauses': { 'zh-CN': '各条款得分率', en: 'Rates of the clauses' },
  'chart.clausesPart': { 'zh-CN': '各条款得分率（{part} / {parts}）', en: 'Rates of the clauses ({part} of {parts})' },
  'chart.lost': { 'zh-CN': '失分最多的条款', en: 'Where the points were lost' },
  'chart.thisAssessment': { 'zh-CN': '本次评价', en: 'This assessment' },
  'chart.targetGrade': { 'zh-CN': '目标（{grade}）', en: 'Target ({grade})' },
  'chart.previousAt': { 'zh-CN': '上次评价（{date}）', en: 'Last assessment ({date})' },
  'chart.rateAxis': { 'zh-CN': '得分率（%）', en: 'Rate (%)' },
  'chart.lostAxis': { 'zh-CN': '失分（折算后）', en: 'Points lost (of the score)' },
  'chart.lostPoints': { 'zh-CN': '失分', en: 'Points lost' },
  'chart.head.section': { 'zh-CN': '部分', en: 'Section' },
  'chart.head.clause': { 'zh-CN': '条款', en: 'Clause' },
  'chart.head.obtained': { 'zh-CN': '得分', en: 'Obtained' },
  'chart.head.applicable': { 'zh-CN': '适用分值', en: 'Applicable' },
  'chart.head.rate': { 'zh-CN': '得分率', en: 'Rate' },
  'chart.head.lost': { 'zh-CN': '失分', en: 'Lost' },
  'chart.notApplicable': { 'zh-CN': '不适用', en: 'Not applicable' },
  'chart.unrated': { 'zh-CN': '未评定', en: 'Not rated' },
} as const satisfies Catalogue;
