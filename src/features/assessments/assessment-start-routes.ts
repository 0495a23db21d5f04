import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { kindsToStart } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { choiceOptions } from '../criteria/choice-words.ts';
import { findOffered, listOffered } from '../criteria/library-store.ts';
import { findVisibleOrganization, listOrganizationOptions, optionLimit } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { chooseQuery, startForm } from './assessment-forms.ts';
import { type ArrangementsPage, gradeOptions, startTextOf, toCriteriaChoice } from './assessment-pages.ts';
import { startAssessment } from './assessment-service.ts';
import { listCandidates } from './team-store.ts';

/** Starting an assessment, in two steps: for whom by what, then the arrangements. */
export function assessmentStartRoutes(deps: Deps): Router {
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
