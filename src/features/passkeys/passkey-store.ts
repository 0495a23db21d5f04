import type { Db, Trx } from '../../db/db.ts';

/** A key in somebody's device. */
export interface Passkey {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

interface PasskeyRow {
  readonly id: string;
  readonly user_id: string;
  readonly credential_id: string;
  readonly public_key: string;
  readonly counter: number | string;
  readonly transports: string;
  readonly name: string;
  readonly created_at: string;
  readonly used_at: string | null;
}

/** Keys that one person may have. */
export const mostPasskeys = 20;

export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const rows: PasskeyRow[] = await db('passkeys').where({ user_id: userId }).orderBy('created_at').limit(mostPasskeys);
  return rows.map(toPasskey);
}

export async function findOptionalPasskey(db: Db, credentialId: string): Promise<Passkey | null> {
  const row: PasskeyRow | undefined = await db('passkeys').where({ credential_id: credentialId }).first();
  return row ? toPasskey(row) : null;
}

export async function insertPasskey(trx: Trx, key: Passkey): Promise<void> {
  await trx('passkeys').insert({
    id: key.id,
    user_id: key.userId,
    credential_id: key.credentialId,
    public_key: Buffer.from(key.publicKey).toString('base64url'),
    counter: key.counter,
    transports: JSON.stringify(key.transports),
    name: key.name,
    created_at: key.createdAt,
    used_at: key.usedAt,
  });
}

export async function touchPasskey(trx: Trx, id: string, counter: number, at: string): Promise<void> {
  await trx('passkeys').where({ id }).update({ counter, used_at: at });
}

/** Returns false when that person has no such key. */
export async function deletePasskey(trx: Trx, userId: string, id: string): Promise<boolean> {
  return (await trx('passkeys').where({ id, user_id: userId }).delete()) === 1;
}

function toPasskey(row: PasskeyRow): Passkey {
  const transports: unknown = JSON.parse(row.transports);
  return {
    id: row.id,
    userId: row.user_id,
    credentialId: row.credential_id,
    publicKey: Uint8Array.from(Buffer.from(row.public_key, 'base64url')),
    counter: Number(row.counter),
    transports: Array.isArray(transports) ? transports.map(String) : [],
    name: row.name,
    createdAt: row.created_at,
    usedAt: row.used_at,
  };
}
