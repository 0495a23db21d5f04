import { languageName } from '../../i18n/language-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import { translatedPercent } from './criteria-translation.ts';

/** A language of the criteria and how much of them stands in it. */
export interface LanguageShare {
  readonly tag: string;
  /** As its speakers call it. */
  readonly name: string;
  /** Whole percent; the criteria's own language has 100. */
  readonly percent: number;
}

/** Own language first. */
export function languageShares(criteria: Criteria): LanguageShare[] {
  return criteria.languages.map((tag) => ({
    tag,
    name: languageName(tag),
    percent: translatedPercent(criteria, tag),
  }));
}
