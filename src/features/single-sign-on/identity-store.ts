import type { Db, Trx } from '../../db/db.ts';

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly userId: string;
  readonly label: string;
  readonly createdAt: string;
}

interface IdentityRow {
  readonly issuer: string;
  readonly subject: string;
  readonly user_id: string;
  readonly label: string;
  readonly created_at: string;
}

export async function findOptionalIdentity(
  db: Db,
  by: { readonly issuer: string; readonly subject: string } | { readonly issuer: string; readonly userId: string },
): Promise<Identity | null> {
  const { issuer } = by;
  const condition = 'subject' in by ? { issuer, subject: by.subject } : { issuer, user_id: by.userId };
  const row: IdentityRow | undefined = await db('provider_identities').where(condition).first();
  return row
    ? { issuer: row.issuer, subject: row.subject, userId: row.user_id, label: row.label, createdAt: row.created_at }
    : null;
}

export async function insertIdentity(trx: Trx, { userId, createdAt, ...identity }: Identity): Promise<void> {
  await trx('provider_identities').insert({ ...identity, user_id: userId, created_at: createdAt });
}

/** Returns false when that person had none. */
export async function deleteIdentity(trx: Trx, issuer: string, userId: string): Promise<boolean> {
  return (await trx('provider_identities').where({ issuer, user_id: userId }).delete()) === 1;
}
