import type { Catalogue } from '../catalogue.ts';

/** Words of the trade that criteria, workbench and reports share, as they stand within a sentence. */
export const vocabularyTexts = {
  'auditMethod.document-review': { 'zh-CN': '查阅文件', en: 'document review' },
  'auditMethod.interview': { 'zh-CN': '访谈', en: 'interview' },
  'auditMethod.on-site': { 'zh-CN': '现场查看', en: 'on-site visit' },
  'auditMethod.observation': { 'zh-CN': '观察过程', en: 'observation' },
  'auditMethod.sampling': { 'zh-CN': '抽样', en: 'sampling' },
  'auditMethod.mystery-shopper': { 'zh-CN': '神秘顾客', en: 'mystery shopper' },
  'auditMethod.customer-survey': { 'zh-CN': '顾客调查', en: 'customer survey' },
  'auditMethod.test': { 'zh-CN': '测试', en: 'test' },
  'auditMethod.data-analysis': { 'zh-CN': '数据分析', en: 'data analysis' },
} as const satisfies Catalogue;
