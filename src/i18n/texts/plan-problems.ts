import type { Catalogue } from '../catalogue.ts';

/** What is still missing in a plan, or does not fit any more. */
export const planProblemTexts = {
  'planProblem.noLeader': { 'zh-CN': '审核组没有组长。', en: 'Nobody leads the audit.' },
  'planProblem.undeclared': {
    'zh-CN': '没有有效公正性声明，不能开始工作：{names}。',
    en: 'No valid statement of impartiality, cannot work yet: {names}.',
  },
  'planProblem.notDrawn': { 'zh-CN': '场所还没有抽样。', en: 'The sites are not drawn yet.' },
  'planProblem.siteAdded': {
    'zh-CN': '抽样之后新增或变更了场所：{names}。需要重新抽样。',
    en: 'Sites were added or changed after the draw: {names}. Draw again.',
  },
  'planProblem.siteGone': {
    'zh-CN': '抽样之后有场所取消或变更：{names}。需要重新抽样。',
    en: 'Sites were removed or changed after the draw: {names}. Draw again.',
  },
  'planProblem.notCovered': {
    'zh-CN': '抽中但未列入本次审核的场所：{names}。',
    en: 'Drawn, but not among the sites of this audit: {names}.',
  },
  'planProblem.notDrawnButCovered': {
    'zh-CN': '未抽中但列入本次审核的场所：{names}。',
    en: 'Among the sites of this audit, but not drawn: {names}.',
  },
  'planProblem.noVisit': { 'zh-CN': '没有安排日程的场所：{names}。', en: 'Sites that no item of the agenda goes to: {names}.' },
  'planProblem.noHeadcount': {
    'zh-CN': '没有登记人数、按最少人日计的场所：{names}。',
    en: 'Sites without a headcount, for which the least time is suggested: {names}.',
  },
  'planProblem.noOpening': { 'zh-CN': '没有安排首次会议。', en: 'There is no opening meeting.' },
  'planProblem.noClosing': { 'zh-CN': '没有安排末次会议。', en: 'There is no closing meeting.' },
  'planProblem.nobody': { 'zh-CN': '{when} {title}：没有安排人员。', en: '{when} {title}: nobody is named.' },
  'planProblem.left': {
    'zh-CN': '{when} {title}：{names}已离开审核组，请改派。',
    en: '{when} {title}: {names} left the team; name somebody else.',
  },
  'planProblem.outside': {
    'zh-CN': '{when} {title}：不在审核日期之内。',
    en: '{when} {title}: not on a day of the audit.',
  },
  'planProblem.personClash': {
    'zh-CN': '{name}同时安排在“{first}”和“{second}”（{when}）。',
    en: '{name} is in “{first}” and “{second}” at the same time ({when}).',
  },
  'planProblem.siteClash': {
    'zh-CN': '场所“{name}”同时安排了“{first}”和“{second}”（{when}）。',
    en: 'The site “{name}” has “{first}” and “{second}” at the same time ({when}).',
  },
} as const satisfies Catalogue;
