import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';

/** So many requests a minute from one address; then it is asked to wait. */
export function requestsAMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (req) => ipKeyGenerator(req.ip ?? ''),
    handler: () => {
      throw new AppError('too_many', message('register.tooMany'));
    },
  });
}
