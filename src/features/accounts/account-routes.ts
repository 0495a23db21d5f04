import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, submitForm } from '../../web/forms.ts';
import { frameOf, translatorOf } from '../../web/frame.ts';
import { originOf } from '../../web/origin-of.ts';
import { renderPage } from '../../web/pages.ts';
import { endSession } from '../../web/session.ts';
import { languageForm, ownPath, passwordByLinkForm, secondStepForm, setupForm, signInForm } from './account-forms.ts';
import './account-pages.ts';
import { chooseOwnLanguage, setPasswordByLink, setUpAdministrator } from './account-service.ts';
import { findAccount } from './account-store.ts';
import { completeSignIn, deviceOf, enter } from './enter.ts';
import { findOptionalLink } from './password-link-store.ts';
import { passwordLimits } from './passwords.ts';
import { showProof, tryProof } from './reauthenticate.ts';
import { languageCookie } from './request-frame.ts';
import { checkCredentials, checkSecondStep } from './sign-in-service.ts';

export function accountRoutes(deps: Deps): Router {
  const router = Router();
  router.use(signInRoutes(deps), secondStepRoutes(deps), linkRoutes(deps), proofRoutes(deps), languageRoutes(deps));
  return router;
}

function signInRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/sign-in', allow('public'), (req, res) => {
    const next = ownPath(String(req.query.next ?? '/'));
    if (frameOf(res).actor) return res.redirect(303, next);
    showSignIn(deps, res, emptyForm, next);
  });

  router.post('/sign-in', allow('public'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { signInName, password, next } = parse(signInForm, req.body);
        const credentials = { signInName, password, origin: originOf(req), device: deviceOf(deps, req) };
        const account = await checkCredentials(deps, credentials);
        await enter(deps, req, res, account.id, ownPath(next));
      },
      (form) => showSignIn(deps, res.status(422), form, ownPath(String(form.values.next ?? '/'))),
    );
  });

  router.post('/sign-out', allow('public'), async (req, res) => {
    await endSession(req);
    res.redirect(303, '/sign-in');
  });

  return router;
}

function showSignIn({ config }: Deps, res: Response, form: FormState, next: string): void {
  const provider = config.oidc?.name ?? null;
  renderPage(res, 'accounts/sign-in', { title: translatorOf(res)('accounts.signIn'), layout: 'narrow', form, next, provider });
}

/** So long one may take over the second step. */
const halfLimit = 10 * 60 * 1000;

/** Where people come whose password was right and who have a second factor; they are not signed in yet. */
function secondStepRoutes(deps: Deps): Router {
  const router = Router();
  const halfOf = (req: Request) => {
    const { half } = req.session;
    return half && deps.clock().getTime() - half.at <= halfLimit ? half.userId : null;
  };
  const show = (res: Response, form: FormState, next: string) =>
    renderPage(res, 'accounts/second-step', { title: translatorOf(res)('proofs.second'), layout: 'narrow', form, next });

  router.get('/sign-in/second-step', allow('public'), (req, res) => {
    const next = ownPath(String(req.query.next ?? '/'));
    if (halfOf(req) === null) return res.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
    show(res, emptyForm, next);
  });

  router.post('/sign-in/second-step', allow('public'), async (req, res) => {
    const userId = halfOf(req);
    if (userId === null) throw new AppError('conflict', message('proofs.secondTooLate'));
    await submitForm(
      req,
      async () => {
        const { code, next } = parse(secondStepForm, req.body);
        const kind = await checkSecondStep(deps, userId, code, originOf(req));
        await completeSignIn(deps, req, res, userId, kind === 'recovery' ? '/account' : ownPath(next));
      },
      (form) => show(res.status(422), form, ownPath(String(form.values.next ?? '/'))),
    );
  });

  return router;
}

/** Proving anew who one is, on the way to a page that asks for it. */
function proofRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/account/proof', allow('signed-in'), async (req, res) => {
    await showProof(deps, res, '/account/proof', [['next', ownPath(String(req.query.next ?? '/'))]], emptyForm);
  });

  router.post('/account/proof', allow('signed-in'), async (req, res) => {
    const next = ownPath(String(req.body?.next ?? '/'));
    const form = await tryProof(deps, req, res, req.body);
    if (form === null) return res.redirect(303, next);
    const errors = form === emptyForm ? { proofPassword: message('form.required') } : form.errors;
    await showProof(deps, res.status(422), '/account/proof', [['next', next]], { values: {}, errors });
  });

  return router;
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
        await enter(deps, req, res, account.id, '/');
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
        await enter(deps, req, res, account.id, '/');
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

function languageRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/language', allow('public'), async (req, res) => {
    const { language, next } = parse(languageForm, req.body);
    const { actor } = frameOf(res);
    if (actor) await chooseOwnLanguage(deps, actor, language);
    res.cookie(languageCookie, language, { sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 60 * 60 * 1000, path: '/' });
    res.redirect(303, ownPath(next));
  });

  return router;
}
