import type { Db } from '../../db/db.ts';
import type { BodyRole } from '../../model/actor.ts';

/** Somebody who can be put into a team. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly registrationNumber: string | null;
  readonly canLead: boolean;
}

/** Active people of the body who audit, by name. A body has hundreds of them at most. */
export async function listCandidates(db: Db): Promise<Candidate[]> {
  const withRole = (...roles: BodyRole[]) => db('user_roles').whereIn('role', roles).select('user_id');
  const leaders = new Set<string>(await db('user_roles').where({ role: 'lead-auditor' }).pluck('user_id'));
  const rows: { id: string; name: string; registration_number: string | null }[] = await db('users')
    .whereIn('id', withRole('lead-auditor', 'auditor'))
    .where({ active: true })
    .orderBy(['name', 'id'])
    .limit(1000)
    .select('id', 'name', 'registration_number');
  return rows.map(({ id, name, registration_number }) => ({
    id,
    name,
    registrationNumber: registration_number,
    canLead: leaders.has(id),
  }));
}
