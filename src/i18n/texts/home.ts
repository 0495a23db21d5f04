import type { Catalogue } from '../catalogue.ts';

/** The first page after signing in. */
export const homeTexts = {
  'home.declare': { 'zh-CN': '签署公正性声明', en: 'State impartiality' },
  'home.title': { 'zh-CN': '首页', en: 'Home' },
  'home.open': { 'zh-CN': '进行中的评价', en: 'Assessments in progress' },
  'home.ownOpen': { 'zh-CN': '我参与的评价', en: 'My assessments in progress' },
  'home.ownSelf': { 'zh-CN': '进行中的评价', en: 'Assessments in progress' },
  'home.ready': { 'zh-CN': '等您处理', en: 'Waiting for you' },
  'home.readyNote': { 'zh-CN': '这些评价等您进行下一步。', en: 'The next step of these assessments is yours.' },
  'home.finished': { 'zh-CN': '已完成的评价', en: 'Finished assessments' },
  'home.goOn': { 'zh-CN': '继续评定', en: 'Go on rating' },
  'home.begin': { 'zh-CN': '开始评定', en: 'Start rating' },
  'home.viewRatings': { 'zh-CN': '查看评定', en: 'View ratings' },
  'home.follow': { 'zh-CN': '查看安排', en: 'View arrangements' },
  'home.findings': { 'zh-CN': '查看整改', en: 'View findings' },
  'home.all': { 'zh-CN': '查看全部 {count} 项评价', en: 'All {count} assessments' },
  'home.fromTo': { 'zh-CN': '{from} 至 {to}', en: '{from} to {to}' },

  'home.counts': { 'zh-CN': '概况', en: 'At a glance' },
  'home.countOpen': { 'zh-CN': '进行中的评价', en: 'Assessments in progress' },
  'home.countFinished': { 'zh-CN': '已完成的评价', en: 'Finished assessments' },
  'home.countOrganizations': { 'zh-CN': '组织', en: 'Organizations' },
  'home.countPeople': { 'zh-CN': '人员', en: 'People' },

  'home.firstSteps': { 'zh-CN': '开始使用', en: 'First steps' },
  'home.step.organization': { 'zh-CN': '添加第一个组织', en: 'Add the first organization' },
  'home.step.organizationHint': {
    'zh-CN': '受评价的企业及其场所。',
    en: 'The company that gets assessed, with its sites.',
  },
  'home.step.people': { 'zh-CN': '添加审查员', en: 'Add auditors' },
  'home.step.peopleHint': {
    'zh-CN': '组长和组员各有自己的账号；也可以给企业开通账号，让其自评。',
    en: 'Lead auditors and auditors sign in themselves. Company members can be added too, to rate themselves.',
  },
  'home.step.assessment': { 'zh-CN': '开始第一次评价', en: 'Start the first assessment' },
  'home.step.assessmentHint': {
    'zh-CN': '选定组织和评价准则，指定审核组。',
    en: 'Choose an organization and criteria, and name the team.',
  },
  'home.step.done': { 'zh-CN': '已完成', en: 'Done' },

  'home.none.office': { 'zh-CN': '目前没有进行中的评价。', en: 'No assessment is in progress.' },
  'home.none.leaders': {
    'zh-CN': '您没有进行中的评价。选定组织和准则，即可开始一次评价。',
    en: 'You have no assessment in progress. Choose an organization and criteria to start one.',
  },
  'home.none.auditors': {
    'zh-CN': '您没有进行中的评价。组长把您编入审核组后，评价会出现在这里。',
    en: 'You have no assessment in progress. One appears here when a lead auditor puts you into its team.',
  },
  'home.none.company': {
    'zh-CN': '还没有进行中的自评。对照同一份准则自评，就能看到得分、等级和差距。',
    en: 'No self-assessment is in progress. Rate your company by the same criteria to see score, grade and gaps.',
  },
} as const satisfies Catalogue;
