import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { partLines } from '../assessments/part-lines.ts';
import { readPartPlan } from '../assessments/part-plan-store.ts';
import { readPartPlanForm } from './part-plan-form.ts';
import { partPlanForm } from './part-plan-page.ts';
import { arrangeParts } from './part-plan-service.ts';

/** When and by whom the parts of an assessment are assessed. */
export function partPlanRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/parts', allow('assessment.lead'), async (req, res) => {
    await showParts(deps, res, idOf(req), null);
  });

  router.post('/assessments/:id/parts', allow('assessment.lead'), async (req, res) => {
    const id = idOf(req);
    const { assessment, parts } = await accessParts(deps, res, id);
    await submitForm(
      req,
      async () => {
        const input = readPartPlanForm(
          req.body,
          parts.map((part) => part.id),
          assessment,
        );
        await arrangeParts(deps, actorOf(res), id, input);
        leaveNotice(req, message('parts.saved'));
        res.redirect(303, `/assessments/${id}`);
      },
      (form) => showParts(deps, res.status(422), id, form),
    );
  });

  return router;
}

async function accessParts(deps: Deps, res: Response, id: string) {
  const { assessment } = await accessAssessment(deps.db, actorOf(res), id, 'lead');
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  if (!criteria.parts) throw new AppError('not_found', message('error.notFound'));
  return { assessment, criteria, parts: criteria.parts };
}

/** With `form` null the plan as it stands. */
async function showParts(deps: Deps, res: Response, id: string, form: FormState | null): Promise<void> {
  const { assessment, criteria } = await accessParts(deps, res, id);
  const plan = await readPartPlan(deps.db, id);
  const parts = partLines(criteria, plan, languageOf(res));
  const changed = form !== null && form.values.revision !== String(plan.revision);
  // Whoever saves again has seen what stands now.
  const again = form && { ...form, values: { ...form.values, revision: String(plan.revision) } };
  const { number, from, to } = assessment;
  renderPage(res, 'assessments/parts', {
    title: `${translatorOf(res)('parts.edit')} ${number}`,
    assessment: { id, number, from, to },
    parts,
    team: await listMembers(deps.db, id),
    form: again ?? partPlanForm(parts, plan.revision),
    changed,
  });
}
