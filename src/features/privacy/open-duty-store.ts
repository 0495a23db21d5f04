import type { Db } from '../../db/db.ts';
import { settledStates } from '../../model/case-life.ts';

/** Something that a person still has to do, and where it stands. */
export interface OpenDuty {
  readonly kind: 'assessment' | 'case' | 'dispute';
  readonly number: string;
  readonly href: string;
}

const most = 50;

/** Audits that go on with the person in their team, certifications and disputes that wait for them; fifty of each at most. */
export async function listOpenDuties(db: Db, userId: string): Promise<OpenDuty[]> {
  const assessments: { id: string; number: string }[] = await db('team_members')
    .join('assessments', 'assessments.id', 'team_members.assessment_id')
    .where({ 'team_members.user_id': userId })
    .whereNotIn('assessments.state', ['finished', 'stopped'])
    .orderBy('assessments.number')
    .limit(most)
    .select('assessments.id', 'assessments.number');
  const cases: { id: string; number: string }[] = await db('case_hands')
    .join('certification_cases', 'certification_cases.id', 'case_hands.case_id')
    .where({ 'case_hands.user_id': userId })
    .whereNotIn('certification_cases.state', [...settledStates, 'certified'])
    .orderBy('certification_cases.number')
    .limit(most)
    .select('certification_cases.id', 'certification_cases.number');
  const disputes: { id: string; number: string }[] = await db('disputes')
    .where({ investigator_id: userId })
    .whereNot({ state: 'closed' })
    .orderBy('number')
    .limit(most)
    .select('id', 'number');
  return [
    ...assessments.map(({ id, number }) => ({ kind: 'assessment' as const, number, href: `/assessments/${id}` })),
    ...cases.map(({ id, number }) => ({ kind: 'case' as const, number, href: `/cases/${id}` })),
    ...disputes.map(({ id, number }) => ({ kind: 'dispute' as const, number, href: `/disputes/${id}` })),
  ];
}
