import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { grantByToken, tokenGrantOf } from '../../web/token-grant.ts';
import { useToken } from './token-service.ts';

/** Requests a minute of one token, and of one address whose tokens are not known. */
const perToken = 120;
const unknownTokens = 30;

/**
 * Lets a program in that presents a token, as the owner of the token, to the routes of its scopes alone. A cookie that comes
 * along counts for nothing. Throws `unauthenticated` for a token that is not known or has run out.
 */
export function tokenAccess(deps: Deps): RequestHandler[] {
  return [recognize(deps), limit(perToken, ({ token }) => token), limit(unknownTokens, ({ address }) => address), refuse];
}

type Keys = { readonly token: string | null; readonly address: string | null };

function recognize(deps: Deps): RequestHandler {
  return async (req, res, next) => {
    const secret = /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '')?.[1];
    if (secret === undefined) return next();
    const token = await useToken(deps, secret, req.ip ?? null);
    grantByToken(res, token && { tokenId: token.id, userId: token.userId, scopes: token.scopes });
    next();
  };
}

function limit(most: number, keyOf: (keys: Keys) => string | null): RequestHandler {
  const keysOf = (req: Parameters<RequestHandler>[0], res: Parameters<RequestHandler>[1]): Keys => {
    const grant = tokenGrantOf(res);
    return { token: grant?.tokenId ?? null, address: grant === null ? (req.ip ?? 'unknown') : null };
  };
  return rateLimit({
    windowMs: 60_000,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { keyGeneratorIpFallback: false, creationStack: false },
    skip: (req, res) => keyOf(keysOf(req, res)) === null,
    keyGenerator: (req, res) => keyOf(keysOf(req, res)) ?? '',
    handler: () => {
      throw new AppError('too_many', message('register.tooMany'));
    },
  });
}

const refuse: RequestHandler = (_req, res, next) => {
  if (tokenGrantOf(res) === null) throw new AppError('unauthenticated', message('tokens.unknown'));
  next();
};
