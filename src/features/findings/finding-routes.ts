import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { findingGrades } from '../../model/criteria.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { adjustmentForm, findingForm } from './finding-forms.ts';
import { bonusOffer, clauseChoices, deductionOffer, toAdjustmentLines, toFindingLines } from './finding-pages.ts';
import { giveAdjustment, stateFinding, takeBack } from './finding-service.ts';
import { listAdjustments, listFindings } from './finding-store.ts';

/** The forms of the page, by what they add. */
type Forms = { readonly finding?: FormState; readonly deduction?: FormState; readonly bonus?: FormState };

export function findingRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/findings', allow('assessment.view'), (req, res) => showFindings(deps, res, idOf(req), {}));

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

  const removal = (kind: 'findings' | 'adjustments', done: Message) =>
    router.post(`/assessments/:id/${kind}/:itemId/removal`, allow('assessment.rate'), async (req, res) => {
      const id = idOf(req);
      await takeBack(deps, actorOf(res), id, kind, idOf(req, 'itemId'));
      leaveNotice(req, done);
      res.redirect(303, `/assessments/${id}/findings`);
    });
  removal('findings', message('findings.takenBack'));
  removal('adjustments', message('findings.takenBack'));

  return router;
}

async function showFindings(deps: Deps, res: Response, id: string, forms: Forms): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  const adjustments = toAdjustmentLines(criteria, await listAdjustments(deps.db, id), language);
  const bonuses = adjustments.filter(({ kind }) => kind === 'bonus');

  renderPage(res, 'findings/findings', {
    title: `${translatorOf(res)('findings.title')} ${assessment.number}`,
    assessment,
    canChange: rights.rate,
    findings: toFindingLines(criteria, await listFindings(deps.db, id), language),
    deductions: adjustments.filter(({ kind }) => kind === 'deduction'),
    bonuses,
    grades: findingGrades,
    clauses: rights.rate ? clauseChoices(criteria, language) : [],
    deduction: deductionOffer(criteria, language),
    bonus: bonusOffer(criteria, bonuses.length, language),
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
