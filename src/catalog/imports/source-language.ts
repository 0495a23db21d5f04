import { message } from '../../i18n/translate.ts';
import type { ImportNotes } from './import-report.ts';
import type { SourceLanguage } from './source-tree.ts';
import { mapOf, type SourceMap, textOf } from './source-values.ts';

/** The language of a text by its letters. */
export function languageOfText(text: string): SourceLanguage {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han > latin ? 'zh-CN' : 'en';
}

/** Ours for a locale such as `zh`, `zh_CN` or `en-GB`; other languages are marked as the letters suggest, and told. */
export function languageOfLocale(locale: string, sample: string, place: string, notes: ImportNotes): SourceLanguage {
  const known = knownLocale(locale);
  if (known) return known;
  const language = languageOfText(sample);
  if (locale !== '') notes.oddities.push({ place, text: message('imports.otherLanguage', { found: locale, language }) });
  return language;
}

function knownLocale(locale: string): SourceLanguage | null {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : null;
}

/** The texts of `translations` in the language that is not the file's own; the other languages are counted in `left`. */
export function translationOf(map: SourceMap, language: SourceLanguage, left: Map<string, number>): SourceMap | null {
  const found: Record<string, unknown> = {};
  for (const [locale, texts] of Object.entries(mapOf(map.translations))) {
    const known = knownLocale(locale);
    if (known !== null && known !== language) Object.assign(found, mapOf(texts));
    else if (known === null) left.set(locale, (left.get(locale) ?? 0) + 1);
  }
  return Object.keys(found).length > 0 ? found : null;
}

/** What a map says under a key, in the own and in the other language. */
export function bothTexts(map: SourceMap, other: SourceMap | null, key: string): { own: string; other: string | undefined } {
  return { own: textOf(map[key]), other: textOf(other?.[key]) || undefined };
}
