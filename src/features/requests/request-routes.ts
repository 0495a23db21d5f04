import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { isOfCompany } from '../../model/actor.ts';
import { isOverdue } from '../../model/request-life.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { siteOptions } from '../evidence/evidence-list.ts';
import { clauseGroups } from '../evidence/evidence-pages.ts';
import { askForm, requestQuery } from './request-forms.ts';
import { toRequestLine } from './request-pages.ts';
import { askForEvidence } from './request-service.ts';
import { requestStepRoutes } from './request-step-routes.ts';
import { pageOwnRequests, pageRequests } from './request-store.ts';

/** What auditors ask a company for: one list an assessment, and one over all of them. */
export function requestRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/requests', allow('assessments.view'), async (req, res) => {
    const actor = actorOf(res);
    const { filter, page } = parse(requestQuery, req.query);
    const { rows, total } = await pageOwnRequests(deps.db, actor, filter, page);
    const today = dayOf(deps.clock(), deps.config.timeZone);
    const lines = rows.map((row) => ({
      ...row,
      href: `/assessments/${row.assessmentId}/requests/${row.id}`,
      overdue: isOverdue(row, today),
    }));
    renderPage(res, 'requests/own', {
      title: translatorOf(res)('requests.title'),
      layout: 'wide',
      list: toPaged(lines, total, page, addressOf('/requests', { filter })),
      filter,
      ofCompany: isOfCompany(actor),
    });
  });

  router.get('/assessments/:id/requests', allow('assessment.seeRequests'), async (req, res) => {
    await showRequests(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/requests', allow('assessment.askEvidence'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const id = await askForEvidence(deps, actorOf(res), idOf(req), parse(askForm, req.body));
        leaveNotice(req, message('requests.asked'));
        res.redirect(303, `/assessments/${idOf(req)}/requests/${id}`);
      },
      (form) => showRequests(deps, req, res.status(422), form),
    );
  });

  router.use(requestStepRoutes(deps));
  return router;
}

async function showRequests(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req), 'seeRequests');
  const { filter, page } = parse(requestQuery, { filter: 'all', ...req.query });
  const { rows, total } = await pageRequests(deps.db, assessment.id, filter, page);
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  const today = dayOf(deps.clock(), deps.config.timeZone);
  const lines = rows.map((row) => toRequestLine(row, criteria, language, today));
  renderPage(res, 'requests/list', {
    title: `${translatorOf(res)('requests.title')} · ${assessment.number}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    list: toPaged(lines, total, page, addressOf(`/assessments/${assessment.id}/requests`, { filter })),
    filter,
    mayAsk: rights.askEvidence && assessment.kind !== 'self',
    showsClauses: rights.view,
    form,
    groups: clauseGroups(criteria, language),
    sites: await siteOptions(deps.db, assessment),
  });
}
