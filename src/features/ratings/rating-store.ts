import type { Db, Trx } from '../../db/db.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';
import { writeAtRevision } from './revision-row-store.ts';

/** What is rated: a clause of an assessment. */
export interface RatingPlace {
  readonly assessmentId: string;
  readonly clauseId: string;
}

/** What stands at a clause, and how often it was saved. */
export interface StoredRating extends ClauseRating {
  readonly clauseId: string;
  /** 1 after the first save; 0 where nothing was saved yet. */
  readonly revision: number;
  readonly updatedBy: string;
  readonly updatedByName: string;
  readonly updatedAt: string;
}

interface RatingRow {
  readonly clause_id: string;
  readonly rating: string | null;
  readonly note: string;
  readonly revision: number;
  readonly updated_by: string;
  readonly updated_by_name: string;
  readonly updated_at: string;
}

/** What a save writes. */
export interface RatingChange extends ClauseRating {
  readonly place: RatingPlace;
  readonly by: string;
  readonly at: Date;
}

/** Clause id → rating, in the shape in which the engine takes it. */
export async function readRatings(db: Db, assessmentId: string): Promise<Record<string, ClauseRating>> {
  const rows: Pick<RatingRow, 'clause_id' | 'rating' | 'note'>[] = await db('ratings')
    .where({ assessment_id: assessmentId })
    .select('clause_id', 'rating', 'note');
  return Object.fromEntries(rows.map((row) => [row.clause_id, { rating: toRating(row.rating), note: row.note }]));
}

export async function findOptionalRating(db: Db, { assessmentId, clauseId }: RatingPlace): Promise<StoredRating | null> {
  const row: RatingRow | undefined = await db('ratings')
    .join('users', 'users.id', 'ratings.updated_by')
    .where({ 'ratings.assessment_id': assessmentId, 'ratings.clause_id': clauseId })
    .first('ratings.*', 'users.name as updated_by_name');
  return row ? toStoredRating(row) : null;
}

/**
 * Writes the rating if it still stands at `revision`. Returns the new revision, or null when somebody saved meanwhile:
 * then nothing is written.
 */
export async function writeRating(trx: Trx, change: RatingChange, revision: number): Promise<number | null> {
  const values = {
    rating: change.rating === null ? null : JSON.stringify(change.rating),
    note: change.note,
    updated_by: change.by,
    updated_at: change.at.toISOString(),
  };
  return writeAtRevision(trx, { table: 'ratings', key: keyOf(change.place), values }, revision);
}

/** Several first ratings at once, of clauses at which nothing stands. */
export async function insertRatings(trx: Trx, changes: readonly RatingChange[]): Promise<void> {
  const rows = changes.map(({ place, rating, note, by, at }) => ({
    ...keyOf(place),
    rating: JSON.stringify(rating),
    note,
    revision: 1,
    updated_by: by,
    updated_at: at.toISOString(),
  }));
  if (rows.length > 0) await trx.batchInsert('ratings', rows, 100);
}

/** Ids of those clauses at which a rating or a note stands. */
export async function listTouchedClauses(db: Db, assessmentId: string, clauseIds: readonly string[]): Promise<string[]> {
  return db('ratings')
    .where({ assessment_id: assessmentId })
    .whereIn('clause_id', [...clauseIds])
    .where((rule) => rule.whereNotNull('rating').orWhereNot({ note: '' }))
    .pluck('clause_id');
}

/** Takes rows away that say nothing, so that a clause is as if nobody had been there. */
export async function deleteEmptyRatings(trx: Trx, assessmentId: string, clauseIds: readonly string[]): Promise<void> {
  await trx('ratings')
    .where({ assessment_id: assessmentId, note: '' })
    .whereIn('clause_id', [...clauseIds])
    .whereNull('rating')
    .delete();
}

function keyOf({ assessmentId, clauseId }: RatingPlace) {
  return { assessment_id: assessmentId, clause_id: clauseId };
}

function toStoredRating(row: RatingRow): StoredRating {
  return {
    clauseId: row.clause_id,
    rating: toRating(row.rating),
    note: row.note,
    revision: row.revision,
    updatedBy: row.updated_by,
    updatedByName: row.updated_by_name,
    updatedAt: row.updated_at,
  };
}

export function toRating(json: string | null): Rating | null {
  return json === null ? null : JSON.parse(json);
}
