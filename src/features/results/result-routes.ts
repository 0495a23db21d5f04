import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { listEvidence } from '../evidence/evidence-store.ts';
import { toCompletionPage } from './completion-page.ts';
import { finishAssessment } from './finish-service.ts';
import { readResult } from './read-result.ts';
import { toResultPage } from './result-page.ts';

/** Finishing an assessment, and its result. */
export function resultRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/completion', allow('assessment.lead'), (req, res) =>
    showCompletion(deps, res, idOf(req), emptyForm),
  );

  router.post('/assessments/:id/completion', allow('assessment.lead'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const { number } = await finishAssessment(deps, actorOf(res), id);
        leaveNotice(req, message('results.finished', { number }));
        res.redirect(303, `/assessments/${id}/result`);
      },
      (form) => showCompletion(deps, res.status(422), id, form),
    );
  });

  router.get('/assessments/:id/result', allow('assessment.view'), async (req, res) => {
    await showResult(deps, res, idOf(req));
  });

  return router;
}

/** A finished assessment has its result instead. */
async function showCompletion(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  if (assessment.finishedAt !== null) return res.redirect(303, `/assessments/${id}/result`);
  if (!rights.lead) throw new AppError('not_found', message('error.notFound'));
  const scored = await readResult(deps, assessment);
  renderPage(res, 'results/completion', toCompletionPage(assessment, scored, form, languageOf(res)));
}

async function showResult(deps: Deps, res: Response, id: string): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  const scored = await readResult(deps, assessment);
  const evidence = await listEvidence(deps.db, id);
  const evidenceLinks = new Map(evidence.map((one) => [one.reference, `/assessments/${id}/evidence/${one.id}`]));
  renderPage(res, 'results/show', toResultPage({ assessment, scored, rights, evidenceLinks }, languageOf(res)));
}
