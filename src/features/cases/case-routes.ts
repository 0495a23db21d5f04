import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { companyIdsOf, isOfCompany } from '../../model/actor.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { listOffered } from '../criteria/library-store.ts';
import { readOrganizationNames } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import type { CertificationCase } from './case.ts';
import { caseCheckRoutes } from './case-check-routes.ts';
import { caseDecisionRoutes } from './case-decision-routes.ts';
import { caseDocumentRoutes } from './case-document-routes.ts';
import { applicationForm, caseQuery } from './case-forms.ts';
import { criteriaOptions } from './case-pages.ts';
import { beginCase, editCase } from './case-service.ts';
import { caseStepRoutes } from './case-step-routes.ts';
import { findCase, pageCases } from './case-store.ts';

/** Certifications: the list, and the application as it is written; the rest stands in the routes used below. */
export function caseRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/cases', allow('cases.view'), async (req, res) => {
    const actor = actorOf(res);
    const query = parse(caseQuery, req.query);
    const { rows, total } = await pageCases(deps.db, actor, query);
    const lines = rows.map((row) => ({ ...row, href: `/cases/${row.id}` }));
    const { filter, search, page } = query;
    renderPage(res, 'cases/list', {
      title: translatorOf(res)('cases.title'),
      layout: 'wide',
      list: toPaged(lines, total, page, addressOf('/cases', { filter, search })),
      filter,
      search,
      mayApply: may(actor, 'cases.apply'),
      ofCompany: isOfCompany(actor),
    });
  });

  router.get('/cases/new', allow('cases.apply'), (_req, res) => showForm(deps, res, null, emptyForm));

  router.post('/cases', allow('cases.apply'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const id = await beginCase(deps, actorOf(res), parse(applicationForm, req.body));
        leaveNotice(req, message('cases.saved'));
        res.redirect(303, `/cases/${id}`);
      },
      (form) => showForm(deps, res.status(422), null, form),
    );
  });

  router.get('/cases/:id/edit', allow('cases.apply'), async (req, res) => {
    const found = await findCase(deps.db, actorOf(res), idOf(req));
    await showForm(deps, res, found, { values: valuesOf(found), errors: {} });
  });

  router.post('/cases/:id', allow('cases.apply'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await editCase(deps, actorOf(res), idOf(req), parse(applicationForm, req.body));
        leaveNotice(req, message('cases.saved'));
        res.redirect(303, `/cases/${idOf(req)}`);
      },
      async (form) => showForm(deps, res.status(422), await findCase(deps.db, actorOf(res), idOf(req)), form),
    );
  });

  router.use(caseCheckRoutes(deps));
  router.use(caseDocumentRoutes(deps));
  router.use(caseStepRoutes(deps));
  router.use(caseDecisionRoutes(deps));
  return router;
}

function valuesOf({ application, organizationId }: CertificationCase): FormState['values'] {
  const { sites, headcount, ...texts } = application;
  const entries = Object.entries(texts).map(([name, value]) => [name, value ?? '']);
  return { ...Object.fromEntries(entries), organization: organizationId, headcount: String(headcount ?? ''), sites };
}

/** The sites of every company that they could apply for: in the form of a new application, all of them. */
async function showForm(deps: Deps, res: Response, found: CertificationCase | null, form: FormState): Promise<void> {
  const ids = found ? [found.organizationId] : companyIdsOf(actorOf(res));
  const names = await readOrganizationNames(deps.db, ids);
  const sites = (await Promise.all(ids.map((id) => listSites(deps.db, id)))).flat();
  renderPage(res, 'cases/form', {
    title: translatorOf(res)(found ? 'cases.edit' : 'cases.new'),
    layout: 'narrow',
    form,
    found,
    organizations: [...names].map(([value, label]) => ({ value, label })),
    criteria: criteriaOptions(await listOffered(deps), languageOf(res)),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
  });
}
