import { createHash } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Failures } from '../../model/sign-in-pace.ts';
import { memory } from '../../model/sign-in-pace.ts';

interface TryRow {
  readonly key_hash: string;
  readonly failures: number;
  readonly last_at: number | string;
}

/** What has failed under that key, held until the transaction ends so that tries at once are counted one after another. */
export async function holdFailures(trx: Trx, key: string): Promise<Failures> {
  const row = { key_hash: hashOf(key), failures: 0, last_at: 0 };
  await trx<TryRow>('sign_in_tries').insert(row).onConflict('key_hash').ignore();
  const held = await trx<TryRow>('sign_in_tries').where({ key_hash: row.key_hash }).forUpdate().first();
  return { failures: held?.failures ?? 0, lastAt: Number(held?.last_at ?? 0) };
}

/** Counts a failure; what was long ago is forgotten. */
export async function countFailure(trx: Trx, key: string, { failures, lastAt }: Failures, now: number): Promise<void> {
  const counted = now - lastAt >= memory ? 1 : failures + 1;
  await trx<TryRow>('sign_in_tries')
    .where({ key_hash: hashOf(key) })
    .update({ failures: counted, last_at: now });
}

export async function forgetFailures(trx: Trx, key: string): Promise<void> {
  await trx<TryRow>('sign_in_tries')
    .where({ key_hash: hashOf(key) })
    .delete();
}

/** Takes one count back: the try that was counted beforehand was none. */
export async function takeBack(trx: Trx, key: string): Promise<void> {
  await trx<TryRow>('sign_in_tries')
    .where({ key_hash: hashOf(key) })
    .where('failures', '>', 0)
    .decrement('failures', 1);
}

/** Removes what counts no more. */
export async function deleteOldTries(trx: Trx, now: number): Promise<void> {
  await trx<TryRow>('sign_in_tries')
    .where('last_at', '<', now - memory)
    .delete();
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
