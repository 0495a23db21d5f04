import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { cookieOf } from '../../web/cookie-of.ts';
import { originOf } from '../../web/origin-of.ts';
import { beginHalfSession, beginSession } from '../../web/session.ts';
import { deviceDays } from '../sign-in-proofs/known-device-store.ts';
import { hasSecondFactor } from '../sign-in-proofs/second-factor-store.ts';
import { recordSignIn } from './sign-in-service.ts';

/** Lets somebody in whose password was right: at once, or by way of the second step. */
export async function enter(deps: Deps, req: Request, res: Response, userId: string, next: string): Promise<void> {
  if (!(await hasSecondFactor(deps.db, userId))) return completeSignIn(deps, req, res, userId, next);
  await beginHalfSession(req, userId, deps.clock());
  res.redirect(303, `/sign-in/second-step?next=${encodeURIComponent(next)}`);
}

/** Begins the session of somebody who has proved all that is asked, and remembers the browser. */
export async function completeSignIn(
  deps: Deps,
  req: Request,
  res: Response,
  userId: string,
  next: string,
  { byPasskey = false }: { readonly byPasskey?: boolean } = {},
): Promise<void> {
  const token = await recordSignIn(deps, userId, originOf(req), deviceOf(deps, req));
  await beginSession(req, userId, deps.clock());
  if (byPasskey) req.session.byPasskey = true;
  const secure = isSecure(deps);
  const maxAge = deviceDays * 24 * 60 * 60 * 1000;
  res.cookie(deviceCookie(deps), token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge });
  res.redirect(303, next);
}

/** The token by which a browser is known that somebody has signed in with. */
export function deviceOf(deps: Deps, req: Request): string | undefined {
  return cookieOf(req, deviceCookie(deps));
}

function deviceCookie(deps: Deps): string {
  return isSecure(deps) ? '__Host-assay-device' : 'assay-device';
}

function isSecure({ config }: Deps): boolean {
  return config.address.startsWith('https:');
}
