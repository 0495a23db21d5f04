import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { contactRoutes } from './contact-routes.ts';
import { listContacts } from './contact-store.ts';
import { listOrganizationAssessments } from './organization-assessment-store.ts';
import { filledForm, organizationForm } from './organization-forms.ts';
import { organizationPage } from './organization-pages.ts';
import { addOrganization, changeOrganization } from './organization-service.ts';
import { findVisibleOrganization, listOrganizations, type Organization } from './organization-store.ts';
import { siteRoutes } from './site-routes.ts';
import { listSites } from './site-store.ts';

/** Organizations with their sites and contacts, under `/organizations`. */
export function organizationRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/organizations', writeRoutes(deps), readRoutes(deps), siteRoutes(deps), contactRoutes(deps));
  return router;
}

function readRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('organizations.view'), async (req, res) => {
    const actor = actorOf(res);
    const { search, page } = parse(listQuery, req.query);
    const { rows, total } = await listOrganizations(deps.db, actor, { search, page });
    const mayManage = may(actor, 'organizations.manage');
    const t = translatorOf(res);
    renderPage(res, 'organizations/list', {
      title: t('organizations.title'),
      search,
      organizations: toPaged(rows, total, page, addressOf('/organizations', { search })),
      mayManage,
      empty: t(mayManage ? 'organizations.none' : 'organizations.noneToSee'),
    });
  });

  router.get('/:id', allow('organizations.view'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await findVisibleOrganization(deps.db, actor, idOf(req));
    const [sites, contacts, assessments] = await Promise.all([
      listSites(deps.db, organization.id),
      listContacts(deps.db, organization.id),
      listOrganizationAssessments(deps.db, actor, organization.id),
    ]);
    const parts = { organization, sites, contacts, assessments };
    renderPage(res, 'organizations/show', organizationPage(parts, actor, languageOf(res), pageSize));
  });

  return router;
}

function writeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/new', allow('organizations.manage'), (_req, res) => {
    showForm(res, emptyForm, null);
  });

  router.post('/', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { id, name } = await addOrganization(deps, actor, parse(organizationForm, req.body));
        leaveNotice(req, message('organizations.added', { name }));
        res.redirect(303, `/organizations/${id}`);
      },
      (form) => showForm(res.status(422), form, null),
    );
  });

  router.get('/:id/edit', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await findVisibleOrganization(deps.db, actor, idOf(req));
    showForm(res, filledForm(organization), organization);
  });

  router.post('/:id', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await findVisibleOrganization(deps.db, actor, idOf(req));
    await submitForm(
      req,
      async () => {
        await changeOrganization(deps, actor, organization.id, parse(organizationForm, req.body));
        leaveNotice(req, message('organizations.saved'));
        res.redirect(303, `/organizations/${organization.id}`);
      },
      (form) => showForm(res.status(422), form, organization),
    );
  });

  return router;
}

function showForm(res: Response, form: FormState, organization: Organization | null): void {
  const title = translatorOf(res)(organization ? 'organizations.edit' : 'organizations.new');
  renderPage(res, 'organizations/form', { title, layout: 'narrow', form, organization });
}
