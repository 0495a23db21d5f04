import type { Db } from '../../db/db.ts';
import type { Actor } from '../../model/actor.ts';
import { openStates, type TeamRole } from '../../model/assessment-rights.ts';
import { isDeclared } from '../../model/independence.ts';
import { toTeamRole } from '../assessments/assessment-store.ts';
import { listOwnDeclarations } from '../assessments/team-store.ts';

/** How much there is in this deployment. */
export interface Counts {
  readonly organizations: number;
  /** Active accounts. */
  readonly people: number;
  /** Active accounts of those who audit. */
  readonly auditors: number;
  readonly open: number;
  readonly finished: number;
}

export async function readCounts(db: Db): Promise<Counts> {
  const auditing = db('user_roles').whereIn('role', ['lead-auditor', 'auditor']).select('user_id');
  const [organizations, people, auditors, open, finished] = await Promise.all([
    countOf(db('organizations')),
    countOf(db('users').where({ active: true })),
    countOf(db('users').where({ active: true }).whereIn('id', auditing)),
    countOf(db('assessments').whereIn('state', [...openStates])),
    countOf(db('assessments').where({ state: 'finished' })),
  ]);
  return { organizations, people, auditors, open, finished };
}

async function countOf(query: ReturnType<Db>): Promise<number> {
  const row = await query.count({ total: '*' }).first();
  return Number(row?.total ?? 0);
}

/** The part of the person in a team, and whether their statement of impartiality holds. */
export interface HomePlace {
  readonly teamRole: TeamRole;
  readonly declared: boolean;
}

/** Those of the assessments in whose team the person is. */
export async function readPlaces(db: Db, actor: Actor, assessmentIds: readonly string[]): Promise<Map<string, HomePlace>> {
  const rows: { assessment_id: string; role: string }[] = await db('team_members')
    .where({ user_id: actor.id })
    .whereIn('assessment_id', [...assessmentIds])
    .select('assessment_id', 'role');
  const states = await listOwnDeclarations(db, actor.id, assessmentIds);
  return new Map(
    rows.map(({ assessment_id: id, role }) => [
      id,
      { teamRole: toTeamRole(role), declared: isDeclared(states.get(id) ?? 'missing') },
    ]),
  );
}
