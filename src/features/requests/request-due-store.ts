import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { waitsForCompany } from '../../model/request-life.ts';
import type { DueItem } from '../notices/due.ts';
import { peopleByCompany } from './request-store.ts';

interface DueRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly place: number;
  readonly due_on: string;
  readonly created_by: string;
  readonly number: string;
  readonly organization_id: string;
}

/** Requests that still wait for the company: its people are reminded, and whoever asked. */
export async function listDueRequests(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows: DueRow[] = await db('evidence_requests')
    .join('assessments', 'assessments.id', 'evidence_requests.assessment_id')
    .whereIn('evidence_requests.state', [...waitsForCompany])
    .whereIn('assessments.state', ['planned', 'in-progress', 'findings-open'])
    .whereBetween('evidence_requests.due_on', [from, until])
    .orderBy(['evidence_requests.due_on', 'evidence_requests.id'])
    .limit(5000)
    .select('evidence_requests.*', 'assessments.number', 'assessments.organization_id');
  const companies = await peopleByCompany(db, [...new Set(rows.map((row) => row.organization_id))]);
  return rows.map((row) => {
    const said = { reference: `R${row.place}`, number: row.number, day: row.due_on };
    return {
      kind: 'evidence-request',
      id: row.id,
      dueOn: row.due_on,
      text: { soon: message('notices.requestSoon', said), overdue: message('notices.requestOverdue', said) },
      href: `/assessments/${row.assessment_id}/requests/${row.id}`,
      assessmentId: row.assessment_id,
      to: [...(companies.get(row.organization_id) ?? []), row.created_by],
    };
  });
}
