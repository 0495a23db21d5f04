import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { needsAnswer } from '../../model/finding-life.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { answerRoutes } from './answer-routes.ts';
import { adjustmentForm, findingForm, issueForm } from './finding-forms.ts';
import { findingLifeRoutes } from './finding-life-routes.ts';
import { bonusOffer, deductionOffer, inOrder } from './finding-pages.ts';
import { giveAdjustment, stateFinding, takeBack } from './finding-service.ts';
import { issueFindings } from './issue-service.ts';
import { openFindingRoutes } from './open-finding-routes.ts';
import { readChoices, readFindings } from './read-findings.ts';

/** The forms of the page, by what they add. */
type Forms = {
  readonly finding?: FormState;
  readonly deduction?: FormState;
  readonly bonus?: FormState;
  readonly issue?: FormState;
};

export function findingRoutes(deps: Deps): Router {
  const router = Router();
  router.use(openFindingRoutes(deps), listRoutes(deps), findingLifeRoutes(deps), answerRoutes(deps));
  return router;
}

function listRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/findings', allow('assessment.seeFindings'), (req, res) => showFindings(deps, res, idOf(req), {}));

  router.post('/assessments/:id/findings', allow('assessment.rate'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        await stateFinding(deps, actorOf(res), id, parse(findingForm, req.body));
        leaveNotice(req, message('findings.stated'));
        res.redirect(303, `/assessments/${id}/findings`);
      },
      (finding) => showFindings(deps, res.status(422), id, { finding }),
    );
  });

  router.post('/assessments/:id/adjustments', allow('assessment.rate'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const input = parse(adjustmentForm, req.body);
        await giveAdjustment(deps, actorOf(res), id, input);
        leaveNotice(req, message(input.kind === 'bonus' ? 'findings.bonusGiven' : 'findings.deductionGiven'));
        res.redirect(303, `/assessments/${id}/findings`);
      },
      (form) => showFindings(deps, res.status(422), id, form.values.kind === 'bonus' ? { bonus: form } : { deduction: form }),
    );
  });

  router.post('/assessments/:id/findings/issue', allow('assessment.followUp'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const count = await issueFindings(deps, actorOf(res), id, { ...parse(issueForm, req.body), findingId: null });
        leaveNotice(req, message('findings.issued', { count }));
        res.redirect(303, `/assessments/${id}/findings`);
      },
      (issue) => showFindings(deps, res.status(422), id, { issue }),
    );
  });

  router.post('/assessments/:id/findings/:findingId/removal', allow('assessment.rate'), async (req, res) => {
    const id = idOf(req);
    await takeBack(deps, actorOf(res), id, idOf(req, 'findingId'));
    leaveNotice(req, message('findings.takenBack'));
    res.redirect(303, `/assessments/${id}/findings`);
  });

  return router;
}

async function showFindings(deps: Deps, res: Response, id: string, forms: Forms): Promise<void> {
  const access = await readFindings(deps, res, id);
  const { assessment, rights, criteria, findings } = access;
  const language = languageOf(res);
  const raised = findings.filter(({ state }) => state === 'raised');
  const toAnswer = raised.filter(({ kind }) => needsAnswer(kind)).length;
  const bonuses = findings.filter(({ kind, state }) => kind === 'bonus' && state !== 'withdrawn').length;
  const none = { grades: [], clauses: [], sites: [], evidence: [] };

  renderPage(res, 'findings/findings', {
    title: `${translatorOf(res)('findings.title')} ${assessment.number}`,
    assessment,
    canState: rights.rate,
    findings: inOrder(findings),
    issue: rights.followUp && raised.length > 0 ? { count: raised.length, toAnswer, form: forms.issue ?? emptyForm } : null,
    printable: findings.some(({ kind, number }) => number !== null && needsAnswer(kind)),
    forCompany: !rights.view || rights.answer,
    ...(rights.rate ? await readChoices(deps, res, access) : none),
    deduction: deductionOffer(criteria, language),
    bonus: bonusOffer(criteria, bonuses, language),
    findingForm: forms.finding ?? startingFinding(res),
    deductionForm: forms.deduction ?? emptyForm,
    bonusForm: forms.bonus ?? emptyForm,
  });
}

/** A link from a clause presets it. */
function startingFinding(res: Response): FormState {
  const clause = res.req.query.clause;
  return typeof clause === 'string' ? { values: { clause }, errors: {} } : emptyForm;
}
