import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import type { Rating } from '../../model/rating.ts';
import { type RatingPlace, toRating } from '../ratings/rating-store.ts';

/** That an agreed rating was set: what stood there, what stands there since, and why. */
export interface Reconciliation {
  readonly place: RatingPlace;
  readonly before: { readonly rating: Rating | null; readonly note: string };
  readonly rating: Rating;
  readonly note: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** The same as kept. */
export interface ReconciliationLine extends Pick<Reconciliation, 'before' | 'rating' | 'note' | 'reason'> {
  readonly clauseId: string;
  readonly byName: string;
  readonly at: string;
}

export async function insertReconciliations(trx: Trx, all: readonly Reconciliation[]): Promise<void> {
  const rows = all.map(({ place, before, rating, note, reason, by, at }) => ({
    id: randomUUID(),
    assessment_id: place.assessmentId,
    clause_id: place.clauseId,
    before_rating: before.rating === null ? null : JSON.stringify(before.rating),
    before_note: before.note,
    rating: JSON.stringify(rating),
    note,
    reason,
    set_by: by,
    set_at: at.toISOString(),
  }));
  if (rows.length > 0) await trx.batchInsert('reconciliations', rows, 50);
}

interface ReconciliationRow {
  readonly clause_id: string;
  readonly before_rating: string | null;
  readonly before_note: string;
  readonly rating: string;
  readonly note: string;
  readonly reason: string;
  readonly set_at: string;
  readonly name: string;
}

/** How the agreed rating of one clause came about, the latest first. */
export async function listReconciliations(db: Db, { assessmentId, clauseId }: RatingPlace): Promise<ReconciliationLine[]> {
  const rows: ReconciliationRow[] = await reconciliations(db, assessmentId)
    .where({ 'reconciliations.clause_id': clauseId })
    .orderBy([{ column: 'reconciliations.set_at', order: 'desc' }, 'reconciliations.id'])
    .limit(100);
  return toLines(rows);
}

/** Those of every clause of an assessment, in the order of time; ten thousand at most. */
export async function listAllReconciliations(db: Db, assessmentId: string): Promise<ReconciliationLine[]> {
  const order = ['reconciliations.set_at', 'reconciliations.id'];
  return toLines(await reconciliations(db, assessmentId).orderBy(order).limit(10_000));
}

function reconciliations(db: Db, assessmentId: string) {
  return db('reconciliations')
    .join('users', 'users.id', 'reconciliations.set_by')
    .where({ 'reconciliations.assessment_id': assessmentId })
    .select('reconciliations.*', 'users.name');
}

function toLines(rows: readonly ReconciliationRow[]): ReconciliationLine[] {
  return rows.flatMap((row) => {
    const rating = toRating(row.rating);
    if (!rating) return [];
    return [
      {
        clauseId: row.clause_id,
        before: { rating: toRating(row.before_rating), note: row.before_note },
        rating,
        note: row.note,
        reason: row.reason,
        byName: row.name,
        at: row.set_at,
      },
    ];
  });
}
