import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { type AssessmentStep, nextStep } from '../../model/assessment-life.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { type OnwardStep, onwardPaths, onwardStep, toCompletionPage } from './completion-page.ts';
import { readLifeFacts } from './life-facts.ts';
import { readResult } from './read-result.ts';
import { reasonForm, stepForm } from './step-forms.ts';
import { takeStep } from './step-service.ts';

/** How an assessment goes from state to state. */
export function stepRoutes(deps: Deps): Router {
  const router = Router();
  router.use(buttonRoutes(deps), onwardRoutes(deps), reasonRoutes(deps));
  return router;
}

/** Steps that need no page of their own; what is in the way is told by the error page. */
function buttonRoutes(deps: Deps): Router {
  const router = Router();
  const button = (path: string, step: 'begin' | 'replan') =>
    router.post(`/assessments/:id/${path}`, allow(`assessment.${step}`), async (req, res) => {
      const { id } = await takeFrom(deps, req, res, step);
      res.redirect(303, `/assessments/${id}`);
    });
  button('beginning', 'begin');
  button('replanning', 'replan');
  return router;
}

/** The page of the next step, whichever that is: what is missing, then what the step means. */
function onwardRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/completion', allow('assessment.view'), (req, res) => showNext(deps, res, idOf(req), emptyForm));

  const onward = (step: OnwardStep) =>
    router.post(`/assessments/:id/${onwardPaths[step]}`, allow(`assessment.${step}`), async (req, res) => {
      await submitForm(
        req,
        async () => {
          const { id, state } = await takeFrom(deps, req, res, step);
          res.redirect(303, `/assessments/${id}/${state === 'findings-open' ? 'findings' : 'result'}`);
        },
        (form) => showNext(deps, res.status(422), idOf(req), form),
      );
    });
  onward('closeRating');
  onward('report');
  onward('finish');
  return router;
}

async function showNext(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  if (nextStep(assessment.kind, assessment.state) === null) return res.redirect(303, `/assessments/${id}/result`);
  if (rights.begin) return res.redirect(303, `/assessments/${id}`);
  const step = onwardStep(assessment, rights);
  if (step === null) throw new AppError('not_found', message('error.notFound'));
  const scored = await readResult(deps, assessment);
  const facts = await readLifeFacts(deps.db, assessment, scored.dossier);
  renderPage(res, 'results/completion', toCompletionPage({ assessment, step, scored, facts, form }, languageOf(res)));
}

/** Steps that are explained: stopping, and going back. */
function reasonRoutes(deps: Deps): Router {
  const router = Router();
  const withReason = (path: string, step: 'reopenRating' | 'stop') => {
    const address = `/assessments/:id/${path}`;
    router.get(address, allow(`assessment.${step}`), (req, res) => showReason(deps, res, idOf(req), path, step, emptyForm));
    router.post(address, allow(`assessment.${step}`), async (req, res) => {
      await submitForm(
        req,
        async () => {
          const { id } = await takeFrom(deps, req, res, step);
          res.redirect(303, `/assessments/${id}`);
        },
        (form) => showReason(deps, res.status(422), idOf(req), path, step, form),
      );
    });
  };
  withReason('reopening', 'reopenRating');
  withReason('stop', 'stop');
  return router;
}

async function showReason(
  deps: Deps,
  res: Response,
  id: string,
  path: string,
  step: 'reopenRating' | 'stop',
  form: FormState,
): Promise<void> {
  const { assessment } = await accessAssessment(deps.db, actorOf(res), id, step);
  const organization = await findOrganization(deps.db, assessment.organizationId);
  renderPage(res, 'results/step-reason', {
    title: `${translatorOf(res)(`life.step.${step}`)} ${assessment.number}`,
    layout: 'narrow',
    assessment,
    organizationName: organization.name,
    step,
    action: `/assessments/${id}/${path}`,
    from: assessment.state,
    form,
  });
}

async function takeFrom(deps: Deps, req: Request, res: Response, step: AssessmentStep): Promise<Assessment> {
  const explained = step === 'stop' || step === 'reopenRating';
  const { from, reason } = explained ? parse(reasonForm, req.body) : { ...parse(stepForm, req.body), reason: null };
  const assessment = await takeStep(deps, actorOf(res), idOf(req), { step, from, reason });
  leaveNotice(req, message(`life.done.${step}`, { number: assessment.number }));
  return assessment;
}
