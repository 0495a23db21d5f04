import { createHash, randomBytes } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';

/** Days for which a link to set a password can be used. */
export const linkDays = 7;

interface LinkRow {
  readonly token_hash: string;
  readonly user_id: string | null;
  readonly created_at: string;
  readonly expires_at: string;
}

/**
 * Makes a one-time link's token for that person (null: for the first administrator) and takes back earlier ones.
 * Only a hash is kept; the token itself is shown once.
 */
export async function insertPasswordLink(trx: Trx, userId: string | null, now: Date): Promise<string> {
  await deletePasswordLinksOf(trx, userId);
  return addPasswordLink(trx, userId, now, linkDays * 24);
}

/** A link beside those that there are: whoever asks for a letter must not take the link away that somebody was handed. */
export async function addPasswordLink(trx: Trx, userId: string | null, now: Date, hours: number): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expires = new Date(now.getTime() + hours * 60 * 60 * 1000);
  await trx<LinkRow>('password_links').insert({
    token_hash: hashOf(token),
    user_id: userId,
    created_at: now.toISOString(),
    expires_at: expires.toISOString(),
  });
  return token;
}

/** Takes back the links by which the person could still set a password. */
export async function deletePasswordLinksOf(trx: Trx, userId: string | null): Promise<void> {
  await trx<LinkRow>('password_links').where({ user_id: userId }).delete();
}

/** Whose link it is, null when it is unknown, used or run out. */
export async function findOptionalLink(db: Db, token: string, now: Date): Promise<{ userId: string | null } | null> {
  const row = await db<LinkRow>('password_links')
    .where({ token_hash: hashOf(token) })
    .first();
  return row && row.expires_at > now.toISOString() ? { userId: row.user_id } : null;
}

/** Uses the link up. False when somebody else just did. */
export async function deleteLink(trx: Trx, token: string): Promise<boolean> {
  const deleted = await trx<LinkRow>('password_links')
    .where({ token_hash: hashOf(token) })
    .delete();
  return deleted === 1;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
