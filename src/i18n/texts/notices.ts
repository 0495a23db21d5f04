import type { Catalogue } from '../catalogue.ts';

/** The inbox, and what every feature may be told by. */
export const noticeTexts = {
  'notices.assessmentSoon': { 'zh-CN': '评价 {number} 计划于 {day} 结束', en: 'Assessment {number} is to end on {day}' },
  'notices.assessmentOverdue': {
    'zh-CN': '评价 {number} 本应于 {day} 结束，仍在进行',
    en: 'Assessment {number} was to end on {day} and is still open',
  },
} as const satisfies Catalogue;
