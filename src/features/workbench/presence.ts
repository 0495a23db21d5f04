import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import { writePresence } from '../rating-duties/presence-store.ts';

/** Notes that somebody has a clause open, for others to see. It locks nothing: who may save is decided at each save. */
export async function notePresence(deps: Deps, actor: Actor, assessmentId: string, clauseId: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction((trx) => writePresence(trx, { assessmentId, userId: actor.id, clauseId, now }));
}
