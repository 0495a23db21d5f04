import type { Catalogue } from '../catalogue.ts';

/** Findings, special deductions and bonus. */
export const findingTexts = {
  'findings.title': { 'zh-CN': '发现与加减分', en: 'Findings and adjustments' },
  'findings.findings': { 'zh-CN': '审核发现', en: 'Findings' },
  'findings.none': { 'zh-CN': '还没有记录审核发现。', en: 'No finding has been stated yet.' },
  'findings.grade': { 'zh-CN': '类别', en: 'Class' },
  'findings.grade.major': { 'zh-CN': '严重不符合', en: 'Major nonconformity' },
  'findings.grade.minor': { 'zh-CN': '一般不符合', en: 'Minor nonconformity' },
  'findings.grade.observation': { 'zh-CN': '观察项', en: 'Observation' },
  'findings.grade.opportunity': { 'zh-CN': '改进机会', en: 'Opportunity for improvement' },
  'findings.grade.strength': { 'zh-CN': '亮点', en: 'Strength' },
  'findings.clause': { 'zh-CN': '涉及条款', en: 'Clause' },
  'findings.whole': { 'zh-CN': '整个评价', en: 'The assessment as a whole' },
  'findings.statement': { 'zh-CN': '事实陈述', en: 'Statement' },
  'findings.statementHint': {
    'zh-CN': '写明要求、不符合的事实和证据。',
    en: 'Name the requirement, what fails it, and the evidence.',
  },
  'findings.state': { 'zh-CN': '记录发现', en: 'State finding' },
  'findings.stated': { 'zh-CN': '已记录审核发现。', en: 'The finding is recorded.' },
  'findings.takeBack': { 'zh-CN': '撤回', en: 'Take back' },
  'findings.takenBack': { 'zh-CN': '已撤回。', en: 'Taken back.' },
  'findings.byAt': { 'zh-CN': '{name}，{time}', en: '{name}, {time}' },
  'findings.tooMany': { 'zh-CN': '一次评价最多记录 {most} 项发现。', en: 'An assessment holds at most {most} findings.' },
  'findings.deductions': { 'zh-CN': '特别扣分', en: 'Special deductions' },
  'findings.deductionRule': {
    'zh-CN': '每项扣 {points} 分，不计入条款得分。',
    en: '{points} {points:point|points} each, outside the clauses.',
  },
  'findings.deductionFails': {
    'zh-CN': '达到 {count} 项即不合格。',
    en: '{count} of them fail the assessment whatever the score.',
  },
  'findings.noDeductions': { 'zh-CN': '没有特别扣分。', en: 'There is no special deduction.' },
  'findings.giveDeduction': { 'zh-CN': '记一项扣分', en: 'Give deduction' },
  'findings.deductionGiven': { 'zh-CN': '已记特别扣分。', en: 'The deduction is recorded.' },
  'findings.ground': { 'zh-CN': '依据', en: 'Ground' },
  'findings.bonus': { 'zh-CN': '特别加分', en: 'Special bonus' },
  'findings.bonusRule': {
    'zh-CN': '加 {points} 分，须有突出亮点。',
    en: '{points} {points:point|points} for an outstanding strength.',
  },
  'findings.noBonus': { 'zh-CN': '没有特别加分。', en: 'There is no bonus.' },
  'findings.giveBonus': { 'zh-CN': '记加分', en: 'Give bonus' },
  'findings.bonusGiven': { 'zh-CN': '已记特别加分。', en: 'The bonus is recorded.' },
  'findings.bonusFull': { 'zh-CN': '此准则最多允许 {most} 项。', en: 'These criteria allow at most {most}.' },
} as const satisfies Catalogue;
