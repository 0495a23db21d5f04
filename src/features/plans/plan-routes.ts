import { type Request, type Response, Router } from 'express';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { AssessmentDeed, AssessmentRights } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { listDepartures } from '../assessments/team-store.ts';
import { forReader, type Plan, readPlan } from './plan.ts';
import { planDays } from './plan-days-service.ts';
import { daysForm, samplingForm } from './plan-forms.ts';
import { planView } from './plan-pages.ts';
import type { NameOf } from './plan-words.ts';
import { drawSample } from './sampling-service.ts';

/** The plan of an audit: its page, the draw of its sites and its person-days. */
export function planRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/plan', allow('assessment.seePlan'), async (req, res) => {
    await showPlan(deps, req, res, {});
  });

  router.post('/assessments/:id/plan/sites', allow('assessment.plan'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        await drawSample(deps, actorOf(res), id, parse(samplingForm, req.body).reason);
        leaveNotice(req, message('plans.sitesDrawn'));
        res.redirect(303, `/assessments/${id}/plan#sites`);
      },
      (samplingForm) => showPlan(deps, req, res.status(422), { samplingForm }),
    );
  });

  router.post('/assessments/:id/plan/days', allow('assessment.plan'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        await planDays(deps, actorOf(res), id, parse(daysForm, req.body));
        leaveNotice(req, message('plans.daysSaved'));
        res.redirect(303, `/assessments/${id}/plan#days`);
      },
      (daysForm) => showPlan(deps, req, res.status(422), { daysForm }),
    );
  });

  return router;
}

interface Access {
  readonly plan: Plan;
  readonly rights: AssessmentRights;
  /** Of everybody who is or was in the team, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly nameOf: NameOf;
}

/** The plan of an audit as the person may see it. Throws `not_found`, also for a self-assessment, which has none. */
export async function accessPlan(deps: Deps, actor: Actor, id: string, deed: AssessmentDeed): Promise<Access> {
  const { assessment, rights } = await accessAssessment(deps.db, actor, id, deed);
  if (assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
  const plan = forReader(await readPlan(deps, deps.db, assessment), actor, rights);
  const names = await readTeamNames(deps.db, id, plan.members);
  return { plan, rights, names, nameOf: (userId) => names.get(userId) ?? '–' };
}

/** Of who is in the team, and of who was. */
export async function readTeamNames(db: Db, id: string, members: Plan['members']): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await listDepartures(db, id)), ...members].map(({ userId, name }) => [userId, name]));
}

async function showPlan(
  deps: Deps,
  req: Request,
  res: Response,
  forms: { readonly samplingForm?: FormState; readonly daysForm?: FormState },
): Promise<void> {
  const actor = actorOf(res);
  const { plan, rights, nameOf } = await accessPlan(deps, actor, idOf(req), 'seePlan');
  const view = planView(plan, nameOf, languageOf(res));
  const seesTroubles = rights.view && !actor.companies.length;
  renderPage(res, 'plans/plan', {
    title: translatorOf(res)('plans.of', { number: plan.assessment.number }),
    layout: 'wide',
    assessment: plan.assessment,
    organizationName: plan.organization.name,
    canPlan: rights.plan,
    isInTeam: plan.members.some(({ userId }) => userId === actor.id),
    showsOthers: rights.view || actor.companies.length > 0,
    ...view,
    problems: seesTroubles ? view.problems : [],
    zone: deps.config.timeZone,
    samplingForm: forms.samplingForm ?? emptyForm,
    daysForm: forms.daysForm ?? { values: { reason: view.days.reason }, errors: {} },
  });
}
