import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse } from '../../web/forms.ts';
import { frameOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { requestsAMinute } from '../../web/request-limits.ts';
import { findOptionalByNumber } from '../certificates/certificate-store.ts';
import { aboutQuery, complaintForm } from './dispute-forms.ts';
import { fileLimits, takeWithFiles } from './dispute-upload.ts';
import { receiveComplaint } from './receive-dispute.ts';

/** Complaints that one address may send in a minute. */
const mostComplaints = 5;

/** Where anybody complains of a certified company, without a sign-in; the office writes down here what came by letter or telephone. */
export function complaintRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/complaints/new', allow('public'), requestsAMinute(60), async (req, res) => {
    const { number } = parse(aboutQuery, req.query);
    await showComplaint(deps, res, number, emptyForm);
  });

  router.post('/complaints', allow('public'), requestsAMinute(mostComplaints), async (req, res) => {
    await takeWithFiles(
      deps,
      req,
      async ({ body, files }) => {
        const { website, files: _, ...input } = parse(complaintForm, body);
        // A program filled in the field that people do not see: it is thanked like everybody, and nothing is kept.
        const number = website === null ? await receiveComplaint(deps, frameOf(res).actor, input, files) : '–';
        renderPage(res, 'disputes/received', { title: translatorOf(res)('disputes.received'), layout: 'narrow', number });
      },
      (form, status) => showComplaint(deps, res.status(status), String(form.values.number ?? ''), form),
    );
  });

  return router;
}

async function showComplaint(deps: Deps, res: Response, number: string, form: FormState): Promise<void> {
  const certificate = number === '' ? null : await findOptionalByNumber(deps.db, number);
  const values = { number, fromLanguage: languageOf(res), ...(certificate && { about: certificate.holder }), ...form.values };
  renderPage(res, 'disputes/complaint', {
    title: translatorOf(res)('disputes.complain'),
    layout: 'narrow',
    form: { values, errors: form.errors },
    holder: certificate?.holder ?? null,
    ...fileLimits(deps),
  });
}
