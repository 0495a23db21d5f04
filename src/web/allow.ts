import type { NextFunction, Response } from 'express';
import { message } from '../i18n/translate.ts';
import type { Actor } from '../model/actor.ts';
import type { AssessmentDeed } from '../model/assessment-rights.ts';
import { AppError } from '../model/errors.ts';
import { assessmentDeedIn, type Deed, may } from '../model/permissions.ts';
import { opensRoute } from '../model/token-scopes.ts';
import { idOf } from './forms.ts';
import { actorOf } from './frame.ts';
import { tokenGrantOf } from './token-grant.ts';

/** A handler that says which deed its route is for; a test reads it from every route. */
export interface Guard {
  (req: unknown, res: Response, next: NextFunction): Promise<void>;
  readonly deed: Deed;
}

/** Throws when that person could never do that in that assessment, whatever its state. */
export type Gate = (actor: Actor, assessmentId: string, deed: AssessmentDeed) => Promise<void>;

/** Says who keeps the door of assessments in this request; rights in them stand in the database, of which `web` knows nothing. */
export function setGate(res: Response, gate: Gate): void {
  res.locals.gate = gate;
}

/**
 * Names the deed of a route, in front of its handler: `router.get('/people', allow('people.manage'), …)`. Whoever can
 * never do it is told that there is no such page; a change in one assessment is refused here as well. What may be read of
 * things, and what their state allows, queries and `accessAssessment` decide.
 */
export function allow(deed: Deed): Guard {
  const guard = async (_req: unknown, res: Response, next: NextFunction) => {
    checkToken(res);
    if (deed !== 'public') {
      check(res, deed);
      await checkChange(res, deed);
    }
    next();
  };
  return Object.assign(guard, { deed });
}

/** A program with a token gets no further than its scopes; `public` routes need none, and give it nothing more. */
function checkToken(res: Response): void {
  const grant = tokenGrantOf(res);
  if (grant === undefined) return;
  const { baseUrl, method, route } = res.req;
  const path = `${baseUrl}${String(route?.path)}`;
  if (grant === null || !opensRoute(grant.scopes, method, path)) throw new AppError('forbidden', message('tokens.notHere'));
}

/** Throws `unauthenticated`, or `not_found`: what one may not do does not exist. */
function check(res: Response, deed: Deed): void {
  if (!may(actorOf(res), deed)) throw new AppError('not_found', message('error.notFound'));
}

async function checkChange(res: Response, deed: Deed): Promise<void> {
  const { req } = res;
  const right = assessmentDeedIn(deed);
  if (right === null || req.method === 'GET' || req.method === 'HEAD' || req.params.id === undefined) return;
  const gate: Gate | undefined = res.locals.gate;
  if (!gate) throw new Error('Nobody keeps the door of assessments: the middleware that sets the gate did not run.');
  await gate(actorOf(res), idOf(req), right);
}
