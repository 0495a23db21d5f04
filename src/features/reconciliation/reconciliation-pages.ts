import type { Language } from '../../i18n/language.ts';
import { clauseName } from '../../model/clause-name.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import { isSameRating, type Rating } from '../../model/rating.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { DutiesByClause } from '../rating-duties/duty-store.ts';
import type { RaterRating } from '../ratings/independent-store.ts';
import { explainRating } from '../ratings/rating-words.ts';
import type { Conflict, RatingControl, SheetPage } from '../workbench/workbench-pages.ts';
import type { AgreementLines } from './agreement-lines.ts';
import { commonRating } from './reconciliation-service.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'reconciliation/list': ReconciliationPage;
    'reconciliation/show': ReconcilePage;
  }
}

export interface ReconciliationPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  /** Clauses that somebody has not submitted yet. */
  readonly sealed: number;
  /** Open clauses on which the raters differ, on which they say the same, and those with an agreed rating. */
  readonly differing: readonly ComparedClause[];
  readonly alike: readonly ComparedClause[];
  readonly agreed: readonly ComparedClause[];
  readonly agreement: AgreementLines;
  readonly mayReconcile: boolean;
}

/** What everybody said of one clause. */
export interface ComparedClause {
  readonly href: string;
  readonly name: string;
  readonly said: readonly SaidLine[];
  readonly agreed: { readonly words: string; readonly note: string } | null;
}

export interface SaidLine {
  readonly name: string;
  /** The rating in words with its arithmetic. */
  readonly words: string;
  readonly note: string;
  readonly at: string;
  /** Differs from the agreed rating. */
  readonly apart: boolean;
}

export interface ReconcilePage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly action: string;
  readonly clause: SheetPage['clause'];
  readonly compared: ComparedClause;
  readonly control: RatingControl;
  readonly form: FormState;
  readonly revision: number;
  readonly conflict: Conflict | null;
  readonly history: readonly HistoryLine[];
  readonly mayReconcile: boolean;
}

export interface HistoryLine {
  readonly by: string;
  readonly at: string;
  /** null: the first agreed rating. */
  readonly before: string | null;
  readonly after: string;
  readonly note: string;
  readonly reason: string;
}

export interface ComparisonSource {
  readonly assessmentId: string;
  readonly criteria: Criteria;
  readonly duties: DutiesByClause;
  readonly said: readonly RaterRating[];
  readonly agreed: Readonly<Record<string, ClauseRating>>;
}

/** Every open clause, in the order of the criteria. */
export function comparedClauses(source: ComparisonSource, language: Language): (ComparedClause & { alike: boolean })[] {
  return ratedClauses(source.criteria)
    .filter(({ id }) => source.duties.get(id)?.openedAt != null)
    .map((clause) => ({
      ...compareAt(source, clause, language),
      alike: commonRating(source.said.filter(({ clauseId }) => clauseId === clause.id)) !== null,
    }));
}

export function compareAt(source: ComparisonSource, clause: Clause, language: Language): ComparedClause {
  const { assessmentId, criteria, said, agreed } = source;
  const here = said.filter(({ clauseId }) => clauseId === clause.id);
  const known = agreed[clause.id];
  const wordsOf = (rating: Rating | null) => explainRating(criteria, clause, rating, language);
  return {
    href: `/assessments/${assessmentId}/reconciliation/${clause.id}`,
    name: clauseName(criteria, clause.id, language),
    said: here.map(({ name, rating, note, updatedAt }) => ({
      name,
      words: wordsOf(rating),
      note,
      at: updatedAt,
      apart: known?.rating != null && !isSameRating(rating, known.rating),
    })),
    agreed: known?.rating ? { words: wordsOf(known.rating), note: known.note } : null,
  };
}

export function countSealed(duties: DutiesByClause): number {
  return [...duties.values()].filter(({ independent, openedAt }) => independent && openedAt === null).length;
}
