import type { Db } from '../../db/db.ts';
import { readDutiesOf } from '../rating-duties/duty-store.ts';
import { findOptionalOwnRating } from './independent-store.ts';
import { findOptionalRating, type RatingPlace, type StoredRating } from './rating-store.ts';

/** The rating of a clause as one person works on it: their own while it is rated independently and not agreed, else the shared one. */
export async function findSeenRating(db: Db, place: RatingPlace, userId: string): Promise<StoredRating | null> {
  const { independent, openedAt } = await readDutiesOf(db, place.assessmentId, place.clauseId);
  if (!independent) return findOptionalRating(db, place);
  const own = () => findOptionalOwnRating(db, place, userId);
  return openedAt === null ? own() : ((await findOptionalRating(db, place)) ?? own());
}
