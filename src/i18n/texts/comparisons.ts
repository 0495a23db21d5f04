import type { Catalogue } from '../catalogue.ts';

/** The page that shows two versions of criteria side by side. */
export const comparisonTexts = {
  'comparison.title': { 'zh-CN': '版本差异', en: 'What differs between versions' },
  'comparison.compare': { 'zh-CN': '与其他版本比较', en: 'Compare with another version' },
  'comparison.fromTo': { 'zh-CN': '{title}：从 {from} 版到 {to} 版', en: '{title}: from version {from} to version {to}' },
  'comparison.onlyVersion': {
    'zh-CN': '本系统中该准则只有这一个版本，没有可以比较的版本。',
    en: 'This is the only version of these criteria here; there is none to compare it with.',
  },
  'comparison.from': { 'zh-CN': '与哪一版比较', en: 'Compare with version' },
  'comparison.show': { 'zh-CN': '比较', en: 'Compare' },
  'comparison.counts': { 'zh-CN': '差异统计', en: 'How much differs' },
  'comparison.added': { 'zh-CN': '新增', en: 'Added' },
  'comparison.removed': { 'zh-CN': '删除', en: 'Removed' },
  'comparison.placed': { 'zh-CN': '移动或改编号', en: 'Moved or renumbered' },
  'comparison.reworded': { 'zh-CN': '文字改动', en: 'Reworded' },
  'comparison.scored': { 'zh-CN': '分值或评定改动', en: 'Points or rating changed' },
  'comparison.head': { 'zh-CN': '条款以外的改动', en: 'Outside the clauses' },
  'comparison.clauseCount': { 'zh-CN': '{count} 条', en: '{count} {count:clause|clauses}' },
  'comparison.headCount': { 'zh-CN': '{count} 处', en: '{count} {count:change|changes}' },
  'comparison.marks': {
    'zh-CN': '文字中，加删除线的是旧版删去的，加下划线的是新版增加的。',
    en: 'In the texts, what is struck through was removed and what is underlined was added.',
  },
  'comparison.removedText': { 'zh-CN': '［删去：', en: '[removed:' },
  'comparison.addedText': { 'zh-CN': '［增加：', en: '[added:' },
  'comparison.endOfText': { 'zh-CN': '］', en: ']' },
  'comparison.textIn': { 'zh-CN': '{text}（{language}）', en: '{text} ({language})' },
} as const satisfies Catalogue;
