import type { Db } from '../../db/db.ts';

/** Somebody who can be put into a team. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly registrationNumber: string | null;
  readonly canLead: boolean;
}

/** Active people of the body who audit, by name. A body has hundreds of them at most. */
export async function listCandidates(db: Db): Promise<Candidate[]> {
  const rows: { id: string; name: string; role: string; registration_number: string | null }[] = await db('users')
    .whereIn('role', ['lead-auditor', 'auditor'])
    .where({ active: true })
    .orderBy(['name', 'id'])
    .limit(1000)
    .select('id', 'name', 'role', 'registration_number');
  return rows.map(({ id, name, role, registration_number }) => ({
    id,
    name,
    registrationNumber: registration_number,
    canLead: role === 'lead-auditor',
  }));
}
