import type { Language } from '../../i18n/language.ts';
import { bareDossier } from '../../model/bare-dossier.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { explainClause } from '../../model/explain-clause.ts';
import type { Rating } from '../../model/rating.ts';
import { resultOf } from '../../model/result-of.ts';

/**
 * One rating in words with its arithmetic, without the rest of the assessment: the engine scores criteria that consist
 * of this clause alone.
 */
export function explainRating(criteria: Criteria, clause: Clause, rating: Rating | null, language: Language): string {
  const alone: Criteria = {
    ...criteria,
    ...{ clauses: [clause], parts: [], grades: [], gates: [], maturity: null, deduction: null, bonus: null },
  };
  const [result] = resultOf(bareDossier(alone, { [clause.id]: { rating, note: '' } })).clauses;
  return result ? explainClause(alone, result, language) : '';
}
