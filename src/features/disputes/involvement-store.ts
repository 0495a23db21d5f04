import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { DueItem } from '../notices/due.ts';

interface Matter {
  readonly caseId: string | null;
  readonly certificateId: string | null;
}

/** Everybody who rated, reviewed or decided in the certifications that it is about, or changed the certificate. */
export async function listInvolved(db: Db, { caseId, certificateId }: Matter): Promise<string[]> {
  const cases: { id: string; assessment_id: string | null }[] = await db('certification_cases')
    .where({ id: caseId ?? '' })
    .orWhere({ certificate_id: certificateId ?? '' })
    .select('id', 'assessment_id')
    .limit(500);
  const certificate = await db('certificates')
    .where({ id: certificateId ?? '' })
    .first('assessment_id');
  const audits = [certificate?.assessment_id, ...cases.map(({ assessment_id }) => assessment_id)].filter(Boolean);
  const lists: string[][] = await Promise.all([
    db('team_members').whereIn('assessment_id', audits).distinct().pluck('user_id'),
    db('case_hands')
      .whereIn(
        'case_id',
        cases.map(({ id }) => id),
      )
      .distinct()
      .pluck('user_id'),
    db('certificate_events')
      .where({ certificate_id: certificateId ?? '' })
      .whereNotNull('actor_id')
      .distinct()
      .pluck('actor_id'),
  ]);
  return [...new Set(lists.flat())];
}

interface Investigator {
  readonly id: string;
  readonly name: string;
}

/** Active people of the body who could investigate. */
export async function listInvestigators(db: Db): Promise<Investigator[]> {
  return db('users')
    .join('user_roles', 'user_roles.user_id', 'users.id')
    .where({ 'users.active': true })
    .whereIn('user_roles.role', ['administrator', 'programme-manager', 'lead-auditor', 'reviewer', 'decision-maker'])
    .orderBy('users.name')
    .distinct('users.id', 'users.name')
    .limit(1000);
}

/** What waits for its acknowledgement or its answer: the office is told, and who investigates. */
export async function listDueDisputes(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const due = db.raw("case when disputes.state = 'received' then acknowledge_due else answer_due end as due_on");
  const rows: { id: string; number: string; about: string; state: string; investigator_id: string | null; due_on: string }[] =
    await db
      .from(
        db('disputes')
          .whereIn('state', ['received', 'acknowledged', 'investigating'])
          .select('id', 'number', 'about', 'state', 'investigator_id', due)
          .as('open'),
      )
      .whereBetween('due_on', [from, until])
      .orderBy(['due_on', 'id'])
      .limit(2000);
  if (rows.length === 0) return [];
  const office: string[] = await db('user_roles')
    .whereIn('role', ['administrator', 'programme-manager'])
    .distinct()
    .pluck('user_id');
  return rows.map(({ id, number, about, state, investigator_id, due_on: day }) => {
    const what = state === 'received' ? 'acknowledge' : 'answer';
    return {
      kind: `dispute-${what}`,
      id,
      dueOn: day,
      text: {
        soon: message(`disputes.due.${what}.soon`, { number, about, day }),
        overdue: message(`disputes.due.${what}.overdue`, { number, about, day }),
      },
      href: `/disputes/${id}`,
      assessmentId: null,
      to: investigator_id ? [...office, investigator_id] : office,
    };
  });
}
