import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { bodyForm, changeBody } from '../branding/body-service.ts';
import { readBody } from '../branding/body-store.ts';
import { readSigningKey } from './signing-key.ts';

/** Who issues certificates here, and the state of the key that signs them. */
export function bodyRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/body', allow('certificates.manage'), async (_req, res) => {
    const { body, revision } = await readBody(deps.db);
    const values = Object.fromEntries(Object.entries(body ?? {}).map(([name, value]) => [name, value ?? '']));
    await show(res, { values, errors: {} }, revision);
  });

  router.post('/body', allow('certificates.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await changeBody(deps, actorOf(res), parse(bodyForm, req.body));
        leaveNotice(req, message('certificates.body.saved'));
        res.redirect(303, '/certificates/body');
      },
      (form) => show(res.status(422), form, Number(form.values.revision ?? 0) || 0),
    );
  });

  async function show(res: Response, form: FormState, revision: number): Promise<void> {
    const state = await readSigningKey(deps.config, deps.clock());
    const facts = state.trouble === null ? state.key.facts : state.facts;
    const day = (moment: Date) => dayOf(moment, deps.config.timeZone);
    renderPage(res, 'certificates/body', {
      title: translatorOf(res)('certificates.body.title'),
      layout: 'narrow',
      form,
      revision,
      trouble: state.trouble,
      key: facts && { ...facts, from: day(facts.notBefore), to: day(facts.notAfter) },
    });
  }

  return router;
}
