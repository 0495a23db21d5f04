import { randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/db.ts';

/** Everybody in the team of an assessment states that nothing binds them to the organization. */
export async function declareTeam(db: Db, assessmentId: string, at = '2026-01-02T01:00:00.000Z'): Promise<void> {
  const members: { user_id: string; name: string }[] = await db('team_members')
    .join('users', 'users.id', 'team_members.user_id')
    .where({ assessment_id: assessmentId })
    .select('team_members.user_id', 'users.name');
  const rows = members.map(({ user_id, name }) => ({
    ...{ id: randomUUID(), assessment_id: assessmentId, user_id, yes: '', explanations: '{}' },
    ...{ signed_name: name, signed_at: at },
  }));
  if (rows.length > 0) await db('impartiality_statements').insert(rows);
}
