import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { rolesOf } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, submitForm } from '../../web/forms.ts';
import { actorOf, frameOf, translatorOf } from '../../web/frame.ts';
import { originOf } from '../../web/origin-of.ts';
import { renderPage } from '../../web/pages.ts';
import { beginSession, endSession, leaveNotice } from '../../web/session.ts';
import { changePasswordForm, languageForm, ownPath, passwordByLinkForm, setupForm, signInForm } from './account-forms.ts';
import './account-pages.ts';
import { changePassword, chooseOwnLanguage, setPasswordByLink, setUpAdministrator, signIn } from './account-service.ts';
import { findAccount } from './account-store.ts';
import { findOptionalLink } from './password-link-store.ts';
import { passwordLimits } from './passwords.ts';
import { languageCookie } from './request-frame.ts';
import { signInLimit } from './sign-in-limit.ts';

export function accountRoutes(deps: Deps): Router {
  const router = Router();
  router.use(signInRoutes(deps), linkRoutes(deps), ownAccountRoutes(deps));
  return router;
}

function signInRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/sign-in', allow('public'), (req, res) => {
    const next = ownPath(String(req.query.next ?? '/'));
    if (frameOf(res).actor) return res.redirect(303, next);
    showSignIn(res, emptyForm, next);
  });

  router.post('/sign-in', allow('public'), signInLimit(deps), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { signInName, password, next } = parse(signInForm, req.body);
        const account = await signIn(deps, signInName, password, originOf(req));
        await beginSession(req, account.id);
        res.redirect(303, ownPath(next));
      },
      (form) => showSignIn(res.status(422), form, ownPath(String(form.values.next ?? '/'))),
    );
  });

  router.post('/sign-out', allow('public'), async (req, res) => {
    await endSession(req);
    res.redirect(303, '/sign-in');
  });

  return router;
}

function showSignIn(res: Response, form: FormState, next: string): void {
  renderPage(res, 'accounts/sign-in', { title: translatorOf(res)('accounts.signIn'), layout: 'narrow', form, next });
}

/** The one-time links: for the first administrator, and for people who set a password. */
function linkRoutes(deps: Deps): Router {
  const router = Router();
  const setupPage = (res: Response, form: FormState) =>
    renderPage(res, 'accounts/setup', {
      title: translatorOf(res)('accounts.setup'),
      layout: 'narrow',
      form,
      leastPassword: passwordLimits.least,
    });

  router.get('/setup/:token', allow('public'), async (req, res) => {
    const link = await findOptionalLink(deps.db, req.params.token, deps.clock());
    if (!link || link.userId !== null) throw new AppError('not_found', message('accounts.linkUsed'));
    setupPage(res, emptyForm);
  });

  router.post('/setup/:token', allow('public'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { signInName, name, wantedPassword } = parse(setupForm, req.body);
        const account = await setUpAdministrator(
          deps,
          req.params.token,
          { signInName, name, password: wantedPassword },
          originOf(req),
        );
        await beginSession(req, account.id);
        res.redirect(303, '/');
      },
      (form) => setupPage(res.status(422), form),
    );
  });

  router.get('/password/:token', allow('public'), async (req, res) => showSetPassword(deps, req, res, emptyForm));

  router.post('/password/:token', allow('public'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { wantedPassword } = parse(passwordByLinkForm, req.body);
        const account = await setPasswordByLink(deps, req.params.token, wantedPassword, originOf(req));
        await beginSession(req, account.id);
        res.redirect(303, '/');
      },
      (form) => showSetPassword(deps, req, res.status(422), form),
    );
  });

  return router;
}

async function showSetPassword(deps: Deps, req: Request<{ token: string }>, res: Response, form: FormState): Promise<void> {
  const link = await findOptionalLink(deps.db, req.params.token, deps.clock());
  if (!link?.userId) throw new AppError('not_found', message('accounts.linkUsed'));
  const account = await findAccount(deps.db, link.userId);
  renderPage(res, 'accounts/set-password', {
    title: translatorOf(res)('accounts.setPassword'),
    layout: 'narrow',
    form,
    account,
    leastPassword: passwordLimits.least,
  });
}

function ownAccountRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/account', allow('signed-in'), (_req, res) => showAccount(deps, res, emptyForm));

  router.post('/account/password', allow('signed-in'), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { presentPassword, wantedPassword } = parse(changePasswordForm, req.body);
        await changePassword(deps, actor, presentPassword, wantedPassword);
        await beginSession(req, actor.id);
        leaveNotice(req, message('accounts.passwordChanged'));
        res.redirect(303, '/account');
      },
      (form) => showAccount(deps, res.status(422), form),
    );
  });

  router.post('/language', allow('public'), async (req, res) => {
    const { language, next } = parse(languageForm, req.body);
    const { actor } = frameOf(res);
    if (actor) await chooseOwnLanguage(deps, actor, language);
    res.cookie(languageCookie, language, { sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 60 * 60 * 1000, path: '/' });
    res.redirect(303, ownPath(next));
  });

  return router;
}

async function showAccount(deps: Deps, res: Response, form: FormState): Promise<void> {
  const account = await findAccount(deps.db, actorOf(res).id);
  renderPage(res, 'accounts/account', {
    title: translatorOf(res)('accounts.account'),
    layout: 'narrow',
    form,
    account,
    roles: rolesOf(account),
    leastPassword: passwordLimits.least,
  });
}
