import { createHash, randomBytes } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';

/** Days for which a browser stays known after it was last used to sign in. */
export const deviceDays = 180;

const mostDevices = 20;

interface DeviceRow {
  readonly token_hash: string;
  readonly user_id: string;
  readonly used_at: number | string;
}

/** Whether that person has signed in with the browser that holds this token. */
export async function isKnownDevice(db: Db, userId: string, token: string | undefined, now: Date): Promise<boolean> {
  if (!token) return false;
  const since = now.getTime() - deviceDays * 24 * 60 * 60 * 1000;
  const row = await db<DeviceRow>('known_devices')
    .where({ token_hash: hashOf(token), user_id: userId })
    .where('used_at', '>=', since)
    .first('user_id');
  return row !== undefined;
}

/** Remembers the browser; gives the token that it is to keep. Of each person the latest twenty are kept. */
export async function rememberDevice(trx: Trx, userId: string, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await trx<DeviceRow>('known_devices').insert({ token_hash: hashOf(token), user_id: userId, used_at: now.getTime() });
  const kept = await trx<DeviceRow>('known_devices')
    .where({ user_id: userId })
    .orderBy('used_at', 'desc')
    .limit(mostDevices)
    .pluck('token_hash');
  await trx<DeviceRow>('known_devices').where({ user_id: userId }).whereNotIn('token_hash', kept).delete();
  return token;
}

export async function touchDevice(trx: Trx, token: string, now: Date): Promise<void> {
  await trx<DeviceRow>('known_devices')
    .where({ token_hash: hashOf(token) })
    .update({ used_at: now.getTime() });
}

export async function forgetDevices(trx: Trx, userId: string): Promise<void> {
  await trx<DeviceRow>('known_devices').where({ user_id: userId }).delete();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
