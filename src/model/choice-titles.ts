import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { textIn } from './clauses.ts';
import type { Criteria } from './criteria.ts';

/** The titles of variants and profiles by id, `制造商、完整审核`. */
export function choiceTitles(criteria: Criteria, ids: readonly string[], language: Language): string {
  return ids.map((id) => choiceTitle(criteria, id, language)).join(translator(language)('explain.listSeparator'));
}

/** Of a variant, of a profile, or of both together (`maker+short` → `制造商 · 简易自查`). */
export function choiceTitle(criteria: Criteria, key: string, language: Language): string {
  const all = [...(criteria.variants ?? []), ...(criteria.profiles ?? [])];
  const titleOf = (id: string) => textIn(all.find((one) => one.id === id)?.title ?? null, language, criteria.language) || id;
  return key.split('+').map(titleOf).join(' · ');
}
