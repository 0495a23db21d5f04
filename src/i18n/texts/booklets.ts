import type { Catalogue } from '../catalogue.ts';

/** The booklet of criteria that is handed to a company. */
export const bookletTexts = {
  'booklet.kind': { 'zh-CN': '准则手册', en: 'Criteria booklet' },
  'booklet.pdf': { 'zh-CN': '准则手册（PDF）', en: 'Booklet (PDF)' },
  'booklet.issued': { 'zh-CN': '出具准则手册', en: 'Issued booklets' },
  'booklet.file': { 'zh-CN': '{title} {version} 准则手册', en: '{title} {version} booklet' },
  'booklet.checklist': { 'zh-CN': '证据准备清单', en: 'Evidence check list' },
  'booklet.checklistLead': {
    'zh-CN': '评价之前按部分准备以下证据，备好一项勾选一项。标“必备”的，缺少时评价不能完成。',
    en: 'Get this evidence ready before the assessment, section by section, and tick what you have. The assessment cannot be finished while evidence marked “required” is missing.',
  },
  'booklet.checklistNone': { 'zh-CN': '本准则没有列明应准备的证据。', en: 'These criteria name no evidence to prepare.' },
  'booklet.checklistCount': {
    'zh-CN': '共 {count} 项，其中必备 {required} 项。',
    en: '{count} {count:item|items}, {required} of them required.',
  },
  'booklet.ready': { 'zh-CN': '备好', en: 'Ready' },
  'booklet.item': { 'zh-CN': '证据', en: 'Evidence' },
  'booklet.kindOf': { 'zh-CN': '类别', en: 'Kind' },
  'booklet.clause': { 'zh-CN': '条款', en: 'Clause' },
  'booklet.where': { 'zh-CN': '存放处、负责人', en: 'Where and whose' },
  'booklet.about': { 'zh-CN': '关于本准则', en: 'About these criteria' },
  'booklet.basis': { 'zh-CN': '依据', en: 'Basis' },
  'booklet.scoring': { 'zh-CN': '如何计分', en: 'How it is scored' },
  'booklet.clauses': { 'zh-CN': '条款', en: 'Clauses' },
  'booklet.rated': { 'zh-CN': '评定条款', en: 'Rated clauses' },
  'booklet.ratedValue': {
    'zh-CN': '{rated} 条，分为 {sections} 个部分',
    en: '{rated} in {sections} {sections:section|sections}',
  },
  'booklet.fullMarks': { 'zh-CN': '满分', en: 'Full marks' },
  'booklet.version': { 'zh-CN': '版本', en: 'Version' },
  'booklet.hash': { 'zh-CN': '内容校验值', en: 'Content hash' },
  'booklet.criteria': { 'zh-CN': '标识', en: 'Id' },
  'booklet.language': { 'zh-CN': '译文', en: 'Translation' },
  'booklet.languageValue': {
    'zh-CN': '完成 {percent}%，其余以{language}印出',
    en: '{percent}% complete; the rest is printed in {language}',
  },
  'booklet.steps': { 'zh-CN': '从评定到得分', en: 'From ratings to the score' },
  'booklet.step.rate': {
    'zh-CN': '审查员逐条评定，得出该条款的得分；评定方式见下。',
    en: 'Each clause is rated, which gives its points; the ways of rating are explained below.',
  },
  'booklet.step.notApplicable': {
    'zh-CN': '不适用的条款从得分和满分中一并去除，不影响得分率；是否可以不适用，逐条注明。',
    en: 'A clause that does not apply leaves both the points obtained and the points possible; each clause says whether that is allowed.',
  },
  'booklet.step.add': {
    'zh-CN': '除条款另有说明外，上级条款的得分为下级之和。得分 = 得分之和 ÷ 适用分值之和 × {full}。',
    en: 'Unless a clause says otherwise, points are added upwards. Score = points obtained ÷ points applicable × {full}.',
  },
  'booklet.step.adjust': {
    'zh-CN': '再减去特别扣分，加上特别加分，结果不低于 0，不高于 {full}。',
    en: 'Then special deductions are taken off and the bonus is added; the result stays between 0 and {full}.',
  },
  'booklet.step.grade': {
    'zh-CN': '按未舍入的得分对照等级，同时须满足该等级的其他条件和各限制条件。',
    en: 'The unrounded score is held against the grades; the further conditions of the grade and the gates must be met too.',
  },
  'booklet.methods': { 'zh-CN': '评定方式', en: 'Ways of rating' },
  'booklet.methodsLead': {
    'zh-CN': '本准则采用以下评定方式，括号内为采用的条款数。',
    en: 'These criteria use the following ways of rating; the number of clauses stands in brackets.',
  },
  'booklet.method.met': {
    'zh-CN': '符合判定（{count}）：符合得满分，不符合不得分。',
    en: 'Met or not ({count}): full points when met, none otherwise.',
  },
  'booklet.method.level': {
    'zh-CN': '等级判定（{count}）：选定最符合实际的一级，按该级的比例得分。',
    en: 'Level ({count}): the level that fits best gives its share of the points.',
  },
  'booklet.method.sample': {
    'zh-CN': '抽样判定（{count}）：得分比例 =（抽查数 − 不合格数）÷ 抽查数。',
    en: 'Sample ({count}): the share of the points is (looked at − failed) ÷ looked at.',
  },
  'booklet.method.points': {
    'zh-CN': '直接评分（{count}）：在 0 至该条款分值之间评分。',
    en: 'Points ({count}): 0 up to the points of the clause are given.',
  },
  'booklet.method.measure': {
    'zh-CN': '指标判定（{count}）：测得的数值按分档得分。',
    en: 'Measure ({count}): a measured number earns points by bands.',
  },
  'booklet.method.checklist': {
    'zh-CN': '清单判定（{count}）：按具备的项目得分。',
    en: 'Check list ({count}): points by what is present.',
  },
  'booklet.scales': { 'zh-CN': '共用量表', en: 'Scales that several clauses share' },
  'booklet.section': { 'zh-CN': '{name}（{worth}）', en: '{name} ({worth})' },
  'booklet.ratedHow': { 'zh-CN': '评定：{words}', en: 'Rating: {words}' },
  'booklet.scaleOf': { 'zh-CN': '量表 {name}。{words}', en: 'scale {name}. {words}' },
  'booklet.guidance': { 'zh-CN': '评价要点：{text}', en: 'Guidance: {text}' },
  'booklet.evidence': { 'zh-CN': '应准备的证据：{list}', en: 'Evidence to prepare: {list}' },
  'booklet.requiredItem': { 'zh-CN': '{title}（{kind}，必备）', en: '{title} ({kind}, required)' },
  'booklet.otherItem': { 'zh-CN': '{title}（{kind}）', en: '{title} ({kind})' },
  'booklet.auditMethods': { 'zh-CN': '审核方法：{list}', en: 'Found out by: {list}' },
  'booklet.maturity': { 'zh-CN': '成熟度：{level}', en: 'Maturity: {level}' },
  'booklet.atSites': { 'zh-CN': '多场所：{rule}', en: 'At several sites: {rule}' },
  'booklet.notApplicable': { 'zh-CN': '不适用：{rule}', en: 'Not applicable: {rule}' },
  'booklet.row': { 'zh-CN': '{label}：{worth}', en: '{label}: {worth}' },
  'booklet.ofLevel': { 'zh-CN': '{label}（{worth}）：{detail}', en: '{label} ({worth}): {detail}' },
  'booklet.listSeparator': { 'zh-CN': '；', en: '; ' },
} as const satisfies Catalogue;
