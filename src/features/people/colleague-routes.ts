import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { readOrganizationNames } from '../organizations/organization-store.ts';
import { deactivateColleague, reactivateColleague } from './colleague-service.ts';
import { colleagueForm, peopleQuery } from './person-forms.ts';
import './person-pages.ts';
import { addPerson } from './person-service.ts';
import { listPeople } from './person-store.ts';
import { showLink } from './show-link.ts';

/** The people of one's own companies, for their managers: see them, invite more, and let in no more who has left. */
export function colleagueRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/colleagues', allow('colleagues.manage'), async (req, res) => {
    const { search, page } = parse(peopleQuery, req.query);
    const organizationIds = managedBy(actorOf(res));
    const { rows, total } = await listPeople(deps.db, { search, role: null, page, organizationIds });
    const people = toPaged(rows, total, page, addressOf('/colleagues', { search }));
    const { id } = actorOf(res);
    renderPage(res, 'people/colleagues', { title: translatorOf(res)('colleagues.title'), search, people, ownId: id });
  });

  router.get('/colleagues/new', allow('colleagues.manage'), (_req, res) => showNew(deps, res, emptyForm));

  router.post('/colleagues', allow('colleagues.manage'), reauthenticate(deps), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { organizationId, ...person } = parse(colleagueForm, req.body);
        // Ids of other companies do not exist for this person.
        const name = (await readOrganizationNames(deps.db, managedBy(actor))).get(organizationId);
        if (name === undefined) throw refuseCompany();
        const companies = [{ name, role: 'company-member' as const }];
        const form = { ...person, roles: [], companies, registrationNumber: null };
        showLink(deps, res, await addPerson(deps, actor, form), { isNew: true, list: '/colleagues' });
      },
      (form) => showNew(deps, res.status(422), form),
    );
  });

  router.post('/colleagues/:id/deactivation', allow('colleagues.manage'), reauthenticate(deps), async (req, res) => {
    await deactivateColleague(deps, actorOf(res), idOf(req), managedBy(actorOf(res)));
    leaveNotice(req, message('colleagues.deactivated'));
    res.redirect(303, '/colleagues');
  });

  router.post('/colleagues/:id/reactivation', allow('colleagues.manage'), reauthenticate(deps), async (req, res) => {
    await reactivateColleague(deps, actorOf(res), idOf(req), managedBy(actorOf(res)));
    leaveNotice(req, message('colleagues.reactivated'));
    res.redirect(303, '/colleagues');
  });

  return router;
}

function managedBy({ companies }: Actor): string[] {
  return companies.filter(({ role }) => role === 'company-manager').map(({ organizationId }) => organizationId);
}

function refuseCompany(): AppError {
  return new AppError('invalid', message('error.checkFields'), { organizationId: message('form.notAllowed') });
}

async function showNew(deps: Deps, res: Response, form: FormState): Promise<void> {
  const names = await readOrganizationNames(deps.db, managedBy(actorOf(res)));
  renderPage(res, 'people/new-colleague', {
    title: translatorOf(res)('colleagues.new'),
    layout: 'narrow',
    form,
    companies: [...names].map(([value, label]) => ({ value, label })),
  });
}
