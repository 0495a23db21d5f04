import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { deedsOf } from '../../model/finding-life.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, parse, submitForm, typedValues } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { receiveUpload, type Upload } from '../evidence/receive-upload.ts';
import { saveAnswerPart } from './answer-service.ts';
import { findLastReturn } from './finding-change-store.ts';
import { factsOf } from './finding-facts.ts';
import { type AnswerStep, answerForms, answerSteps, proofForm } from './finding-forms.ts';
import { pathOf, placeOf, showFinding } from './finding-life-routes.ts';
import { doWithFinding, type FindingPlace } from './finding-life-service.ts';
import { readFinding } from './read-findings.ts';

/** What the company says to a finding, step by step, each kept when it is sent; and its proof. */
export function answerRoutes(deps: Deps): Router {
  const router = Router();
  const address = '/assessments/:id/findings/:findingId';

  router.get(`${address}/answer`, allow('assessment.answer'), (req, res) =>
    showStep(deps, res, placeOf(req), stepOf(req.query.step), null),
  );

  router.post(`${address}/answer`, allow('assessment.answer'), async (req, res) => {
    const place = placeOf(req);
    const step = stepOf(req.query.step);
    await submitForm(
      req,
      () => takeStep(deps, req, res, place, step),
      (form) => showStep(deps, res.status(422), place, step, form),
    );
  });

  router.post(`${address}/implementation`, allow('assessment.answer'), async (req, res) => {
    const place = placeOf(req);
    // Asks before a long upload is taken in.
    await readFinding(deps, res, place.assessmentId, place.findingId);
    const upload = await receiveUpload(req, deps);
    try {
      await prove(deps, res, place, upload);
      leaveNotice(req, message('findings.done.implement'));
      res.redirect(303, pathOf(place));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
      const errors = Object.keys(error.fields).length > 0 ? error.fields : { '': error.text };
      await showFinding(deps, res.status(422), place, { name: 'implement', form: { values: typedValues(upload.body), errors } });
    } finally {
      await upload.discard();
    }
  });

  return router;
}

function stepOf(value: unknown): AnswerStep {
  return answerSteps.find((step) => step === value) ?? 'correction';
}

/** Keeps the step and goes on to the next; the last one sends the answer. */
async function takeStep(deps: Deps, req: Request, res: Response, place: FindingPlace, step: AnswerStep): Promise<void> {
  if (step === 'send') {
    const { revision } = parse(answerForms.send, req.body);
    await doWithFinding(deps, actorOf(res), place, { deed: 'answer', revision, text: '' });
    leaveNotice(req, message('findings.done.answer'));
    return res.redirect(303, pathOf(place));
  }
  await saveAnswerPart(deps, actorOf(res), place, parse(answerForms[step], req.body));
  res.redirect(303, `${pathOf(place)}/answer?step=${answerSteps[answerSteps.indexOf(step) + 1] ?? 'send'}`);
}

async function showStep(deps: Deps, res: Response, place: FindingPlace, step: AnswerStep, form: FormState | null): Promise<void> {
  const { assessment, rights, finding } = await readFinding(deps, res, place.assessmentId, place.findingId);
  if (!rights.answer) throw new AppError('not_found', message('error.notFound'));
  if (!deedsOf(factsOf(finding), 'company').includes('answer')) return res.redirect(303, pathOf(place));
  const { correction, cause, action, responsible, plannedFor, revision } = finding;
  const said = { correction, cause, action };
  const values = { ...said, responsible, plannedFor: plannedFor ?? '', revision: String(revision) };
  const here = `${pathOf(place)}/answer`;
  renderPage(res, 'findings/answer', {
    title: `${translatorOf(res)('findings.answer')} ${assessment.number}/${finding.number}`,
    layout: 'narrow',
    assessment,
    finding,
    returned: finding.state === 'returned' ? ((await findLastReturn(deps.db, finding.id)) ?? null) : null,
    step,
    steps: answerSteps.map((one) => ({ step: one, href: `${here}?step=${one}`, done: one !== 'send' && said[one] !== '' })),
    action: `${here}?step=${step}`,
    form: form ?? { values, errors: {} },
  });
}

async function prove(deps: Deps, res: Response, place: FindingPlace, upload: Upload): Promise<void> {
  if (upload.refusal) throw upload.refusal;
  await doWithFinding(deps, actorOf(res), place, {
    deed: 'implement',
    ...parse(proofForm, upload.body),
    files: upload.files,
  });
}
