import type { Catalogue } from '../catalogue.ts';

/** How all organizations stand. */
export const portfolioTexts = {
  'portfolio.title': { 'zh-CN': '组织评价总览', en: 'Overview of all organizations' },
  'portfolio.link': { 'zh-CN': '组织评价总览（PDF）', en: 'Overview of all organizations (PDF)' },
  'portfolio.issued': { 'zh-CN': '出具总览', en: 'Issued overviews' },
  'portfolio.footer': { 'zh-CN': '截至 {day} 已完成的审核', en: 'Audits finished until {day}' },
  'portfolio.lead': {
    'zh-CN': '截至 {day}，{count} 个组织有已完成的审核；每个组织按每种准则只计最近一次，自我评价不计。',
    en: 'Until {day}, {count} {count:organization has|organizations have} finished audits; of each the last one by each criteria counts, self-assessments do not.',
  },
  'portfolio.cut': { 'zh-CN': '只计最近 2000 次审核。', en: 'Only the last 2000 audits were looked at.' },
  'portfolio.none': { 'zh-CN': '还没有已完成的审核。', en: 'No audit is finished yet.' },
  'portfolio.organizations': { 'zh-CN': '组织数', en: 'Organizations' },
  'portfolio.mean': { 'zh-CN': '平均得分', en: 'Mean score' },
  'portfolio.median': { 'zh-CN': '得分中位数', en: 'Median score' },
  'portfolio.grades': { 'zh-CN': '各等级的组织数', en: 'Organizations by grade' },
  'portfolio.attention': { 'zh-CN': '需要关注', en: 'What needs attention' },
  'portfolio.late': {
    'zh-CN': '{organization}：{count} 项不符合整改逾期',
    en: '{organization}: {count} {count:correction is|corrections are} overdue',
  },
  'portfolio.fell': {
    'zh-CN': '{organization}：得分比上次变化 {points}',
    en: '{organization}: the score moved by {points} since last time',
  },
  'portfolio.nothing': { 'zh-CN': '没有逾期的整改，也没有得分下降的组织。', en: 'No correction is overdue, and no score fell.' },
  'portfolio.table': { 'zh-CN': '各组织', en: 'Organization by organization' },
  'portfolio.organization': { 'zh-CN': '组织', en: 'Organization' },
  'portfolio.audit': { 'zh-CN': '最近一次审核', en: 'Last audit' },
  'portfolio.change': { 'zh-CN': '变化', en: 'Change' },
  'portfolio.open': { 'zh-CN': '未关闭', en: 'Open' },
  'portfolio.openLate': { 'zh-CN': '{open}（逾期 {overdue}）', en: '{open} ({overdue} late)' },
} as const satisfies Catalogue;
