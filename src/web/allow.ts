import type { NextFunction, Response } from 'express';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type Deed, may } from '../model/permissions.ts';
import { actorOf } from './frame.ts';

/** A handler that says which deed its route is for; a test reads it from every route. */
export interface Guard {
  (req: unknown, res: Response, next: NextFunction): void;
  readonly deed: Deed;
}

/**
 * Names the deed of a route, in front of its handler: `router.get('/people', allow('people.manage'), …)`. Whoever can
 * never do it is told that there is no such page. Which things somebody may do it to, queries and `accessAssessment` decide.
 */
export function allow(deed: Deed): Guard {
  const guard = (_req: unknown, res: Response, next: NextFunction) => {
    if (deed !== 'public') check(res, deed);
    next();
  };
  return Object.assign(guard, { deed });
}

/** Throws `unauthenticated`, or `not_found`: what one may not do does not exist. */
function check(res: Response, deed: Deed): void {
  if (!may(actorOf(res), deed)) throw new AppError('not_found', message('error.notFound'));
}
