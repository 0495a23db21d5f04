import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { freeTries, waitOf } from '../../model/sign-in-pace.ts';
import { countFailure, forgetFailures, holdFailures, takeBack } from './pace-store.ts';

/** Who is tried and from where. A known browser has a count of its own, which nobody else can use up. */
export interface Attempt {
  /** The name in its key form, or an id; the same for names that nobody has. */
  readonly who: string;
  /** null: whoever tries has proved something already, so that nobody else can use the count up. */
  readonly address: string | null;
  /** The token of a browser known to be this person's. */
  readonly device: string | null;
}

interface Counted {
  readonly key: string;
  readonly free: number;
}

/**
 * Counts a try before it is made, so that many at once gain nothing. Throws `invalid`, with the minutes to wait, when there
 * were too many; the same for names that nobody has.
 */
export async function beginAttempt({ db, clock }: Pick<Deps, 'db' | 'clock'>, attempt: Attempt): Promise<void> {
  const now = clock().getTime();
  const wait = await db.transaction(async (trx) => {
    const held = [];
    for (const counted of keysOf(attempt)) held.push({ ...counted, failures: await holdFailures(trx, counted.key) });
    const longest = Math.max(...held.map(({ failures, free }) => waitOf(failures, free, now)));
    if (longest > 0) return longest;
    for (const { key, failures } of held) await countFailure(trx, key, failures, now);
    return 0;
  });
  if (wait > 0) throw new AppError('invalid', message('proofs.tooMany', { minutes: Math.ceil(wait / 60_000) }));
}

/** The try was good: what failed before is forgotten. */
export async function settleAttempt({ db }: Pick<Deps, 'db'>, attempt: Attempt): Promise<void> {
  await db.transaction(async (trx) => {
    const [own, ...wider] = keysOf(attempt);
    if (own) await forgetFailures(trx, own.key);
    for (const { key } of wider) await takeBack(trx, key);
  });
}

/** In a fixed order, so that two transactions never wait for each other. */
function keysOf({ who, address, device }: Attempt): Counted[] {
  if (device !== null) return [{ key: `device ${device} ${who}`, free: freeTries.pair }];
  if (address === null) return [{ key: `person ${who}`, free: freeTries.pair }];
  const network = networkOf(address);
  return [
    { key: `pair ${network} ${who}`, free: freeTries.pair },
    { key: `address ${network}`, free: freeTries.address },
  ];
}

/** Of IPv6 the first 64 bits: everybody has that many addresses to try from. */
export function networkOf(address: string): string {
  if (!address.includes(':') || /^::ffff:\d+\./i.test(address)) return address.replace(/^::ffff:/i, '');
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')].slice(0, 4).join(':');
}
