import type { ImportNote, ImportReport } from '../catalog/imports/import-report.ts';
import type { Language } from '../i18n/language.ts';
import { translateMessage, translator } from '../i18n/translate.ts';

/** So many notes that say the same are printed one by one. */
const mostAlike = 10;

/** The report of an import to read in a terminal. */
export function importLines({ kind, kept, mapped, dropped, oddities }: ImportReport, language: Language): string[] {
  const t = translator(language);
  return [
    t('imports.kept', { ...kept, languages: kept.languages.join(', '), kind }),
    ...section(t('imports.mapped', { count: mapped.length }), mapped, language),
    ...section(t('imports.dropped', { count: dropped.length }), dropped, language),
    ...section(t('imports.oddities', { count: oddities.length }), oddities, language),
    '',
  ];
}

function section(title: string, notes: readonly ImportNote[], language: Language): string[] {
  if (notes.length === 0) return [];
  const alike = new Map<string, ImportNote[]>();
  for (const note of notes) alike.set(note.text.key, [...(alike.get(note.text.key) ?? []), note]);
  const lines = [...alike.values()].flatMap((group) => [
    ...group.slice(0, mostAlike).map(({ place, text }) => `  ${place}: ${translateMessage(text, language)}`),
    ...(group.length > mostAlike
      ? [`  ${translator(language)('imports.moreLikeThis', { count: group.length - mostAlike })}`]
      : []),
  ]);
  return ['', title, ...lines];
}
