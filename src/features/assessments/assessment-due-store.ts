import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { DueItem } from '../notices/due.ts';

interface DueRow {
  readonly id: string;
  readonly number: string;
  readonly to_date: string;
  readonly user_id: string;
}

/** Assessments that are still planned or in progress, due on their last day; for whoever leads them. */
export async function listDueAssessments(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows: DueRow[] = await db('assessments')
    .join('team_members', 'team_members.assessment_id', 'assessments.id')
    .where({ 'team_members.role': 'leader' })
    .whereIn('assessments.state', ['planned', 'in-progress'])
    .whereBetween('assessments.to_date', [from, until])
    .orderBy(['assessments.to_date', 'assessments.id'])
    .limit(5000)
    .select('assessments.id', 'assessments.number', 'assessments.to_date', 'team_members.user_id');
  return rows.map(({ id, number, to_date, user_id }) => ({
    kind: 'assessment',
    id,
    dueOn: to_date,
    text: {
      soon: message('notices.assessmentSoon', { number, day: to_date }),
      overdue: message('notices.assessmentOverdue', { number, day: to_date }),
    },
    href: `/assessments/${id}`,
    assessmentId: id,
    to: [user_id],
  }));
}
