import type { Catalogue } from '../catalogue.ts';

/** Who rates what. */
export const clauseAssignmentTexts = {
  'assignments.title': { 'zh-CN': '评审分工', en: 'Who rates what' },
  'assignments.lead': {
    'zh-CN': '没有指定人员的条款，组内有评定权的人都可以评；指定后只有所列人员和组长可以评。',
    en: 'A clause that names nobody is for whoever in the team may rate; one that names people is for them and the leader.',
  },
  'assignments.independentHint': {
    'zh-CN': '独立评定：两人或多人各自评定，在所有人提交之前互相看不到评定、备注和得分；之后并排比较，由组长确定一致的评定。',
    en: 'Rated independently: two or more people rate on their own and see neither rating, note nor score of each other until all have submitted; then the leader compares them and sets the agreed rating.',
  },
  'assignments.progress': { 'zh-CN': '各人进度', en: 'Progress' },
  'assignments.person': { 'zh-CN': '人员', en: 'Person' },
  'assignments.charged': { 'zh-CN': '负责条款', en: 'Clauses' },
  'assignments.rated': { 'zh-CN': '已评', en: 'Rated' },
  'assignments.independent': { 'zh-CN': '其中独立评定', en: 'Rated independently' },
  'assignments.submitted': { 'zh-CN': '已提交', en: 'Submitted' },
  'assignments.noPeople': {
    'zh-CN': '组内没有可以评定的人员，请先在评价安排里确定成员。',
    en: 'Nobody in the team may rate. Name the team in the arrangements first.',
  },
  'assignments.assign': { 'zh-CN': '分配条款', en: 'Assign clauses' },
  'assignments.people': { 'zh-CN': '由谁评定', en: 'Who rates them' },
  'assignments.peopleHint': {
    'zh-CN': '一个也不选，则组内任何人都可以评。',
    en: 'Choose nobody to leave them to whoever in the team may rate.',
  },
  'assignments.way': { 'zh-CN': '怎样评', en: 'How' },
  'assignments.way.as-is': { 'zh-CN': '保持不变', en: 'As it is' },
  'assignments.way.together': { 'zh-CN': '共同评定（一个评定，大家都看得到）', en: 'Together: one rating that everybody sees' },
  'assignments.way.independently': { 'zh-CN': '独立评定（至少两人）', en: 'Independently, by at least two people' },
  'assignments.clauses': { 'zh-CN': '条款', en: 'Clauses' },
  'assignments.wholeSection': { 'zh-CN': '整个部分', en: 'The whole section' },
  'assignments.sectionCounts': {
    'zh-CN': '{total} 条，已分配 {charged} 条，独立评定 {independent} 条',
    en: '{total} {total:clause|clauses}, {charged} assigned, {independent} independent',
  },
  'assignments.anybody': { 'zh-CN': '组内任何人', en: 'anybody in the team' },
  'assignments.state.sealed': {
    'zh-CN': '独立评定，已提交 {submitted} / {of}',
    en: 'independent, {submitted} of {of} submitted',
  },
  'assignments.state.without-raters': { 'zh-CN': '独立评定，尚未指定人员', en: 'independent, names nobody yet' },
  'assignments.state.open': { 'zh-CN': '待组长确定', en: 'to be agreed' },
  'assignments.state.agreed': { 'zh-CN': '已达成一致', en: 'agreed' },
  'assignments.submit': { 'zh-CN': '分配所选条款', en: 'Assign the chosen clauses' },
  'assignments.chooseClauses': { 'zh-CN': '请至少选择一个条款或部分。', en: 'Choose at least one clause or section.' },
  'assignments.notInTeam': {
    'zh-CN': '所选人员中有人不在评审组内，或不能评定。',
    en: 'Somebody chosen is not in the team or may not rate.',
  },
  'assignments.twoRaters': { 'zh-CN': '独立评定至少要选两个人。', en: 'Choose at least two people to rate independently.' },
  'assignments.bySite': {
    'zh-CN': '按场所评定的条款不能独立评定：{clauses}。请去掉这些条款，或选择共同评定。',
    en: 'Clauses rated at each site cannot be rated independently: {clauses}. Leave them out, or have them rated together.',
  },
  'assignments.done': { 'zh-CN': '已分配 {changed} 个条款。', en: '{changed} {changed:clause|clauses} assigned.' },
  'assignments.doneExcept': {
    'zh-CN': '已分配 {changed} 个条款；另有 {left} 个已经开始评定或已公开，未作改变。',
    en: '{changed} {changed:clause|clauses} assigned; {left} left as {left:it is|they are}, because rating has begun or the ratings are open.',
  },
  'assignments.ready': {
    'zh-CN': '有 {count} 个条款，仍在组内的人都已提交，其余人员已离组。',
    en: 'Of {count} {count:clause|clauses} everybody still in the team has submitted; the others have left it.',
  },
  'assignments.open': { 'zh-CN': '公开这些评定', en: 'Open these ratings' },
  'assignments.opened': { 'zh-CN': '已公开 {count} 个条款的评定。', en: 'Ratings of {count} {count:clause|clauses} opened.' },
  'assignments.compare': { 'zh-CN': '比较独立评定', en: 'Compare independent ratings' },
  'assignments.notice': {
    'zh-CN': '{number}：请您评定 {count} 个条款。',
    en: '{number}: you are asked to rate {count} {count:clause|clauses}.',
  },
} as const satisfies Catalogue;
