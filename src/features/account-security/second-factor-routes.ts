import { type Request, type Response, Router } from 'express';
import { toDataURL } from 'qrcode';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, requiredText, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice, renewProof } from '../../web/session.ts';
import { findAccount } from '../accounts/account-store.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { addressOfSecret, newSecret, seal, unseal } from '../sign-in-proofs/authenticator.ts';
import { hasSecondFactor } from '../sign-in-proofs/second-factor-store.ts';
import './security-pages.ts';
import { confirmAuthenticator, removeSecondFactor, renewRecoveryCodes } from './security-service.ts';

const confirmForm = z.strictObject({ code: requiredText(20) });

/** Setting up an authenticator app, its recovery codes, and taking it away. */
export function secondFactorRoutes(deps: Deps): Router {
  const router = Router();
  const proven = reauthenticate(deps);

  router.get('/account/second-factor', allow('signed-in'), proven, async (req, res) => {
    if (await hasSecondFactor(deps.db, actorOf(res).id)) return res.redirect(303, '/account');
    await showSetup(deps, req, res, emptyForm);
  });

  router.post('/account/second-factor', allow('signed-in'), proven, async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { code } = parse(confirmForm, req.body);
        const codes = await confirmAuthenticator(deps, actorOf(res), req.session.sealedSecret ?? '', code);
        delete req.session.sealedSecret;
        await renewProof(req, deps.clock());
        showCodes(res, codes);
      },
      (form) => showSetup(deps, req, res.status(422), form),
    );
  });

  router.post('/account/recovery-codes', allow('signed-in'), proven, async (_req, res) => {
    showCodes(res, await renewRecoveryCodes(deps, actorOf(res)));
  });

  router.post('/account/second-factor/removal', allow('signed-in'), proven, async (req, res) => {
    await removeSecondFactor(deps, actorOf(res));
    leaveNotice(req, message('security.factorRemoved'));
    res.redirect(303, '/account');
  });

  return router;
}

/** The secret stays the same while the page is open in the session, so that a mistyped code does not change the QR code. */
async function showSetup(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const actor = actorOf(res);
  const t = translatorOf(res);
  const { signInName } = await findAccount(deps.db, actor.id);
  req.session.sealedSecret ??= seal(newSecret(), deps.sessionSecret);
  const secret = unseal(req.session.sealedSecret, deps.sessionSecret);
  if (secret === null) throw new AppError('conflict', message('security.beginAgain'));
  renderPage(res, 'account-security/second-factor', {
    title: t('security.factorAdd'),
    layout: 'narrow',
    form,
    picture: await toDataURL(addressOfSecret(secret, signInName, t('frame.name')), { margin: 2, scale: 5 }),
    secret: (secret.match(/.{1,4}/g) ?? []).join(' '),
    demanded: deps.config.secondFactor === 'required' && actor.roles.length > 0,
  });
}

function showCodes(res: Response, codes: readonly string[]): void {
  renderPage(res, 'account-security/recovery-codes', { title: translatorOf(res)('security.codes'), layout: 'narrow', codes });
}
