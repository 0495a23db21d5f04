import type { Catalogue } from '../catalogue.ts';

/** The page frame: name, navigation, language, paging. */
export const frameTexts = {
  'frame.name': { 'zh-CN': '衡准', en: 'Assay' },
  'frame.skipToContent': { 'zh-CN': '跳到正文', en: 'Skip to content' },
  'frame.navigation': { 'zh-CN': '主导航', en: 'Main' },
  'frame.findings': { 'zh-CN': '发现', en: 'Findings' },
  'frame.assessments': { 'zh-CN': '评价', en: 'Assessments' },
  'frame.organizations': { 'zh-CN': '组织', en: 'Organizations' },
  'frame.criteria': { 'zh-CN': '准则', en: 'Criteria' },
  'frame.competences': { 'zh-CN': '能力', en: 'Competence' },
  'frame.people': { 'zh-CN': '人员', en: 'People' },
  'frame.trail': { 'zh-CN': '操作记录', en: 'Audit trail' },
  'frame.menu': { 'zh-CN': '管理', en: 'Manage' },
  'frame.inbox': { 'zh-CN': '消息', en: 'Inbox' },
  'frame.unread': { 'zh-CN': '{count} 条未读', en: '{count} unread' },
  'frame.otherLanguage': { 'zh-CN': 'English', en: '简体中文' },
  'frame.search': { 'zh-CN': '查找', en: 'Search' },
  'frame.found': { 'zh-CN': '共 {count} 项', en: '{count} in all' },
  'frame.pageOf': { 'zh-CN': '第 {page} / {pages} 页', en: 'Page {page} of {pages}' },
  'frame.previousPage': { 'zh-CN': '上一页', en: 'Previous' },
  'frame.nextPage': { 'zh-CN': '下一页', en: 'Next' },
  'frame.pages': { 'zh-CN': '分页', en: 'Pages' },
  'frame.clearSearch': { 'zh-CN': '清除条件', en: 'Clear' },
  'frame.nothingFound': { 'zh-CN': '没有符合条件的内容。', en: 'Nothing matches.' },
} as const satisfies Catalogue;
