import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, requiredText, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { requestsAMinute } from '../../web/request-limits.ts';
import { leaveNotice } from '../../web/session.ts';
import { ownPath } from '../accounts/account-forms.ts';
import { completeSignIn } from '../accounts/enter.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { addPasskey, checkPasskey, registrationOptions, removePasskey, signInOptions } from './passkey-service.ts';
import { listPasskeys, type Passkey } from './passkey-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'passkeys/passkeys': PasskeysPage;
    'passkeys/sign-in': PasskeySignInPage;
  }
}

declare module 'express-session' {
  interface SessionData {
    /** What a device has been asked to sign, once and for a short time. */
    passkey: { readonly challenge: string; readonly at: number };
  }
}

interface PasskeysPage extends PageFrame {
  readonly keys: readonly Passkey[];
  readonly form: FormState;
}

interface PasskeySignInPage extends PageFrame {
  readonly form: FormState;
  readonly next: string;
}

/** One's keys, and signing in with one of them. */
export function passkeyRoutes(deps: Deps): Router {
  const router = Router();
  router.use(ownKeyRoutes(deps), signInRoutes(deps));
  return router;
}

/** The answer of the device, as the script of the page puts it into the form; its inside is checked where it is verified. */
const answer = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      const parsed = z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) }).safeParse(value);
      if (parsed.success) return parsed.data;
    } catch {
      // Not JSON: the script did not run, or somebody plays.
    }
    context.addIssue({ code: 'custom', params: { text: message('passkeys.noAnswer') } });
    return z.NEVER;
  });

const addForm = z.strictObject({ name: requiredText(60), answer });
const signInForm = z.strictObject({ answer, next: z.string().max(2000).default('/') });

function ownKeyRoutes(deps: Deps): Router {
  const router = Router();
  const proven = reauthenticate(deps);

  router.get('/account/passkeys', allow('signed-in'), proven, (_req, res) => showKeys(deps, res, emptyForm));

  router.post('/account/passkeys/challenge', allow('signed-in'), proven, async (req, res) => {
    const options = await registrationOptions(deps, actorOf(res));
    giveChallenge(deps, req, options.challenge);
    res.json(options);
  });

  router.post('/account/passkeys', allow('signed-in'), proven, async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { name, answer: given } = parse(addForm, req.body);
        const response = given as unknown as RegistrationResponseJSON;
        await addPasskey(deps, actorOf(res), { challenge: takeChallenge(deps, req), name, response });
        leaveNotice(req, message('passkeys.added', { name }));
        res.redirect(303, '/account/passkeys');
      },
      (form) => showKeys(deps, res.status(422), form),
    );
  });

  router.post('/account/passkeys/:id/removal', allow('signed-in'), proven, async (req, res) => {
    await removePasskey(deps, actorOf(res), idOf(req));
    leaveNotice(req, message('passkeys.removed'));
    res.redirect(303, '/account/passkeys');
  });

  return router;
}

function signInRoutes(deps: Deps): Router {
  const router = Router();
  const limited = requestsAMinute(60);

  router.get('/sign-in/passkey', allow('public'), (req, res) => {
    showSignIn(res, emptyForm, ownPath(String(req.query.next ?? '/')));
  });

  router.post('/sign-in/passkey/challenge', allow('public'), limited, async (req, res) => {
    const options = await signInOptions(deps);
    giveChallenge(deps, req, options.challenge);
    res.json(options);
  });

  router.post('/sign-in/passkey', allow('public'), limited, async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { answer: given, next } = parse(signInForm, req.body);
        const response = given as unknown as AuthenticationResponseJSON;
        const { account } = await checkPasskey(deps, takeChallenge(deps, req), response);
        // The device has asked for a finger, a face or a number, so that it is two factors by itself.
        await completeSignIn(deps, req, res, account.id, ownPath(next), { byPasskey: true });
      },
      ({ errors, values }) => showSignIn(res.status(422), { values: {}, errors }, ownPath(String(values.next ?? '/'))),
    );
  });

  return router;
}

/** So long a device may take. */
const longest = 5 * 60 * 1000;

/** Somebody who is not signed in has a session from here on; it is nobody's. */
function giveChallenge({ clock }: Deps, req: Request, challenge: string): void {
  const at = clock().getTime();
  req.session.begunAt ??= at;
  req.session.passkey = { challenge, at };
}

/** Every challenge is good for one answer. Throws `invalid`. */
function takeChallenge({ clock }: Deps, req: Request): string {
  const { passkey } = req.session;
  delete req.session.passkey;
  if (!passkey || clock().getTime() - passkey.at > longest) throw new AppError('invalid', message('passkeys.tooLate'));
  return passkey.challenge;
}

async function showKeys(deps: Deps, res: Response, form: FormState): Promise<void> {
  renderPage(res, 'passkeys/passkeys', {
    title: translatorOf(res)('passkeys.title'),
    layout: 'narrow',
    keys: await listPasskeys(deps.db, actorOf(res).id),
    form,
  });
}

function showSignIn(res: Response, form: FormState, next: string): void {
  renderPage(res, 'passkeys/sign-in', { title: translatorOf(res)('passkeys.signIn'), layout: 'narrow', form, next });
}
