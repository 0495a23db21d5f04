import type { Catalogue } from '../catalogue.ts';

/** What the command line says. */
export const cliTexts = {
  'cli.about': {
    'zh-CN': '衡准：售后服务成熟度评价与认证审核',
    en: 'Assay: maturity assessment and certification audit of after-sales service',
  },
  'cli.languageOption': { 'zh-CN': '输出语言', en: 'language of the output' },
  'cli.criteria': { 'zh-CN': '评价准则文件', en: 'criteria files' },
  'cli.criteriaCheck': {
    'zh-CN': '检查准则文件及其译文，逐条列出问题',
    en: 'check criteria files with their overlays; names every problem',
  },
  'cli.criteriaFine': { 'zh-CN': '{file}：没有问题（{id} {version}）', en: '{file}: no problems ({id} {version})' },
  'cli.translated': {
    'zh-CN': '  译文 {language}：{percent}%  {missing}',
    en: '  translated into {language}: {percent}%  {missing}',
  },
  'cli.problemsFound': {
    'zh-CN': '{files} 个文件中发现 {problems} 个问题。',
    en: '{problems} {problems:problem|problems} found in {files} {files:file|files}.',
  },
} as const satisfies Catalogue;
