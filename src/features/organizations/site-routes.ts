import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { filledForm, siteForm } from './organization-forms.ts';
import { findVisibleOrganization, type Organization } from './organization-store.ts';
import { addSite, changeSite, removeSite } from './site-service.ts';
import { findSite, listAssessmentNumbersAt } from './site-store.ts';

/** The sites of one organization, under `/organizations`. */
export function siteRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/:id/sites/new', allow('organizations.manage'), async (req, res) => {
    showNew(res, await organizationToManage(deps, req, res), emptyForm);
  });

  router.post('/:id/sites', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await organizationToManage(deps, req, res);
    await submitForm(
      req,
      async () => {
        await addSite(deps, actor, organization.id, parse(siteForm, req.body));
        goBack(req, res, organization);
      },
      (form) => showNew(res.status(422), organization, form),
    );
  });

  router.get('/:id/sites/:siteId', allow('organizations.manage'), async (req, res) => {
    const organization = await organizationToManage(deps, req, res);
    const site = await findSite(deps.db, organization.id, idOf(req, 'siteId'));
    await showSite(deps, res, { organization, siteId: site.id, form: filledForm(site) });
  });

  router.post('/:id/sites/:siteId', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await organizationToManage(deps, req, res);
    const { id: siteId } = await findSite(deps.db, organization.id, idOf(req, 'siteId'));
    await submitForm(
      req,
      async () => {
        await changeSite(deps, actor, { organizationId: organization.id, siteId }, parse(siteForm, req.body));
        goBack(req, res, organization);
      },
      (form) => showSite(deps, res.status(422), { organization, siteId, form }),
    );
  });

  router.post('/:id/sites/:siteId/removal', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const id = idOf(req);
    await removeSite(deps, actor, id, idOf(req, 'siteId'));
    leaveNotice(req, message('organizations.siteRemoved'));
    res.redirect(303, `/organizations/${id}`);
  });

  return router;
}

function organizationToManage(deps: Deps, req: Request, res: Response): Promise<Organization> {
  return findVisibleOrganization(deps.db, actorOf(res), idOf(req));
}

function goBack(req: Request, res: Response, organization: Organization): void {
  leaveNotice(req, message('organizations.saved'));
  res.redirect(303, `/organizations/${organization.id}`);
}

function showNew(res: Response, organization: Organization, form: FormState): void {
  const title = translatorOf(res)('organizations.newSite');
  renderPage(res, 'organizations/site', { title, layout: 'narrow', form, organization, siteId: null, usedIn: null });
}

async function showSite(
  deps: Deps,
  res: Response,
  page: { readonly organization: Organization; readonly siteId: string; readonly form: FormState },
): Promise<void> {
  const t = translatorOf(res);
  const numbers = await listAssessmentNumbersAt(deps.db, page.siteId);
  const usedIn = numbers.join(t('organizations.listSeparator')) || null;
  renderPage(res, 'organizations/site', { title: t('organizations.editSite'), layout: 'narrow', ...page, usedIn });
}
