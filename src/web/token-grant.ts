import type { Response } from 'express';
import type { TokenScope } from '../model/token-scopes.ts';

/** In whose name a program asks, and for what. */
export interface TokenGrant {
  readonly tokenId: string;
  readonly userId: string;
  readonly scopes: readonly TokenScope[];
}

/** null: a token was presented that is not good. */
export function grantByToken(res: Response, grant: TokenGrant | null): void {
  res.locals.tokenGrant = grant;
}

/** undefined: no token was presented. */
export function tokenGrantOf(res: Response): TokenGrant | null | undefined {
  return res.locals.tokenGrant;
}
