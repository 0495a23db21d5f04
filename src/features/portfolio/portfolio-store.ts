import type { Db } from '../../db/db.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { countingResult } from '../assessments/assessment-list-store.ts';
import type { FinishedAudit } from './portfolio.ts';

/** Audits that the overview looks at; of more the oldest are left out, and the paper says so. */
export const mostAudits = 2000;

interface AuditRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly trade: string | null;
  readonly number: string;
  readonly finished_at: string;
  readonly criteria_id: string;
  readonly title: string;
  readonly score: string;
  readonly grade_label: string | null;
}

/** Finished audits (no self-assessments) with the result that counts, the newest first. */
export async function listFinishedAudits(db: Db): Promise<FinishedAudit[]> {
  const rows: AuditRow[] = await db('assessments')
    .join('organizations', 'organizations.id', 'assessments.organization_id')
    .join('criteria_copies', 'criteria_copies.hash', 'assessments.criteria_hash')
    .join('results', countingResult)
    .where({ 'assessments.state': 'finished' })
    .whereNot({ 'assessments.kind': 'self' })
    .orderBy('assessments.finished_at', 'desc')
    .orderBy('assessments.number', 'desc')
    .limit(mostAudits)
    .select('assessments.id', 'assessments.organization_id', 'organizations.name', 'organizations.trade', 'assessments.number')
    .select(
      'assessments.finished_at',
      'assessments.criteria_id',
      'criteria_copies.title',
      'results.score',
      'results.grade_label',
    );
  return rows.map(toAudit);
}

function toAudit(row: AuditRow): FinishedAudit {
  const title: LocalizedText = JSON.parse(row.title);
  const gradeLabel: LocalizedText | null = row.grade_label === null ? null : JSON.parse(row.grade_label);
  return {
    id: row.id,
    organizationId: row.organization_id,
    organization: row.name,
    trade: row.trade,
    number: row.number,
    finishedAt: row.finished_at,
    criteria: { id: row.criteria_id, title },
    score: row.score,
    gradeLabel,
  };
}

interface CountRow {
  readonly organization_id: string;
  readonly count: number | string;
}

/** Organization id → nonconformities that are told and neither closed nor withdrawn, and how many of them are overdue. */
export async function countOpenFindings(db: Db, today: string): Promise<Map<string, { open: number; overdue: number }>> {
  const open = () =>
    db('findings')
      .join('assessments', 'assessments.id', 'findings.assessment_id')
      .whereIn('findings.grade', ['major', 'minor'])
      .whereNotIn('findings.state', ['raised', 'closed', 'withdrawn'])
      .groupBy('assessments.organization_id')
      .count({ count: '*' })
      .select<CountRow[]>('assessments.organization_id');
  const all: CountRow[] = await open();
  const late: CountRow[] = await open().where('findings.correction_due', '<', today);
  const overdue = new Map(late.map(({ organization_id, count }) => [organization_id, Number(count)]));
  return new Map(all.map(({ organization_id: id, count }) => [id, { open: Number(count), overdue: overdue.get(id) ?? 0 }]));
}
