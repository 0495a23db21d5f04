import type { Db, Trx } from '../../db/db.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import { type RatingChange, type RatingPlace, type StoredRating, toRating } from './rating-store.ts';
import { writeAtRevision } from './revision-row-store.ts';

/** What one rater says of a clause that several rate independently. */
export interface RaterRating extends ClauseRating {
  readonly clauseId: string;
  readonly userId: string;
  readonly name: string;
  readonly updatedAt: string;
}

interface IndependentRow {
  readonly clause_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly rating: string | null;
  readonly note: string;
  readonly revision: number;
  readonly updated_at: string;
}

/** All that one person has said of clauses that are rated independently. */
export async function listOwnRatings(db: Db, assessmentId: string, userId: string): Promise<RaterRating[]> {
  return read(db, assessmentId, (query) => query.where({ 'independent_ratings.user_id': userId }));
}

/** What everybody said, of those clauses alone at which all may see it. `clauseId` narrows it to one. */
export async function listOpenedRatings(db: Db, assessmentId: string, clauseId?: string): Promise<RaterRating[]> {
  const opened = db('independent_clauses').where({ assessment_id: assessmentId }).whereNotNull('opened_at').select('clause_id');
  return read(db, assessmentId, (query) => {
    query.whereIn('independent_ratings.clause_id', opened);
    if (clauseId !== undefined) query.where({ 'independent_ratings.clause_id': clauseId });
  });
}

async function read(db: Db, assessmentId: string, narrow: (query: ReturnType<Db>) => void): Promise<RaterRating[]> {
  const query = db('independent_ratings')
    .join('users', 'users.id', 'independent_ratings.user_id')
    .where({ 'independent_ratings.assessment_id': assessmentId })
    .orderBy(['users.name', 'users.id']);
  narrow(query);
  const rows: IndependentRow[] = await query.select('independent_ratings.*', 'users.name');
  return rows.map((row) => ({
    clauseId: row.clause_id,
    userId: row.user_id,
    name: row.name,
    rating: toRating(row.rating),
    note: row.note,
    updatedAt: row.updated_at,
  }));
}

/** What one rater says of a clause, with how often they saved it. */
export async function findOptionalOwnRating(db: Db, place: RatingPlace, userId: string): Promise<StoredRating | null> {
  const row: IndependentRow | undefined = await db('independent_ratings')
    .join('users', 'users.id', 'independent_ratings.user_id')
    .where({
      'independent_ratings.assessment_id': place.assessmentId,
      'independent_ratings.clause_id': place.clauseId,
      'independent_ratings.user_id': userId,
    })
    .first('independent_ratings.*', 'users.name');
  if (!row) return null;
  return {
    clauseId: row.clause_id,
    rating: toRating(row.rating),
    note: row.note,
    revision: row.revision,
    updatedBy: row.user_id,
    updatedByName: row.name,
    updatedAt: row.updated_at,
  };
}

/** As `writeRating`, beside what other raters say. */
export async function writeOwnRating(trx: Trx, change: RatingChange, revision: number): Promise<number | null> {
  const { assessmentId, clauseId } = change.place;
  const key = { assessment_id: assessmentId, clause_id: clauseId, user_id: change.by };
  const values = {
    rating: change.rating === null ? null : JSON.stringify(change.rating),
    note: change.note,
    updated_at: change.at.toISOString(),
  };
  return writeAtRevision(trx, { table: 'independent_ratings', key, values }, revision);
}

/** Ids of those clauses at which some rater has written something. */
export async function listIndependentlyTouched(db: Db, assessmentId: string, clauseIds: readonly string[]): Promise<string[]> {
  return db('independent_ratings')
    .where({ assessment_id: assessmentId })
    .whereIn('clause_id', [...clauseIds])
    .where((rule) => rule.whereNotNull('rating').orWhereNot({ note: '' }))
    .pluck('clause_id');
}

/** Who has rated which of these clauses, without what they said. */
export async function listWhoRated(
  db: Db,
  assessmentId: string,
): Promise<{ readonly clauseId: string; readonly userId: string }[]> {
  const rows: Pick<IndependentRow, 'clause_id' | 'user_id'>[] = await db('independent_ratings')
    .where({ assessment_id: assessmentId })
    .whereNotNull('rating')
    .select('clause_id', 'user_id');
  return rows.map((row) => ({ clauseId: row.clause_id, userId: row.user_id }));
}
