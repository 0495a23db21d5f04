import type { Db } from '../../db/db.ts';

/** Evidence of an open assessment that soon holds no longer. */
export interface ExpiringEvidence {
  readonly id: string;
  readonly assessmentId: string;
  readonly number: string;
  readonly reference: string;
  readonly title: string;
  readonly validUntil: string;
  readonly href: string;
  /** Id of who handed it in. */
  readonly addedBy: string;
}

/** What holds until one of these days, both included, and still counts; a thousand at most, the earliest first. */
export async function listExpiring(db: Db, from: string, to: string): Promise<ExpiringEvidence[]> {
  const rows: {
    id: string;
    assessment_id: string;
    place: number;
    title: string;
    valid_until: string;
    created_by: string;
    number: string;
  }[] = await db('evidence')
    .join('assessments', 'assessments.id', 'evidence.assessment_id')
    .whereNotIn('assessments.state', ['finished', 'stopped'])
    .whereNotIn('evidence.status', ['rejected', 'superseded'])
    .whereBetween('evidence.valid_until', [from, to])
    .orderBy(['evidence.valid_until', 'evidence.id'])
    .limit(1000)
    .select('evidence.*', 'assessments.number');
  return rows.map((row) => ({
    id: row.id,
    assessmentId: row.assessment_id,
    number: row.number,
    reference: `E${row.place}`,
    title: row.title,
    validUntil: row.valid_until,
    href: `/assessments/${row.assessment_id}/evidence/${row.id}`,
    addedBy: row.created_by,
  }));
}
