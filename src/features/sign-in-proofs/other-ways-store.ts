import type { Db, Trx } from '../../db/db.ts';

/** Ways to get in beside the password, and how many of each somebody has. */
export interface OtherWays {
  readonly passkeys: number;
  readonly tokens: number;
  /** Accounts with a provider of single sign-on. */
  readonly identities: number;
}

const tables = { passkeys: 'passkeys', tokens: 'api_tokens', identities: 'provider_identities' } as const;

export async function countOtherWays(db: Db, userId: string): Promise<OtherWays> {
  const count = async (table: string) => Number((await db(table).where({ user_id: userId }).count({ n: '*' }).first())?.n ?? 0);
  return {
    passkeys: await count(tables.passkeys),
    tokens: await count(tables.tokens),
    identities: await count(tables.identities),
  };
}

/**
 * Takes every other way away. Somebody who had got into an account may have added a passkey, a token or a link with single sign-on of
 * their own: a new password alone would not keep them out. Gives how many of each went.
 */
export async function removeOtherWays(trx: Trx, userId: string): Promise<OtherWays> {
  const remove = (table: string) => trx(table).where({ user_id: userId }).delete();
  return {
    passkeys: await remove(tables.passkeys),
    tokens: await remove(tables.tokens),
    identities: await remove(tables.identities),
  };
}
