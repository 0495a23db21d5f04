import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { signInKey } from './account-store.ts';

const minutes = 15;

/** Ten failed tries for a name from one address in a quarter of an hour. Others are not locked out by them. */
export function signInLimit(_deps: Deps): RequestHandler {
  return rateLimit({
    windowMs: minutes * 60 * 1000,
    limit: 10,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_req, res) => res.statusCode < 400,
    keyGenerator: (req) => `${ipKeyGenerator(req.ip ?? '')} ${signInKey(String(req.body?.signInName ?? '')).slice(0, 100)}`,
    handler: () => {
      throw new AppError('unavailable', message('error.tooMany', { minutes }));
    },
  });
}
