import type { Catalogue } from '../catalogue.ts';

/** The company's self-assessment beside the audit. */
export const selfComparisonTexts = {
  'self.title': { 'zh-CN': '企业自评对比', en: 'Beside the self-assessment' },
  'self.lead': {
    'zh-CN': '企业自评的内容来自其完成时的存档，审核不会改动它。',
    en: 'What the company stated stands as it was finished; the audit never changes it.',
  },
  'self.linked': {
    'zh-CN': '对比的自评：{number}（截至 {to}，准则 {version} 版，{score} 分）',
    en: 'Compared with self-assessment {number} (to {to}, version {version} of the criteria, {score} {score:point|points})',
  },
  'self.otherVersion': {
    'zh-CN': '自评用的是准则 {own} 版，本次审核用 {version} 版，按条款标识对应；只在一个版本里有的条款没有对比。',
    en: 'It used version {own} of the criteria, this audit uses {version}. Clauses are matched by their ids; those that only one version has are not compared.',
  },
  'self.none': {
    'zh-CN': '没有对比的自评。企业完成同一准则的自评后，可以在这里选择。',
    en: 'No self-assessment stands beside this audit. Once the company has finished one against the same criteria it can be chosen here.',
  },
  'self.choose': { 'zh-CN': '与哪次自评对比', en: 'Compare with' },
  'self.option': { 'zh-CN': '{number}，{to}，{version} 版，{score} 分', en: '{number}, {to}, version {version}, {score} points' },
  'self.noneOption': { 'zh-CN': '不对比', en: 'None' },
  'self.save': { 'zh-CN': '保存选择', en: 'Save choice' },
  'self.saved': { 'zh-CN': '已保存。', en: 'Saved.' },
  'self.notOffered': { 'zh-CN': '请从列出的自评中选择。', en: 'Choose one of the self-assessments listed.' },
  'self.chart': { 'zh-CN': '各部分得分率：审核与企业自评', en: 'Sections as audited and as the company rated itself' },
  'self.auditor': { 'zh-CN': '审核', en: 'Audit' },
  'self.company': { 'zh-CN': '企业自评', en: 'Company' },
  'self.difference': { 'zh-CN': '差（百分点）', en: 'Difference (points of %)' },
  'self.clause': { 'zh-CN': '条款', en: 'Clause' },
  'self.sections': { 'zh-CN': '按部分', en: 'By section' },
  'self.differing': {
    'zh-CN': '{count} 个已评条款与自评不同',
    en: '{count} rated {count:clause differs|clauses differ} from the self-assessment',
  },
  'self.onSheet': { 'zh-CN': '企业自评（{number}）', en: 'The company says ({number})' },
  'self.unrated': { 'zh-CN': '企业未评定。', en: 'The company did not rate it.' },
  'self.take': { 'zh-CN': '以企业的评定为起点', en: 'Take over as a starting point' },
  'self.takeHint': {
    'zh-CN': '会记为您的评定，之后可以修改；企业的备注不会带过来。',
    en: 'It is saved as your rating, which you can change; the company’s note is not taken along.',
  },
  'self.evidence': { 'zh-CN': '企业提交的证据', en: 'Evidence that the company handed in' },
  'self.takeEvidence': { 'zh-CN': '用作审核证据', en: 'Use in the audit' },
  'self.takenEvidence': { 'zh-CN': '已用作审核证据', en: 'used in the audit' },
  'self.evidenceTaken': {
    'zh-CN': '已把自评的 {origin} 用作审核证据 {reference}。',
    en: '{origin} of the self-assessment is now evidence {reference} of the audit.',
  },
  'self.evidenceTakenBefore': {
    'zh-CN': '自评的 {origin} 已经是审核证据。',
    en: '{origin} of the self-assessment is evidence of the audit already.',
  },
  'self.whole': { 'zh-CN': '查看全部对比', en: 'See the whole comparison' },
} as const satisfies Catalogue;
