import type { ClauseRating } from '../../model/dossier.ts';
import type { RaterRating } from './independent-store.ts';

/** Ratings as one rater sees them while they work. */
export interface OwnView {
  readonly ratings: Readonly<Record<string, ClauseRating>>;
  /** How many clauses count as this person alone rates them. */
  readonly own: number;
}

/** The agreed ratings, and where none is agreed yet what this person said. */
export function withOwnRatings(agreed: Readonly<Record<string, ClauseRating>>, own: readonly RaterRating[]): OwnView {
  const ratings: Record<string, ClauseRating> = { ...agreed };
  const counted = new Set<string>();
  for (const { clauseId, rating, note } of own) {
    if (ratings[clauseId]?.rating || ratings[clauseId]?.sites) continue;
    ratings[clauseId] = { rating, note };
    if (rating) counted.add(clauseId);
  }
  return { ratings, own: counted.size };
}
