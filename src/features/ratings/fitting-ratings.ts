import { findClause } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import type { RaterRating } from './independent-store.ts';

/**
 * The same, but unrated where a rating no longer fits its clause: the assessment may have been moved to another version of
 * its criteria since. A missing reason is no misfit; it may still be on its way.
 */
export function fittingRatings(criteria: Criteria, said: readonly RaterRating[]): RaterRating[] {
  return said.map((one) => {
    const clause = findClause(criteria, one.clauseId);
    const fits =
      one.rating === null || (clause && (one.rating.by === 'not-applicable' || ratingProblem(clause, one.rating) === null));
    return fits ? one : { ...one, rating: null };
  });
}
