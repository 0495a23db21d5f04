import { languages } from '../../i18n/language.ts';
import { type TextKey, texts } from '../../i18n/texts.ts';
import { translateMessage } from '../../i18n/translate.ts';
import { itemKinds, type items, type SheetColumn, type SheetKey } from './sheet-layout.ts';

/** What may stand for a thing in a workbook: how we write it first, then what is understood too. */
export type Spellings = readonly [string, ...string[]];

/** 「条款 Clauses」; either half is understood. */
export function sheetSpellings(sheet: SheetKey): Spellings {
  return both(`sheets.sheet.${sheet}`);
}

/** 「分值 points」, with its language 「标题（中文） title zh-CN」; the Chinese or the English name alone is understood too. */
export function columnSpellings({ key, language }: SheetColumn): Spellings {
  const { 'zh-CN': chinese, en } = texts[`sheets.column.${key}`];
  if (language === null) return [`${chinese} ${key}`, chinese, key, en];
  const { 'zh-CN': name, en: other } = texts[`sheets.language.${language}`];
  return [
    `${chinese}（${name}） ${key} ${language}`,
    `${chinese}（${name}）`,
    `${key} ${language}`,
    `${en} (${other})`,
    `${en} ${other}`,
  ];
}

/** 「满分 full_marks」 */
export function itemSpellings(item: (typeof items)[keyof typeof items][number]): Spellings {
  const { 'zh-CN': chinese, en } = texts[`sheets.item.${item}`];
  return [`${chinese} ${item}`, chinese, item, en];
}

/** How a setting is written, and what is filled in; null for what is no setting. */
export function itemTexts(item: string): { name: string; about: string } | null {
  const key = `sheets.item.${item}`;
  const about = `sheets.aboutItem.${item}`;
  if (!isTextKey(key) || !isTextKey(about)) return null;
  return { name: `${texts[key]['zh-CN']} ${item}`, about: inBoth(about) };
}

/** 「求和 sum」; for a word without Chinese the word itself. */
export function wordSpellings(word: string): Spellings {
  const key = `sheets.word.${word}`;
  if (!isTextKey(key)) return [word];
  const { 'zh-CN': chinese, en } = texts[key];
  return [`${chinese} ${word}`, word, chinese, en];
}

/** What an example of a certificate number shows. */
const certificatePattern = 'ASM-{year}-{serial:5}';

/** Chinese and English of a text, one below the other. */
export function inBoth(key: TextKey): string {
  return languages.map((language) => translateMessage({ key, parameters: { pattern: certificatePattern } }, language)).join('\n');
}

/** Without what people do not see or do not mean: width, case, spaces. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\u200b-\u200f\ufeff]+/g, '');
}

export function isTranslatedItem(item: string): boolean {
  return itemKinds[item] === undefined && item !== 'basis' && item !== 'number';
}

function both(key: TextKey): Spellings {
  const { 'zh-CN': chinese, en } = texts[key];
  return [`${chinese} ${en}`, chinese, en];
}

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}
