import type { Db, Trx } from '../../db/db.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';

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
  readonly assessmentId: string;
  readonly clauseId: string;
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

export async function findOptionalRating(db: Db, assessmentId: string, clauseId: string): Promise<StoredRating | null> {
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
  const key = { assessment_id: change.assessmentId, clause_id: change.clauseId };
  const values = {
    rating: change.rating === null ? null : JSON.stringify(change.rating),
    note: change.note,
    revision: revision + 1,
    updated_by: change.by,
    updated_at: change.at.toISOString(),
  };
  if (revision > 0) {
    const updated = await trx('ratings')
      .where({ ...key, revision })
      .update(values);
    return updated === 1 ? revision + 1 : null;
  }
  const inserted: unknown[] = await trx('ratings')
    .insert({ ...key, ...values })
    .onConflict(['assessment_id', 'clause_id'])
    .ignore()
    .returning('clause_id');
  return inserted.length === 1 ? 1 : null;
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

function toRating(json: string | null): Rating | null {
  return json === null ? null : JSON.parse(json);
}
