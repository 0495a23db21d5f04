import type { Catalogue } from '../catalogue.ts';

/** Papers of an application, and the checklists of its review, the certification review and the decision. */
export const caseCheckTexts = {
  'cases.paperThere': { 'zh-CN': '已附', en: 'attached' },
  'cases.paperNeeded': { 'zh-CN': '必备，尚缺', en: 'required, still missing' },
  'cases.paperOptional': { 'zh-CN': '如有请附', en: 'if you have it' },
  'cases.whichPaper': { 'zh-CN': '是哪一项资料', en: 'Which paper it is' },
  'cases.otherPaper': { 'zh-CN': '其他资料', en: 'Another paper' },
  'cases.paperMissing': {
    'zh-CN': '缺少必备资料：{title}。请附上后再提交。',
    en: 'A required paper is missing: {title}. Attach it, then submit.',
  },
  'cases.checklists': { 'zh-CN': '核查表', en: 'Checklists' },
  'cases.checksIntro': {
    'zh-CN': '逐项核查；必备项符合（或说明为何不适用）才能继续。可以先保存一部分。',
    en: 'Go through it line by line. What is required must be in order, or said not to apply, before it goes on. You can save part of it.',
  },
  'cases.check.yes': { 'zh-CN': '符合', en: 'In order' },
  'cases.check.no': { 'zh-CN': '不符合', en: 'Not in order' },
  'cases.check.not-applicable': { 'zh-CN': '不适用', en: 'Does not apply' },
  'cases.checkComment': { 'zh-CN': '说明', en: 'Comment' },
  'cases.checkWhy': { 'zh-CN': '不符合或不适用的，请说明。', en: 'Say why it is not in order, or does not apply.' },
  'cases.saveChecks': { 'zh-CN': '保存核查结果', en: 'Save checklist' },
  'cases.checksSaved': { 'zh-CN': '核查结果已保存。', en: 'The checklist is saved.' },
  'cases.checkedBy': { 'zh-CN': '{name} 核查于 {time}', en: 'Gone through by {name}, {time}' },
  'cases.checkedSoFar': { 'zh-CN': '已核查 {answered} / {all}', en: '{answered} of {all} answered' },
  'cases.checkedWrong': { 'zh-CN': '{count} 项不符合', en: '{count} not in order' },
  'cases.checkOpen': {
    'zh-CN': '核查项还不符合：{title}。请先在核查表中核查。',
    en: 'Not in order yet: {title}. Go through the checklist first.',
  },
} as const satisfies Catalogue;
