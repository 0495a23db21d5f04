import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { impartialityQuestions } from '../../model/independence.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { findTeamPlace } from '../assessments/team-store.ts';
import { findVisibleOrganization } from '../organizations/organization-store.ts';
import { rulingForm, statementForm } from './statement-forms.ts';
import { statementFormOf, statementsByPerson, stateOf } from './statement-pages.ts';
import { askForStatements, ruleOnConflict, signStatement } from './statement-service.ts';
import { listStatements } from './statement-store.ts';

/** Statements of impartiality in an audit: one's own, and for the leader and the office those of all. */
export function statementRoutes(deps: Deps): Router {
  const router = Router();
  router.use(ownRoutes(deps), allRoutes(deps));
  return router;
}

function ownRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/impartiality', allow('assessment.declare'), async (req, res) => {
    await showOwn(deps, res, idOf(req), null);
  });

  router.post('/assessments/:id/impartiality', allow('assessment.declare'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const input = parse(statementForm, req.body);
        await signStatement(deps, actorOf(res), id, input);
        const isClear = impartialityQuestions.every((question) => input[question] === 'no');
        leaveNotice(req, message(isClear ? 'independence.signed' : 'independence.signedConflict'));
        res.redirect(303, isClear ? `/assessments/${id}` : `/assessments/${id}/impartiality`);
      },
      (form) => showOwn(deps, res.status(422), id, form),
    );
  });

  return router;
}

function allRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/statements', allow('assessment.seeStatements'), async (req, res) => {
    await showAll(deps, res, idOf(req), null);
  });

  router.post('/assessments/:id/statements/reminder', allow('assessment.plan'), async (req, res) => {
    const id = idOf(req);
    const count = await askForStatements(deps, actorOf(res), id);
    leaveNotice(req, message('independence.asked', { count }));
    res.redirect(303, `/assessments/${id}/statements`);
  });

  router.post('/assessments/:id/statements/:statementId/ruling', allow('assessment.rule-conflict'), async (req, res) => {
    const ids = { assessmentId: idOf(req), statementId: idOf(req, 'statementId') };
    await submitForm(
      req,
      async () => {
        await ruleOnConflict(deps, actorOf(res), ids, parse(rulingForm, req.body));
        leaveNotice(req, message('independence.ruled'));
        res.redirect(303, `/assessments/${ids.assessmentId}/statements`);
      },
      (form) => showAll(deps, res.status(422), ids.assessmentId, { statementId: ids.statementId, form }),
    );
  });

  return router;
}

/** With `form` null as the last statement answered. */
async function showOwn(deps: Deps, res: Response, id: string, form: FormState | null): Promise<void> {
  const actor = actorOf(res);
  const { assessment } = await accessAudit(deps, res, id, 'declare');
  const statements = await listStatements(deps.db, id, actor.id);
  const organization = await findVisibleOrganization(deps.db, actor, assessment.organizationId);
  renderPage(res, 'independence/statement', {
    title: translatorOf(res)('independence.title'),
    layout: 'narrow',
    assessment,
    organizationName: organization.name,
    name: actor.name,
    teamRole: (await findTeamPlace(deps.db, id, actor.id)).teamRole,
    state: stateOf(statements),
    questions: impartialityQuestions,
    form: form ?? statementFormOf(statements),
    statements,
  });
}

async function showAll(
  deps: Deps,
  res: Response,
  id: string,
  ruling: { readonly statementId: string; readonly form: FormState } | null,
): Promise<void> {
  const actor = actorOf(res);
  const { assessment, rights } = await accessAudit(deps, res, id, 'seeStatements');
  const organization = await findVisibleOrganization(deps.db, actor, assessment.organizationId);
  renderPage(res, 'independence/statements', {
    title: translatorOf(res)('independence.all'),
    assessment,
    organizationName: organization.name,
    ...statementsByPerson(await listMembers(deps.db, id), await listStatements(deps.db, id)),
    canRule: rights['rule-conflict'],
    canAsk: rights.plan,
    ruling,
  });
}

/** Self-assessments have no statements. */
async function accessAudit(deps: Deps, res: Response, id: string, deed: 'declare' | 'seeStatements') {
  const access = await accessAssessment(deps.db, actorOf(res), id, deed);
  if (access.assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
  return access;
}
