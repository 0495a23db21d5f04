import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { setGate } from '../../web/allow.ts';
import { refuseForeign } from './assessment-access.ts';

/**
 * Lets `allow('assessment.…')` refuse a change before anything of the request is read, to whoever could do it in no state of
 * the assessment. Services ask again in their transaction; this door holds for a route whose service forgets to.
 */
export function assessmentGate(deps: Deps): RequestHandler {
  return (_req, res, next) => {
    setGate(res, (actor, id, deed) => refuseForeign(deps.db, actor, id, deed));
    next();
  };
}
