import type { Language } from '../../i18n/language.ts';
import { textIn } from '../../model/clauses.ts';
import type { AuditMethod, Criteria } from '../../model/criteria.ts';
import { decimalPercent } from '../../model/figure-words.ts';
import { partShare } from '../../model/part-name.ts';

/** A part of criteria as it is explained to readers. */
export interface CriteriaPartView {
  readonly title: string;
  readonly share: string;
  readonly clauses: readonly string[];
  readonly methods: readonly AuditMethod[];
  /** The least rate, `60%`; null where there is none. */
  readonly minimum: string | null;
}

export function partViews(criteria: Criteria, language: Language): CriteriaPartView[] {
  const titles = new Map(criteria.clauses.map(({ id, title }) => [id, textIn(title, language, criteria.language)]));
  return (criteria.parts ?? []).map((part) => ({
    title: textIn(part.title, language, criteria.language),
    share: partShare(criteria, part),
    clauses: part.clauses.map((id) => titles.get(id) ?? id),
    methods: part.auditMethods,
    minimum: part.minimumRate && decimalPercent(part.minimumRate),
  }));
}
