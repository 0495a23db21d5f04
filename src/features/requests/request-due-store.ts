import type { Db } from '../../db/db.ts';
import { waitsForCompany } from '../../model/request-life.ts';
import { peopleByCompany } from './request-store.ts';

/** Something whose day comes. */
export interface DueRequest {
  readonly id: string;
  readonly assessmentId: string;
  readonly number: string;
  readonly reference: string;
  readonly dueOn: string;
  readonly href: string;
  /** Ids of those who are to act, and of the one who waits for it. */
  readonly to: readonly string[];
  readonly askedBy: string;
}

/** Requests that still wait for the company and are due in these days, both included; a thousand at most, the earliest first. */
export async function listDueRequests(db: Db, from: string, to: string): Promise<DueRequest[]> {
  const rows: {
    id: string;
    assessment_id: string;
    place: number;
    due_on: string;
    created_by: string;
    number: string;
    organization_id: string;
  }[] = await db('evidence_requests')
    .join('assessments', 'assessments.id', 'evidence_requests.assessment_id')
    .whereIn('evidence_requests.state', [...waitsForCompany])
    .whereNotIn('assessments.state', ['finished', 'stopped', 'reported'])
    .whereBetween('evidence_requests.due_on', [from, to])
    .orderBy(['evidence_requests.due_on', 'evidence_requests.id'])
    .limit(1000)
    .select('evidence_requests.*', 'assessments.number', 'assessments.organization_id');
  const companies = await peopleByCompany(db, [...new Set(rows.map((row) => row.organization_id))]);
  return rows.map((row) => ({
    id: row.id,
    assessmentId: row.assessment_id,
    number: row.number,
    reference: `R${row.place}`,
    dueOn: row.due_on,
    href: `/assessments/${row.assessment_id}/requests/${row.id}`,
    to: companies.get(row.organization_id) ?? [],
    askedBy: row.created_by,
  }));
}
