import type { Db, Trx } from '../../db/db.ts';

/** So long somebody counts as being at a clause after they were last seen there. */
export const presenceSeconds = 90;

/** Somebody who has a clause open. */
export interface Presence {
  readonly userId: string;
  readonly name: string;
  readonly clauseId: string;
  readonly seenAt: string;
}

/** Who is on which clause now; one clause a person. */
export async function listPresences(db: Db, assessmentId: string, now: Date): Promise<Presence[]> {
  const since = new Date(now.getTime() - presenceSeconds * 1000).toISOString();
  const rows: { user_id: string; name: string; clause_id: string; seen_at: string }[] = await db('clause_presences')
    .join('users', 'users.id', 'clause_presences.user_id')
    .where({ 'clause_presences.assessment_id': assessmentId })
    .where('clause_presences.seen_at', '>', since)
    .orderBy(['users.name', 'users.id'])
    .select('clause_presences.user_id', 'users.name', 'clause_presences.clause_id', 'clause_presences.seen_at');
  return rows.map((row) => ({ userId: row.user_id, name: row.name, clauseId: row.clause_id, seenAt: row.seen_at }));
}

/** Notes that somebody is on a clause; what was noted of them before is forgotten. */
export async function writePresence(
  trx: Trx,
  at: { readonly assessmentId: string; readonly userId: string; readonly clauseId: string; readonly now: Date },
): Promise<void> {
  await trx('clause_presences')
    .insert({ assessment_id: at.assessmentId, user_id: at.userId, clause_id: at.clauseId, seen_at: at.now.toISOString() })
    .onConflict(['assessment_id', 'user_id'])
    .merge();
}
