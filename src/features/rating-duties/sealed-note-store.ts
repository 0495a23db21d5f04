import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';

/**
 * The ids of evidence whose note somebody may not read yet: another handed it in, for a clause that is rated
 * independently and whose ratings are not open. `viewerId` null: nobody in particular, as in a report.
 */
export function sealedEvidenceIds(db: Db, assessmentId: string | readonly string[], viewerId: string | null): Knex.QueryBuilder {
  const query = db('evidence as sealed')
    .join('evidence_clauses', 'evidence_clauses.evidence_id', 'sealed.id')
    .join('independent_clauses', (on) =>
      on
        .on('independent_clauses.assessment_id', 'sealed.assessment_id')
        .on('independent_clauses.clause_id', 'evidence_clauses.clause_id'),
    )
    .whereIn('sealed.assessment_id', [assessmentId].flat())
    .whereNull('independent_clauses.opened_at');
  if (viewerId !== null) query.whereNot({ 'sealed.created_by': viewerId });
  return query.distinct('sealed.id');
}

/** Is its note one that this person (null: nobody in particular) may not read yet? */
export async function isSealedNote(db: Db, assessmentId: string, viewerId: string | null, evidenceId: string): Promise<boolean> {
  const rows: { id: string }[] = await sealedEvidenceIds(db, assessmentId, viewerId).where({ 'sealed.id': evidenceId });
  return rows.length > 0;
}

/** The same evidence, with the notes left out that this person may not read yet. */
export async function withoutSealedNotes<T extends { readonly id: string; readonly note: string }>(
  db: Db,
  assessmentId: string,
  viewerId: string | null,
  evidence: readonly T[],
): Promise<T[]> {
  if (evidence.every(({ note }) => note === '')) return [...evidence];
  const rows: { id: string }[] = await sealedEvidenceIds(db, assessmentId, viewerId);
  const sealed = new Set(rows.map(({ id }) => id));
  return evidence.map((one) => (sealed.has(one.id) ? { ...one, note: '' } : one));
}
