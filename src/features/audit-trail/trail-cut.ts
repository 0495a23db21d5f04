import type { Trx } from '../../db/db.ts';
import { recordAuditEntry } from './audit-store.ts';
import { deleteUntil, findCutPlace } from './trail-cut-store.ts';
import type { UnaccountedFault } from './trail-erasure.ts';
import type { ChainedEntry, TrailHead } from './trail-store.ts';

/** Entries that one cut takes at most. */
const mostAtOnce = 20_000;

/**
 * Takes the oldest entries away, up to the first that is not older than that; the last one of all always stays. What remains stands on
 * the hash of the last one that went, and an entry tells of it. Gives how many went.
 */
export async function cutTrail(trx: Trx, before: Date, at: Date): Promise<number> {
  const cut = await findCutPlace(trx, before, mostAtOnce);
  if (!cut) return 0;
  const { first, head } = cut;
  await deleteUntil(trx, head, at);
  const entries = head.place - first + 1;
  const details = { place: head.place, hash: head.hash, entries };
  await recordAuditEntry(trx, { at, actor: null, deed: 'trail.cut', subject: 'audit-trail', subjectId: 'trail', details });
  return entries;
}

/** Whether an entry in the chain tells of the cut with which it begins, as a check passes by. */
export function openCut(start: TrailHead): { see(entry: ChainedEntry): void; fault(): UnaccountedFault | null } {
  let told = start.place === 0;
  return {
    see({ deed, erased, details }) {
      if (deed !== 'trail.cut' || erased) return;
      const { place, hash }: { place?: unknown; hash?: unknown } = JSON.parse(details);
      if (place === start.place && hash === start.hash) told = true;
    },
    fault: () => (told ? null : { place: start.place, kind: 'unaccounted' }),
  };
}
