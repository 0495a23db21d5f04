import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { addContact, changeContact, removeContact } from './contact-service.ts';
import { findContact } from './contact-store.ts';
import { contactForm, filledForm } from './organization-forms.ts';
import { findVisibleOrganization, type Organization } from './organization-store.ts';

/** The contacts of one organization, under `/organizations`. */
export function contactRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/:id/contacts/new', allow('organizations.manage'), async (req, res) => {
    showContact(res, await organizationToManage(deps, req, res), null, emptyForm);
  });

  router.post('/:id/contacts', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await organizationToManage(deps, req, res);
    await submitForm(
      req,
      async () => {
        await addContact(deps, actor, organization.id, parse(contactForm, req.body));
        goBack(req, res, organization);
      },
      (form) => showContact(res.status(422), organization, null, form),
    );
  });

  router.get('/:id/contacts/:contactId', allow('organizations.manage'), async (req, res) => {
    const organization = await organizationToManage(deps, req, res);
    const contact = await findContact(deps.db, organization.id, idOf(req, 'contactId'));
    showContact(res, organization, contact.id, filledForm(contact));
  });

  router.post('/:id/contacts/:contactId', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const organization = await organizationToManage(deps, req, res);
    const { id: contactId } = await findContact(deps.db, organization.id, idOf(req, 'contactId'));
    await submitForm(
      req,
      async () => {
        await changeContact(deps, actor, { organizationId: organization.id, contactId }, parse(contactForm, req.body));
        goBack(req, res, organization);
      },
      (form) => showContact(res.status(422), organization, contactId, form),
    );
  });

  router.post('/:id/contacts/:contactId/removal', allow('organizations.manage'), async (req, res) => {
    const actor = actorOf(res);
    const id = idOf(req);
    await removeContact(deps, actor, id, idOf(req, 'contactId'));
    leaveNotice(req, message('organizations.contactRemoved'));
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

function showContact(res: Response, organization: Organization, contactId: string | null, form: FormState): void {
  const title = translatorOf(res)(contactId ? 'organizations.editContact' : 'organizations.newContact');
  renderPage(res, 'organizations/contact', { title, layout: 'narrow', form, organization, contactId });
}
