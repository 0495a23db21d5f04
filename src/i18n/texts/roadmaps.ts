import type { Catalogue } from '../catalogue.ts';

/** The way to a higher grade with the fewest clauses changed. */
export const roadmapTexts = {
  'roadmap.title': { 'zh-CN': '提升路线', en: 'The way to a higher grade' },
  'roadmap.note': {
    'zh-CN': '在现有评定上，把最少的条款提到满分就能达到该等级；按准则的计分规则精确计算，条款按增分从多到少排列。',
    en: 'The fewest clauses that, raised to full marks, reach the grade. Computed exactly by the rules of the criteria; what brings most stands first.',
  },
  'roadmap.to': { 'zh-CN': '达到{grade}', en: 'To {grade}' },
  'roadmap.fewest': {
    'zh-CN': '把下列 {count} 项条款提到满分，即达到{grade}；改动再少就达不到。',
    en: 'Raising {count} {count:clause|clauses} to full marks reaches {grade}; no fewer would do.',
  },
  'roadmap.ratingsDo': {
    'zh-CN': '评定已满足{grade}的要求，不需要再提高任何条款。',
    en: 'The ratings already meet what {grade} asks; no clause needs to be raised.',
  },
  'roadmap.never': {
    'zh-CN': '即使全部条款都得满分，也达不到{grade}。',
    en: 'Not even full marks on every clause would reach {grade}.',
  },
  'roadmap.besides': { 'zh-CN': '此外还须满足：', en: 'Besides, this must hold:' },
  'roadmap.step': { 'zh-CN': '次序', en: 'Step' },
  'roadmap.clause': { 'zh-CN': '条款', en: 'Clause' },
  'roadmap.now': { 'zh-CN': '现得分率', en: 'Rate now' },
  'roadmap.gain': { 'zh-CN': '增分', en: 'Gain' },
  'roadmap.score': { 'zh-CN': '提高后得分', en: 'Score then' },
} as const satisfies Catalogue;
