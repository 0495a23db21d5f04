import { type RequestHandler, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { mailChoices } from '../../model/mail-rhythm.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { mailQuery, mailSettingsForm } from './mail-forms.ts';
import './mail-pages.ts';
import { chooseMail, retryMail } from './mail-service.ts';
import { findMailSettings } from './mail-settings-store.ts';
import { countMails, listMails } from './mail-store.ts';
import { mailerSettings } from './mailer.ts';

/**
 * Everybody's own choice under `/account/mail`, and what became of the letters under `/mail` for the administrator. `proven`: asks
 * anew who somebody is, since letters with links to set a password go to that address.
 */
export function mailRoutes(deps: Deps, proven: RequestHandler): Router {
  const router = Router();

  router.get('/account/mail', allow('signed-in'), async (_req, res) => {
    const { email, mailChoice } = await findMailSettings(deps.db, actorOf(res).id);
    showSettings(deps, res, { values: { email: email ?? '', mailChoice }, errors: {} });
  });

  router.post('/account/mail', allow('signed-in'), proven, async (req, res) => {
    await submitForm(
      req,
      async () => {
        await chooseMail(deps, actorOf(res), parse(mailSettingsForm, req.body));
        leaveNotice(req, message('mail.saved'));
        res.redirect(303, '/account/mail');
      },
      (form) => showSettings(deps, res.status(422), form),
    );
  });

  router.get('/mail', allow('mail.manage'), async (req, res) => {
    const { state, page } = parse(mailQuery, req.query);
    const { rows, total } = await listMails(deps.db, state, page);
    renderPage(res, 'mail/list', {
      title: translatorOf(res)('mail.title'),
      configured: mailerSettings(deps.config) !== null,
      state,
      counts: await countMails(deps.db),
      mails: toPaged(rows, total, page, addressOf('/mail', { state })),
    });
  });

  router.post('/mail/:id/retry', allow('mail.manage'), async (req, res) => {
    await retryMail(deps, actorOf(res), idOf(req));
    leaveNotice(req, message('mail.retried'));
    res.redirect(303, '/mail');
  });

  return router;
}

function showSettings(deps: Deps, res: Response, form: FormState): void {
  const t = translatorOf(res);
  renderPage(res, 'mail/settings', {
    title: t('mail.settings'),
    layout: 'narrow',
    form,
    choices: mailChoices.map((value) => ({ value, label: t(`mail.choice.${value}`) })),
    configured: mailerSettings(deps.config) !== null,
  });
}
