import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import { assessmentStates } from '../../model/assessment-rights.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { kindsToStart } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { choiceOptions, choiceWords } from '../criteria/choice-words.ts';
import { findOffered, listOffered } from '../criteria/library-store.ts';
import { findVisibleOrganization, listOrganizationOptions, optionLimit } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { accessAssessment } from './assessment-access.ts';
import { arrangementsForm, assessmentListQuery, chooseQuery, startForm } from './assessment-forms.ts';
import { listAssessments } from './assessment-list-store.ts';
import {
  type ArrangementsPage,
  arrangementsOf,
  gradeLabel,
  gradeOptions,
  seenBy,
  startTextOf,
  toCriteriaChoice,
  toLine,
} from './assessment-pages.ts';
import { placesIn } from './assessment-places.ts';
import { arrangeAssessment, startAssessment } from './assessment-service.ts';
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
  router.use(listRoutes(deps), startRoutes(deps), oneRoutes(deps));
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
    });
  });

  return router;
}

function startRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/new', allow('assessments.start'), async (req, res) => {
    const actor = actorOf(res);
    const query = parse(chooseQuery, req.query);
    const organization = onlyCompanyOf(actor) ?? query.organization;
    const entry = query.criteria === null ? undefined : await findOffered(deps, ...splitCriteria(query.criteria));
    if (query.step === 'choose' || organization === null || !entry)
      return showChoose(deps, res, actor, { ...query, organization });
    await showStart(deps, res, actor, { organization, criteria: query.criteria ?? '' }, emptyForm);
  });

  router.post('/assessments', allow('assessments.start'), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { id } = await startAssessment(deps, actor, parse(startForm, req.body));
        res.redirect(303, `/assessments/${id}`);
      },
      (form) => {
        const chosen = {
          organization: String(form.values.organization ?? ''),
          criteria: String(form.values.criteria ?? ''),
        };
        return showStart(deps, res.status(422), actor, chosen, form);
      },
    );
  });

  return router;
}

/** Nobody chooses where there is one only. */
function onlyCompanyOf({ companies }: Actor): string | null {
  return companies.length === 1 ? (companies[0]?.organizationId ?? null) : null;
}

function splitCriteria(value: string): [string, string] {
  const [id = '', version = ''] = value.split('@');
  return [id, version];
}

interface Chosen {
  readonly organization: string | null;
  readonly criteria: string | null;
  readonly search: string;
  readonly step: string | null;
}

/** The first step; sent on with something missing, it says what. */
async function showChoose(deps: Deps, res: Response, actor: Actor, chosen: Chosen): Promise<void> {
  const t = translatorOf(res);
  const organizations = await listOrganizationOptions(deps.db, actor, chosen.search);
  const sent = chosen.step === 'details';
  const errors = {
    ...(sent && chosen.organization === null ? { organization: message('assessments.chooseOrganization') } : {}),
    ...(sent && chosen.criteria === null ? { criteria: message('assessments.chooseCriteria') } : {}),
  };
  renderPage(res.status(Object.keys(errors).length > 0 ? 422 : 200), 'assessments/choose', {
    title: t(startTextOf(actor) ?? 'assessments.start'),
    layout: 'narrow',
    organizations,
    more: organizations.length >= optionLimit,
    organization: chosen.organization,
    search: chosen.search,
    criteria: (await listOffered(deps)).map((entry) => toCriteriaChoice(entry, languageOf(res))),
    chosenCriteria: chosen.criteria,
    form: { values: {}, errors },
  });
}

async function showStart(
  deps: Deps,
  res: Response,
  actor: Actor,
  chosen: { organization: string; criteria: string },
  form: FormState,
): Promise<void> {
  const entry = await findOffered(deps, ...splitCriteria(chosen.criteria));
  if (!entry) throw new AppError('not_found', message('error.notFound'));
  const organization = await findVisibleOrganization(deps.db, actor, chosen.organization);
  const language = languageOf(res);
  const page: ArrangementsPage = {
    title: translatorOf(res)(startTextOf(actor) ?? 'assessments.start'),
    layout: 'narrow',
    action: '/assessments',
    form,
    organization,
    criteria: toCriteriaChoice(entry, language),
    kinds: kindsToStart(actor),
    choices: choiceOptions(entry.criteria, language),
    grades: gradeOptions(entry.criteria, language),
    sites: await listSites(deps.db, organization.id),
    candidates: isOfCompany(actor) ? null : await listCandidates(deps.db),
  };
  renderPage(res, 'assessments/new', page);
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
  const progress = { rated: await countRatedClauses(deps.db, id), total: ratedClauses(criteria).length };
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
