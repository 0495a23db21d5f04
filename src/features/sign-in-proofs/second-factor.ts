import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { stepOfCode, tidyCode, unseal } from './authenticator.ts';
import { findOptionalAuthenticator, takeRecoveryCode, takeStep } from './second-factor-store.ts';

/** Which of the two a code was; null: neither, or used before. */
export type CodeKind = 'authenticator' | 'recovery';

/** Uses up a code of the authenticator or a recovery code of that person. Each counts once. */
export async function takeCode(
  trx: Trx,
  deps: Pick<Deps, 'sessionSecret'>,
  userId: string,
  typed: string,
  now: Date,
): Promise<CodeKind | null> {
  const code = tidyCode(typed);
  if (!/^\d{6}$/.test(code)) return (await takeRecoveryCode(trx, userId, code)) ? 'recovery' : null;
  const authenticator = await findOptionalAuthenticator(trx, userId);
  const secret = authenticator && unseal(authenticator.sealedSecret, deps.sessionSecret);
  const step = secret ? stepOfCode(secret, code, now) : null;
  return step !== null && (await takeStep(trx, userId, step)) ? 'authenticator' : null;
}
