import type { Request, RequestHandler } from 'express';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes asked for by other sites (CSRF). Browsers say where a request comes from in `Sec-Fetch-Site`, older
 * ones in `Origin`; a change with neither is refused too, since every browser that we serve sends one of them.
 */
export function sameOriginOnly(address: string): RequestHandler {
  const own = new URL(address).origin;
  return (req, _res, next) => {
    if (!safeMethods.has(req.method) && !isSameOrigin(req, own)) throw new AppError('forbidden', message('error.crossSite'));
    next();
  };
}

function isSameOrigin(req: Request, own: string): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';

  const origin = req.get('origin');
  if (origin === undefined) return false;
  return origin === own || origin === `${req.protocol}://${req.get('host')}`;
}
