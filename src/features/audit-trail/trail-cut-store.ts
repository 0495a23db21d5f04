import type { Db, Trx } from '../../db/db.ts';
import type { TrailHead } from './trail-store.ts';

/** The last entry that would go, and the first there is; null when nothing is old enough. */
export async function findCutPlace(
  db: Db,
  before: Date,
  most: number,
): Promise<{ readonly first: number; readonly head: TrailHead } | null> {
  const ends = await db('audit_entries').min({ first: 'place' }).max({ last: 'place' }).first();
  if (ends?.first === null || ends?.first === undefined) return null;
  const first = Number(ends.first);
  const young = await db('audit_entries').where('at', '>=', before.toISOString()).min({ place: 'place' }).first();
  const end = Number(young?.place ?? ends.last) - 1;
  const place = Math.min(end, first + most - 1);
  if (place < first) return null;
  const head: TrailHead | undefined = await db('audit_entries').where({ place }).first('place', 'hash');
  return head ? { first, head } : null;
}

/** How many entries are old enough, and the times of the first and the last of them. */
export async function readOldEntries(
  db: Db,
  before: Date,
): Promise<{ readonly total: number; readonly from: string; readonly to: string } | null> {
  const cut = await findCutPlace(db, before, Number.MAX_SAFE_INTEGER);
  if (!cut) return null;
  const times: { place: number; at: string }[] = await db('audit_entries')
    .whereIn('place', [cut.first, cut.head.place])
    .orderBy('place')
    .select('place', 'at');
  return { total: cut.head.place - cut.first + 1, from: times[0]?.at ?? '', to: times.at(-1)?.at ?? '' };
}

/** Entries up to that one go; the database lets them, since the cut is on record. */
export async function deleteUntil(trx: Trx, { place, hash }: TrailHead, at: Date): Promise<void> {
  await trx('audit_cuts').insert({ place, hash, cut_at: at.toISOString() });
  await trx('audit_entries').where('place', '<=', place).delete();
  await trx('audit_erasures').where('place', '<=', place).delete();
  await trx('audit_cuts').where('place', '<', place).delete();
}
