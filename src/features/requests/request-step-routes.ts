import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { RequestDeed } from '../../model/request-life.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm, typedValues } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { toEvidenceLine } from '../evidence/evidence-pages.ts';
import { checkMayAdd } from '../evidence/evidence-service.ts';
import { evidenceOf, readEvidence } from '../evidence/evidence-store.ts';
import { limitText, mostFiles, receiveUpload, type Upload } from '../evidence/receive-upload.ts';
import { handInFor } from './request-answer-service.ts';
import { acceptForm, handInForm, postponeForm, wordsForm } from './request-forms.ts';
import { deedsFor, toRequestLine } from './request-pages.ts';
import { moveRequest, type RequestMove } from './request-service.ts';
import { findRequest, listAnswerIds, listRequestSteps } from './request-store.ts';

/** One request: its page, the answer of the company, and how the auditor settles it. */
export function requestStepRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/requests/:requestId', allow('assessment.seeRequests'), async (req, res) => {
    await showRequest(deps, req, res, null, emptyForm);
  });

  router.post('/assessments/:id/requests/:requestId/evidence', allow('assessment.answerRequests'), async (req, res) => {
    await checkMayAdd(deps, actorOf(res), idOf(req), 'answerRequests');
    const upload = await receiveUpload(req, deps);
    try {
      await takeIn(deps, req, res, upload);
    } catch (error) {
      await answerRefused(deps, req, res, upload, error);
    } finally {
      await upload.discard();
    }
  });

  const moves = {
    refusal: { deed: 'decline', form: wordsForm, allowed: allow('assessment.answerRequests') },
    acceptance: { deed: 'accept', form: acceptForm, allowed: allow('assessment.askEvidence') },
    return: { deed: 'return', form: wordsForm, allowed: allow('assessment.askEvidence') },
    withdrawal: { deed: 'withdraw', form: wordsForm, allowed: allow('assessment.askEvidence') },
    'due-date': { deed: 'postpone', form: postponeForm, allowed: allow('assessment.askEvidence') },
  } as const;
  for (const [path, { deed, form, allowed }] of Object.entries(moves)) {
    router.post(`/assessments/:id/requests/:requestId/${path}`, allowed, async (req, res) => {
      await submitForm(
        req,
        async () => {
          const input = parse(form, req.body);
          const move: RequestMove = { ...input, deed, text: input.text ?? '' };
          await moveRequest(deps, actorOf(res), placeOf(req), move);
          leaveNotice(req, message(`requests.done.${deed}`));
          res.redirect(303, hrefOf(req));
        },
        (state) => showRequest(deps, req, res.status(422), deed, state),
      );
    });
  }

  return router;
}

function placeOf(req: Request): { assessmentId: string; requestId: string } {
  return { assessmentId: idOf(req), requestId: idOf(req, 'requestId') };
}

function hrefOf(req: Request): string {
  return `/assessments/${idOf(req)}/requests/${idOf(req, 'requestId')}`;
}

async function takeIn(deps: Deps, req: Request, res: Response, upload: Upload): Promise<void> {
  if (upload.refusal) throw upload.refusal;
  const { revision, note, source, ownDate } = parse(handInForm, upload.body);
  const answer = { revision, note: note ?? '', source, ownDate: ownDate || null };
  const references = await handInFor(deps, actorOf(res), placeOf(req), answer, upload.files);
  leaveNotice(req, message('requests.done.hand-in', { references: references.join(', ') }));
  res.redirect(303, hrefOf(req));
}

const statusOf: Readonly<Record<string, number>> = { invalid: 422, too_large: 413, unavailable: 503 };

/** The form again with what was typed. Browsers do not let a page choose files, so those must be chosen again. */
async function answerRefused(deps: Deps, req: Request, res: Response, upload: Upload, error: unknown): Promise<void> {
  const status = error instanceof AppError ? statusOf[error.code] : undefined;
  if (!(error instanceof AppError) || status === undefined) throw error;
  const errors = Object.keys(error.fields).length > 0 ? error.fields : { '': error.text };
  const again = upload.files.length > 0 ? { 'files.again': message('evidence.chooseAgain') } : {};
  const form = { values: typedValues(upload.body), errors: { ...errors, ...again } };
  await showRequest(deps, req, res.status(status), 'hand-in', form);
}

async function showRequest(deps: Deps, req: Request, res: Response, typed: RequestDeed | null, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req), 'seeRequests');
  const request = await findRequest(deps.db, assessment.id, idOf(req, 'requestId'));
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  const answers = await listAnswerIds(deps.db, request.id);
  const query = evidenceOf(deps.db, assessment.id).whereIn('evidence.id', answers).orderBy('evidence.place');
  const evidence = await readEvidence(deps.db, query);
  renderPage(res, 'requests/show', {
    title: `${request.reference} · ${assessment.number}`,
    assessment: { id: assessment.id, number: assessment.number },
    request: toRequestLine(request, criteria, language, dayOf(deps.clock(), deps.config.timeZone)),
    steps: await listRequestSteps(deps.db, request.id),
    evidence: evidence.map((one) => toEvidenceLine(one, assessment, criteria, language)),
    deeds: deedsFor(request, { answer: rights.answerRequests, ask: rights.askEvidence }),
    typed,
    form,
    limit: limitText(deps.config.uploadLimit),
    mostFiles,
    showsClauses: rights.view,
  });
}
