import type { Db, Trx } from '../../db/db.ts';
import { isTokenScope, type TokenScope } from '../../model/token-scopes.ts';

export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly usedFrom: string | null;
}

interface TokenRow {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly scopes: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly used_at: string | null;
  readonly used_from: string | null;
}

/** Tokens that one person may have. */
export const mostTokens = 20;

export async function listTokens(db: Db, userId: string): Promise<ApiToken[]> {
  const rows: TokenRow[] = await db('api_tokens').where({ user_id: userId }).orderBy('created_at').limit(mostTokens);
  return rows.map(toToken);
}

export async function findOptionalToken(db: Db, hash: string): Promise<ApiToken | null> {
  const row: TokenRow | undefined = await db('api_tokens').where({ token_hash: hash }).first();
  return row ? toToken(row) : null;
}

export async function insertToken(trx: Trx, token: ApiToken, hash: string): Promise<void> {
  await trx('api_tokens').insert({
    id: token.id,
    user_id: token.userId,
    name: token.name,
    token_hash: hash,
    scopes: JSON.stringify(token.scopes),
    created_at: token.createdAt,
    expires_at: token.expiresAt,
  });
}

export async function touchToken(trx: Trx, id: string, at: string, from: string | null): Promise<void> {
  await trx('api_tokens').where({ id }).update({ used_at: at, used_from: from });
}

/** Returns false when that person has no such token. */
export async function deleteToken(trx: Trx, userId: string, id: string): Promise<boolean> {
  return (await trx('api_tokens').where({ id, user_id: userId }).delete()) === 1;
}

function toToken(row: TokenRow): ApiToken {
  const scopes: unknown = JSON.parse(row.scopes);
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    scopes: Array.isArray(scopes) ? scopes.map(String).filter(isTokenScope) : [],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    usedFrom: row.used_from,
  };
}
