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
    name: criteriaLanguageName(tag),
    percent: translatedPercent(criteria, tag),
  }));
}

/** 中文（中国） is how browsers call it; people say 简体中文. */
export function criteriaLanguageName(tag: string): string {
  if (tag === 'zh-CN') return '简体中文';
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
