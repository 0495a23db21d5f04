import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { findAssessment, listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { listCandidates } from '../assessments/team-store.ts';
import { criteriaOptions } from '../cases/case-pages.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { listOffered } from '../criteria/library-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { type EntryChoice, entryQuery, planForm } from './programme-forms.ts';
import { toProgrammeLine } from './programme-pages.ts';
import { findPlannable, planAudit } from './programme-service.ts';

/** Planning an audit of the programme: leader, days, sites. */
export function programmePlanRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/certificates/:id/programme/plan', allow('programme.manage'), async (req, res) => {
    await showPlan(deps, req, res, parse(entryQuery, req.query), emptyForm);
  });

  router.post('/certificates/:id/programme/plan', allow('programme.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const caseId = await planAudit(deps, actorOf(res), idOf(req), parse(planForm, req.body));
        leaveNotice(req, message('programmes.planned'));
        res.redirect(303, `/cases/${caseId}`);
      },
      (form) => showPlan(deps, req, res.status(422), parse(entryQuery, req.body), form),
    );
  });

  return router;
}

/** With what the last audit had, until something is typed. */
async function showPlan(deps: Deps, req: Request, res: Response, choice: EntryChoice, form: FormState): Promise<void> {
  const { certificate, entry } = await findPlannable(deps, idOf(req), choice);
  const { db } = deps;
  const line = toProgrammeLine(entry);
  const offered = (await listOffered(deps)).filter(({ criteria }) => criteria.id === certificate.criteriaId);
  const sites = await listSites(db, certificate.organizationId);
  const first = { criteria: await lastCriteria(deps, certificate), sites: await listSiteIds(db, certificate.assessmentId) };
  renderPage(res, 'programmes/plan', {
    title: translatorOf(res)('programmes.plan'),
    layout: 'narrow',
    certificate,
    line,
    audit: entry.audit?.id ?? null,
    form: form === emptyForm ? { values: first, errors: {} } : form,
    criteria: criteriaOptions(offered, languageOf(res)),
    leaders: (await listCandidates(db)).filter(({ canLead }) => canLead).map(({ id, name }) => ({ value: id, label: name })),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
  });
}

/** The criteria of the audit that the certificate rests on, as the form names them. */
async function lastCriteria(deps: Deps, { assessmentId }: Certificate): Promise<string> {
  const { criteriaHash, criteriaId, criteriaVersion } = await findAssessment(deps.db, assessmentId);
  const { choice } = await findCriteriaCopy(deps, criteriaHash);
  return [`${criteriaId}@${criteriaVersion}`, choice?.variant?.id ?? '', choice?.profile?.id ?? ''].join('|');
}
