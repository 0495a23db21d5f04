import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { TokenScope } from '../../model/token-scopes.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { type ApiToken, deleteToken, findOptionalToken, insertToken, listTokens, mostTokens, touchToken } from './token-store.ts';

const day = 24 * 60 * 60 * 1000;

/** By its beginning a token is known as one of ours, by people and by programs that look for secrets left lying about. */
const beginning = 'assay_';

/** Makes a token and gives it, which is possible only now: a hash is kept. Throws `conflict` when there are too many. */
export async function makeToken(
  deps: Deps,
  actor: Actor,
  { name, scopes, days }: { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number },
): Promise<string> {
  const secret = `${beginning}${randomBytes(32).toString('base64url')}`;
  const at = deps.clock();
  const token: ApiToken = {
    ...{ id: randomUUID(), userId: actor.id, name, scopes, usedAt: null, usedFrom: null },
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + days * day).toISOString(),
  };
  await deps.db.transaction(async (trx) => {
    if ((await listTokens(trx, actor.id)).length >= mostTokens)
      throw new AppError('conflict', message('tokens.tooMany', { most: mostTokens }));
    await insertToken(trx, token, hashOf(secret));
    const details = { name, scopes, expiresAt: token.expiresAt };
    await recordAuditEntry(trx, { at, actor, deed: 'account.token-made', subject: 'account', subjectId: actor.id, details });
  });
  return secret;
}

/** Throws `not_found` when it is gone already. */
export async function revokeToken(deps: Deps, actor: Actor, id: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if (!(await deleteToken(trx, actor.id, id))) throw new AppError('not_found', message('tokens.gone'));
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'account.token-revoked',
      subject: 'account',
      subjectId: actor.id,
      details: { id },
    });
  });
}

/** Last use is kept to the minute, so that a busy program does not write with every request. */
const pace = 60_000;

/** The token that was presented; null when there is none such, or its time is over. */
export async function useToken(deps: Deps, secret: string, address: string | null): Promise<ApiToken | null> {
  if (!secret.startsWith(beginning) || secret.length > 200) return null;
  const token = await findOptionalToken(deps.db, hashOf(secret));
  const now = deps.clock();
  if (!token || token.expiresAt <= now.toISOString()) return null;
  if (now.getTime() - Date.parse(token.usedAt ?? token.createdAt) >= pace || token.usedAt === null)
    await deps.db.transaction((trx) => touchToken(trx, token.id, now.toISOString(), address));
  return token;
}

/** A secret of 256 random bits needs no slow hash. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
