import type { RequestHandler } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { frameOf } from '../../web/frame.ts';
import { tokenGrantOf } from '../../web/token-grant.ts';
import { hasSecondFactor } from '../sign-in-proofs/second-factor-store.ts';

/** What somebody may do before the second factor is set up: set it up, leave, choose the language. */
const open = /^\/(account\/(second-factor|proof)|sign-out|language)$/;

/** Where the setting demands it, the body's people do nothing before they have a second factor. */
export function demandSecondFactor(deps: Deps): RequestHandler {
  return async (req, res, next) => {
    const { actor } = frameOf(res);
    const demanded = deps.config.secondFactor === 'required' && actor !== null && actor.roles.length > 0;
    if (
      !demanded ||
      req.session.byPasskey ||
      tokenGrantOf(res) ||
      open.test(req.path) ||
      (await hasSecondFactor(deps.db, actor.id))
    )
      return next();
    if (req.method !== 'GET') throw new AppError('forbidden', message('security.factorDemanded'));
    res.redirect(303, '/account/second-factor');
  };
}
