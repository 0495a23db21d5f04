import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, requiredText, submitForm } from '../../web/forms.ts';
import { translatorOf } from '../../web/frame.ts';
import { originOf } from '../../web/origin-of.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { requestsAMinute } from '../../web/request-limits.ts';
import { mailerSettings } from '../mail/mailer.ts';
import { askForReset, resetHours } from './reset-service.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'password-resets/forgotten': ForgottenPage;
  }
}

export interface ForgottenPage extends PageFrame {
  readonly form: FormState;
  /** Whether this site sends mail; without it only the administrator can help. */
  readonly byMail: boolean;
  /** The answer to the form, the same for every name. */
  readonly done: boolean;
  readonly hours: number;
}

const resetForm = z.strictObject({ signInName: requiredText(100) });

/** Asking for a link to set a new password, for whoever forgot theirs. */
export function resetRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/forgotten', allow('public'), (_req, res) => show(deps, res, emptyForm, false));

  router.post('/forgotten', allow('public'), requestsAMinute(30), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { signInName } = parse(resetForm, req.body);
        await askForReset(deps, signInName, originOf(req));
        show(deps, res, emptyForm, true);
      },
      (form) => show(deps, res.status(422), form, false),
    );
  });

  return router;
}

function show(deps: Deps, res: Response, form: FormState, done: boolean): void {
  renderPage(res, 'password-resets/forgotten', {
    title: translatorOf(res)('reset.title'),
    layout: 'narrow',
    form,
    byMail: mailerSettings(deps.config) !== null,
    done,
    hours: resetHours,
  });
}
