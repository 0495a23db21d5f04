import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { rolesOf } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { beginSession, leaveNotice } from '../../web/session.ts';
import { sessionKey } from '../../web/session-store.ts';
import { changePasswordForm } from '../accounts/account-forms.ts';
import { changePassword } from '../accounts/account-service.ts';
import { findAccount } from '../accounts/account-store.ts';
import { passwordLimits } from '../accounts/passwords.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { countRecoveryCodes, findOptionalAuthenticator } from '../sign-in-proofs/second-factor-store.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import './security-pages.ts';
import { endOneSession, endOtherSessions } from './security-service.ts';
import { listSessions } from './session-list-store.ts';

/** One's own account: password, second factor, browsers that are signed in. */
export function accountSecurityRoutes(deps: Deps): Router {
  const router = Router();
  router.use(passwordRoutes(deps), sessionRoutes(deps), secondFactorRoutes(deps));
  return router;
}

function passwordRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/account', allow('signed-in'), (req, res) => showAccount(deps, req, res, emptyForm));

  router.post('/account/password', allow('signed-in'), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { presentPassword, wantedPassword } = parse(changePasswordForm, req.body);
        await changePassword(deps, actor, presentPassword, wantedPassword);
        await beginSession(req, actor.id, deps.clock());
        leaveNotice(req, message('accounts.passwordChanged'));
        res.redirect(303, '/account');
      },
      (form) => showAccount(deps, req, res.status(422), form),
    );
  });

  return router;
}

function sessionRoutes(deps: Deps): Router {
  const router = Router();
  const proven = reauthenticate(deps);

  router.post('/account/sessions/others/end', allow('signed-in'), proven, async (req, res) => {
    await endOtherSessions(deps, actorOf(res), sessionKey(req.sessionID));
    leaveNotice(req, message('security.othersOut'));
    res.redirect(303, '/account#sessions');
  });

  router.post('/account/sessions/:key/end', allow('signed-in'), proven, async (req, res) => {
    const key = z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .safeParse(req.params.key);
    if (!key.success) throw new AppError('not_found', message('error.notFound'));
    await endOneSession(deps, actorOf(res), key.data);
    leaveNotice(req, message('security.oneOut'));
    res.redirect(303, '/account#sessions');
  });

  return router;
}

async function showAccount(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { db, clock, config } = deps;
  const account = await findAccount(db, actorOf(res).id);
  const sessions = await listSessions(db, account.id, clock().getTime(), config.sessionLimits);
  const thisKey = sessionKey(req.sessionID);
  renderPage(res, 'account-security/account', {
    title: translatorOf(res)('security.title'),
    layout: 'narrow',
    form,
    account,
    roles: rolesOf(account),
    leastPassword: passwordLimits.least,
    sessions: sessions.map((session) => ({ ...session, isThis: session.key === thisKey })),
    factorSince: (await findOptionalAuthenticator(db, account.id))?.confirmedAt ?? null,
    provider: config.oidc?.name ?? null,
    recoveryCodes: await countRecoveryCodes(db, account.id),
  });
}
