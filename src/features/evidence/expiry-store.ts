import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { DueItem } from '../notices/due.ts';

interface ExpiryRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly place: number;
  readonly title: string;
  readonly valid_until: string;
  readonly created_by: string;
  readonly number: string;
}

/** Evidence of open assessments that soon holds no longer, for whoever handed it in. */
export async function listExpiringEvidence(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows: ExpiryRow[] = await db('evidence')
    .join('assessments', 'assessments.id', 'evidence.assessment_id')
    .whereIn('assessments.state', ['planned', 'in-progress', 'findings-open'])
    .whereNotIn('evidence.status', ['rejected', 'superseded'])
    .whereBetween('evidence.valid_until', [from, until])
    .orderBy(['evidence.valid_until', 'evidence.id'])
    .limit(5000)
    .select('evidence.*', 'assessments.number');
  return rows.map((row) => {
    const said = { reference: `E${row.place}`, title: row.title, number: row.number, day: row.valid_until };
    return {
      kind: 'evidence-expiry',
      id: row.id,
      dueOn: row.valid_until,
      text: { soon: message('notices.evidenceExpires', said), overdue: message('notices.evidenceExpired', said) },
      href: `/assessments/${row.assessment_id}/evidence/${row.id}`,
      assessmentId: row.assessment_id,
      to: [row.created_by],
    };
  });
}
