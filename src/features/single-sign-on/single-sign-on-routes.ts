import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { actorOf, frameOf, translatorOf } from '../../web/frame.ts';
import { originOf } from '../../web/origin-of.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { requestsAMinute } from '../../web/request-limits.ts';
import { leaveNotice } from '../../web/session.ts';
import { ownPath } from '../accounts/account-forms.ts';
import { enter } from '../accounts/enter.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { findOptionalIdentity, type Identity } from './identity-store.ts';
import { callbackPath, openProvider, type ProvidedPerson, type Provider, type Round } from './provider.ts';
import { accountOf, linkIdentity, unlinkIdentity } from './single-sign-on-service.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'single-sign-on/link': LinkPage;
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Somebody is at the provider; `linking`: to be linked with the person who is signed in here. */
    oidc: { readonly round: Round; readonly next: string; readonly linking: boolean; readonly at: number };
    /** Whom the provider has named, until the person here says that it is them. */
    offered: { readonly person: ProvidedPerson; readonly at: number };
  }
}

interface LinkPage extends PageFrame {
  readonly provider: string;
  readonly linked: Identity | null;
  readonly offered: ProvidedPerson | null;
}

/** So long somebody may stay at the provider, or think about a link. */
const longest = 10 * 60 * 1000;

/** Signing in by way of another provider (OpenID Connect), and linking it with one's account. */
export function singleSignOnRoutes(deps: Deps): Router {
  const router = Router();
  const provider = openProvider(deps);
  router.use(signInRoutes(deps, provider), linkRoutes(deps, provider));
  return router;
}

function signInRoutes(deps: Deps, provider: () => Provider): Router {
  const router = Router();
  const limited = requestsAMinute(60);

  router.get('/sign-in/oidc', allow('public'), limited, async (req, res) => {
    await goToProvider(deps, provider(), req, res, { next: ownPath(String(req.query.next ?? '/')), linking: false });
  });

  router.get(callbackPath, allow('public'), limited, async (req, res) => {
    const at = provider();
    const { oidc } = req.session;
    delete req.session.oidc;
    if (!oidc || deps.clock().getTime() - oidc.at > longest) throw new AppError('invalid', message('sso.tooLate'));
    const person = await at.complete(oidc.round, new URL(req.originalUrl, deps.config.address).search);
    if (oidc.linking) {
      if (!frameOf(res).actor) throw new AppError('invalid', message('sso.tooLate'));
      req.session.offered = { person, at: deps.clock().getTime() };
      return res.redirect(303, '/account/single-sign-on');
    }
    const account = await accountOf(deps, person, originOf(req));
    await enter(deps, req, res, account.id, oidc.next);
  });

  return router;
}

function linkRoutes(deps: Deps, provider: () => Provider): Router {
  const router = Router();
  const proven = reauthenticate(deps);

  router.get('/account/single-sign-on', allow('signed-in'), proven, async (req, res) => {
    const { settings } = provider();
    renderPage(res, 'single-sign-on/link', {
      title: translatorOf(res)('sso.title'),
      layout: 'narrow',
      provider: settings.name,
      linked: await findOptionalIdentity(deps.db, { issuer: settings.issuer, userId: actorOf(res).id }),
      offered: offeredIn(deps, req),
    });
  });

  // A link and not a form: browsers hold a form back from leading to another site.
  router.get('/account/single-sign-on/begin', allow('signed-in'), proven, async (req, res) => {
    await goToProvider(deps, provider(), req, res, { next: '/account/single-sign-on', linking: true });
  });

  router.post('/account/single-sign-on', allow('signed-in'), proven, async (req, res) => {
    provider();
    const person = offeredIn(deps, req);
    delete req.session.offered;
    if (!person) throw new AppError('conflict', message('sso.tooLate'));
    await linkIdentity(deps, actorOf(res), person);
    leaveNotice(req, message('sso.linked', { label: person.label }));
    res.redirect(303, '/account/single-sign-on');
  });

  router.post('/account/single-sign-on/removal', allow('signed-in'), proven, async (req, res) => {
    await unlinkIdentity(deps, actorOf(res), provider().settings.issuer);
    leaveNotice(req, message('sso.unlinked'));
    res.redirect(303, '/account/single-sign-on');
  });

  return router;
}

function offeredIn({ clock }: Deps, req: Request): ProvidedPerson | null {
  const { offered } = req.session;
  return offered && clock().getTime() - offered.at <= longest ? offered.person : null;
}

/** Somebody who is not signed in has a session from here on; it is nobody's. */
async function goToProvider(
  deps: Deps,
  provider: Provider,
  req: Request,
  res: Response,
  { next, linking }: { readonly next: string; readonly linking: boolean },
): Promise<void> {
  const { round, address } = await provider.begin();
  const at = deps.clock().getTime();
  req.session.begunAt ??= at;
  req.session.oidc = { round, next, linking, at };
  res.redirect(303, address);
}
