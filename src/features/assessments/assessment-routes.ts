import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { isOfCompany } from '../../model/actor.ts';
import { assessmentStates } from '../../model/assessment-rights.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { choiceWords } from '../criteria/choice-words.ts';
import { findVisibleOrganization } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { accessAssessment } from './assessment-access.ts';
import { arrangementsForm, assessmentListQuery } from './assessment-forms.ts';
import { listAssessments } from './assessment-list-store.ts';
import { arrangementsOf, gradeLabel, gradeOptions, seenBy, startTextOf, toLine } from './assessment-pages.ts';
import { placesIn } from './assessment-places.ts';
import { arrangeAssessment } from './assessment-service.ts';
import { assessmentStartRoutes } from './assessment-start-routes.ts';
import { countRatedClauses, listMembers, listSiteIds } from './assessment-store.ts';
import { findCriteriaCopy } from './criteria-copy-store.ts';
import { findLastUpgrade } from './criteria-upgrade-store.ts';
import { countFindings } from './finding-count-store.ts';
import { toLifeLine } from './life-line.ts';
import { newerVersionOf } from './newer-version.ts';
import { partLines } from './part-lines.ts';
import { readPartPlan } from './part-plan-store.ts';
import { listSteps } from './step-store.ts';
import { listCandidates } from './team-store.ts';

export function assessmentRoutes(deps: Deps): Router {
  const router = Router();
  router.use(listRoutes(deps), assessmentStartRoutes(deps), oneRoutes(deps));
  return router;
}

function listRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments', allow('assessments.view'), async (req, res) => {
    const actor = actorOf(res);
    const { search, state, page } = parse(assessmentListQuery, req.query);
    const { rows, total } = await listAssessments(deps.db, actor, { search, state }, page);
    const lines = rows.map((row) => toLine(row, actor, languageOf(res)));
    renderPage(res, 'assessments/list', {
      title: translatorOf(res)('assessments.title'),
      list: toPaged(lines, total, page, addressOf('/assessments', { search, state })),
      search,
      state,
      states: assessmentStates,
      filtered: search !== '' || state !== null,
      startText: startTextOf(actor),
      mayReceive: may(actor, 'received.manage'),
    });
  });

  return router;
}

function oneRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id', allow('assessment.follow'), async (req, res) => {
    await showAssessment(deps, res, idOf(req));
  });

  router.get('/assessments/:id/edit', allow('assessment.lead'), async (req, res) => {
    await showEdit(deps, res, idOf(req), null);
  });

  router.post('/assessments/:id', allow('assessment.lead'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        await arrangeAssessment(deps, actorOf(res), id, parse(arrangementsForm, req.body));
        leaveNotice(req, message('assessments.saved'));
        res.redirect(303, `/assessments/${id}`);
      },
      (form) => showEdit(deps, res.status(422), id, form),
    );
  });

  return router;
}

async function showAssessment(deps: Deps, res: Response, id: string): Promise<void> {
  const actor = actorOf(res);
  const { assessment, rights, mustDeclare } = await accessAssessment(deps.db, actor, id, 'follow');
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const organization = await findVisibleOrganization(deps.db, actor, assessment.organizationId);
  const chosen = new Set(await listSiteIds(deps.db, id));
  const language = languageOf(res);
  const team = await listMembers(deps.db, id);
  const progress = { rated: (await countRatedClauses(deps.db, [id])).get(id) ?? 0, total: ratedClauses(criteria).length };
  const standing = { hasLeader: team.some(({ teamRole }) => teamRole === 'leader'), ...(await countFindings(deps.db, id)) };
  renderPage(res, 'assessments/show', {
    title: `${assessment.number} ${organization.name}`,
    assessment,
    organizationName: organization.name,
    criteria: {
      id: criteria.id,
      version: criteria.version,
      title: textIn(criteria.title, language, criteria.language),
      hash: assessment.criteriaHash,
    },
    choice: choiceWords(criteria, language),
    parts: criteria.parts ? partLines(criteria, await readPartPlan(deps.db, id), language) : null,
    team: seenBy(actor, team),
    sites: (await listSites(deps.db, assessment.organizationId)).filter((site) => chosen.has(site.id)),
    targetGrade: gradeLabel(criteria, assessment.targetGrade, language),
    heldGrade: gradeLabel(criteria, assessment.heldGrade?.grade ?? null, language),
    rights,
    newerVersion: rights.lead ? await newerVersionOf(deps, assessment) : null,
    upgrade: (await findLastUpgrade(deps.db, id, assessment.criteriaHash)) ?? null,
    places: placesIn(assessment, rights, mustDeclare),
    mustDeclare: mustDeclare && rights.declare,
    progress,
    life: toLifeLine({ assessment, rights, progress, ...standing, taken: await listSteps(deps.db, id) }),
  });
}

/** With `form` null the arrangements as they stand. */
async function showEdit(deps: Deps, res: Response, id: string, form: FormState | null): Promise<void> {
  const actor = actorOf(res);
  const { assessment } = await accessAssessment(deps.db, actor, id, 'lead');
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  renderPage(res, 'assessments/edit', {
    title: `${translatorOf(res)('assessments.edit')} ${assessment.number}`,
    layout: 'narrow',
    action: `/assessments/${id}`,
    form: form ?? arrangementsOf(assessment, await listSiteIds(deps.db, id), await listMembers(deps.db, id)),
    organization: await findVisibleOrganization(deps.db, actor, assessment.organizationId),
    criteria: { value: '', title: textIn(criteria.title, language, criteria.language), version: criteria.version },
    kinds: [assessment.kind],
    choices: null,
    grades: gradeOptions(criteria, language),
    sites: await listSites(deps.db, assessment.organizationId),
    // The team of an audit has a page of its own.
    candidates: assessment.kind === 'self' && !isOfCompany(actor) ? await listCandidates(deps.db) : null,
  });
}
