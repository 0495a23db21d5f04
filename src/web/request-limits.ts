import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { frameOf } from './frame.ts';

interface Limit {
  readonly limit: number;
  readonly keyOf: (req: Request, res: Response) => string;
  readonly counts?: (req: Request) => boolean;
}

function limitPerMinute({ limit, keyOf, counts }: Limit): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Limits are made with the app and never in a request; looking at the stack for that took a sixth of the app's making.
    validate: { creationStack: false },
    keyGenerator: keyOf,
    ...(counts ? { skip: (req: Request) => !counts(req) } : {}),
    handler: () => {
      throw new AppError('too_many', message('register.tooMany'));
    },
  });
}

const addressOf = (req: Request) => ipKeyGenerator(req.ip ?? '');

/** So many requests a minute from one address; then it is asked to wait. */
export function requestsAMinute(limit: number): RequestHandler {
  return limitPerMinute({ limit, keyOf: addressOf });
}

/** Uploads and searches that one person may ask for in a minute; far more than anybody does by hand. */
const uploads = 240;
const searches = 120;

/** Forms with files, and look-ups in lists, cost more than pages: each person, or address, has so many of them a minute. */
export function limitHeavyRequests(): RequestHandler[] {
  const keyOf = (req: Request, res: Response) => frameOf(res).actor?.id ?? addressOf(req);
  const isUpload = (req: Request) => req.method === 'POST' && Boolean(req.is('multipart/form-data'));
  const isSearch = (req: Request) => req.method === 'GET' && Boolean(req.query.search);
  return [
    limitPerMinute({ limit: uploads, keyOf, counts: isUpload }),
    limitPerMinute({ limit: searches, keyOf, counts: isSearch }),
  ];
}
