import { createHash } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';

interface AuthenticatorRow {
  readonly user_id: string;
  readonly sealed_secret: string;
  readonly confirmed_at: string;
  readonly last_step: number | string;
}

interface CodeRow {
  readonly code_hash: string;
  readonly user_id: string;
  readonly created_at: string;
}

/** An authenticator app that a person has confirmed. */
export interface Authenticator {
  readonly sealedSecret: string;
  readonly confirmedAt: string;
}

export async function findOptionalAuthenticator(db: Db, userId: string): Promise<Authenticator | null> {
  const row = await db<AuthenticatorRow>('authenticators').where({ user_id: userId }).first();
  return row ? { sealedSecret: row.sealed_secret, confirmedAt: row.confirmed_at } : null;
}

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  return (await findOptionalAuthenticator(db, userId)) !== null;
}

/** Throws a unique violation when the person has one already. */
export async function insertAuthenticator(
  trx: Trx,
  userId: string,
  { sealedSecret, confirmedAt }: Authenticator,
  step: number,
): Promise<void> {
  const row = { user_id: userId, sealed_secret: sealedSecret, confirmed_at: confirmedAt, last_step: step };
  await trx<AuthenticatorRow>('authenticators').insert(row);
}

/** Notes that the code of that time step is used up. False when it, or a later one, was used before. */
export async function takeStep(trx: Trx, userId: string, step: number): Promise<boolean> {
  const taken = await trx<AuthenticatorRow>('authenticators')
    .where({ user_id: userId })
    .where('last_step', '<', step)
    .update({ last_step: step });
  return taken === 1;
}

/** Takes the authenticator and the recovery codes away. False when there was none. */
export async function deleteSecondFactor(trx: Trx, userId: string): Promise<boolean> {
  await trx<CodeRow>('recovery_codes').where({ user_id: userId }).delete();
  return (await trx<AuthenticatorRow>('authenticators').where({ user_id: userId }).delete()) > 0;
}

/** These codes and no others are good from now on. Only their hashes are kept: they are random, so that SHA-256 suffices. */
export async function replaceRecoveryCodes(trx: Trx, userId: string, codes: readonly string[], now: Date): Promise<void> {
  await trx<CodeRow>('recovery_codes').where({ user_id: userId }).delete();
  await trx<CodeRow>('recovery_codes').insert(
    codes.map((code) => ({ code_hash: hashOf(userId, code), user_id: userId, created_at: now.toISOString() })),
  );
}

/** Uses a recovery code up. False when it is none, or was used. */
export async function takeRecoveryCode(trx: Trx, userId: string, code: string): Promise<boolean> {
  const deleted = await trx<CodeRow>('recovery_codes')
    .where({ code_hash: hashOf(userId, code), user_id: userId })
    .delete();
  return deleted === 1;
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const row = await db<CodeRow>('recovery_codes').where({ user_id: userId }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

function hashOf(userId: string, code: string): string {
  return createHash('sha256').update(`${userId} ${code}`).digest('hex');
}
