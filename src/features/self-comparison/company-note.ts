import type { Db } from '../../db/db.ts';
import type { Language } from '../../i18n/language.ts';
import { findClause } from '../../model/clause-name.ts';
import type { Clause } from '../../model/criteria.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { findOptionalSelf, listTakenReferences } from '../dossiers/self-assessment-store.ts';
import { explainRating } from '../ratings/rating-words.ts';

/** What the company said of one clause, as the auditor sees it beside the own rating. */
export interface CompanyNote {
  readonly number: string;
  /** The rating in words; null: not rated. */
  readonly words: string | null;
  readonly note: string;
  /** The rating, where it fits the clause as the audit has it. */
  readonly rating: Rating | null;
  readonly evidence: readonly { readonly reference: string; readonly title: string; readonly taken: boolean }[];
}

/** Of a clause that is rated site by site: at that site. null: no self-assessment stands beside, or it lacks the clause. */
export async function readCompanyNote(
  db: Db,
  assessment: Assessment,
  clause: Clause,
  language: Language,
  site?: string,
): Promise<CompanyNote | null> {
  const self = await findOptionalSelf(db, assessment);
  const { criteria, ratings, evidence } = self?.dossier ?? { criteria: null, ratings: {}, evidence: [] };
  const own = criteria && findClause(criteria, clause.id);
  if (!self || !criteria || !own?.method) return null;

  const said = ratings[clause.id];
  const { rating = null, note = '' } = said?.sites?.find((one) => one.site === site) ?? said ?? {};
  const taken = new Set(await listTakenReferences(db, assessment.id, self.id));
  return {
    number: self.number,
    words: rating && explainRating(criteria, own, rating, language),
    note,
    rating: rating && ratingProblem(clause, rating) === null ? rating : null,
    evidence: evidence
      .filter(({ clauses }) => clauses.includes(clause.id))
      .map(({ reference, title }) => ({ reference, title, taken: taken.has(reference) })),
  };
}
