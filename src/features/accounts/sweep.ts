import type { Deps } from '../../deps.ts';
import { DatabaseSessionStore } from '../../web/session-store.ts';
import { deleteOldTries } from '../sign-in-proofs/pace-store.ts';

/** Removes sessions that have run out and failed tries that count no more. */
export async function sweepSignIns({ db, clock, config }: Deps): Promise<void> {
  const now = clock().getTime();
  await new DatabaseSessionStore(db, () => now, config.sessionLimits).sweep();
  await db.transaction((trx) => deleteOldTries(trx, now));
}
