import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { companyIdsOf } from '../../model/actor.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { type Account, findAccount } from '../accounts/account-store.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { findMailSettings } from '../mail/mail-settings-store.ts';
import { findVisibleOrganization, listOrganizationOptions, readOrganizationNames } from '../organizations/organization-store.ts';
import { countOtherWays } from '../sign-in-proofs/other-ways-store.ts';
import { hasSecondFactor } from '../sign-in-proofs/second-factor-store.ts';
import { findOptionalErasure } from './person-erasure-store.ts';
import { newPersonQuery, peopleQuery, personForm } from './person-forms.ts';
import { personFormOf, placeOptions, roleOptions } from './person-pages.ts';
import {
  addPerson,
  changePerson,
  deactivatePerson,
  reactivatePerson,
  renewPasswordLink,
  resetSecondFactor,
  signOutPerson,
} from './person-service.ts';
import { listPeople } from './person-store.ts';
import { showLink } from './show-link.ts';

/** Everybody who can sign in, under `/people`; for administrators only. */
export function personRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/people', listRoutes(deps), changeRoutes(deps), accessRoutes(deps));
  return router;
}

function listRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('people.manage'), async (req, res) => {
    const { search, role, page } = parse(peopleQuery, req.query);
    const { rows, total } = await listPeople(deps.db, { search, role, page });
    const t = translatorOf(res);
    const people = toPaged(rows, total, page, addressOf('/people', { search, role }));
    renderPage(res, 'people/list', { title: t('people.title'), search, role, roles: roleOptions(t), people });
  });

  router.get('/new', allow('people.manage'), async (req, res) => {
    const actor = actorOf(res);
    const { organization } = parse(newPersonQuery, req.query);
    const of = organization === null ? null : await findVisibleOrganization(deps.db, actor, organization);
    const company = { organizationName: [of?.name ?? ''], companyRole: ['company-member'] };
    await showNew(deps, res, { values: of ? company : { roles: ['auditor'] }, errors: {} });
  });

  router.post('/', allow('people.manage'), reauthenticate(deps), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () =>
        showLink(deps, res, await addPerson(deps, actor, parse(personForm, req.body)), { isNew: true, list: '/people' }),
      (form) => showNew(deps, res.status(422), form),
    );
  });

  return router;
}

function changeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/:id', allow('people.manage'), async (req, res) => {
    const account = await findAccount(deps.db, idOf(req));
    const names = await readOrganizationNames(deps.db, companyIdsOf(account));
    const { email } = await findMailSettings(deps.db, account.id);
    await showPerson(deps, res, account, personFormOf(account, names, email));
  });

  router.post('/:id', allow('people.manage'), reauthenticate(deps), async (req, res) => {
    const actor = actorOf(res);
    const account = await findAccount(deps.db, idOf(req));
    await submitForm(
      req,
      async () => {
        await changePerson(deps, actor, account.id, parse(personForm, req.body));
        leaveNotice(req, message('people.saved'));
        res.redirect(303, `/people/${account.id}`);
      },
      (form) => showPerson(deps, res.status(422), account, form),
    );
  });

  return router;
}

function accessRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/:id/deactivation', allow('people.manage'), async (req, res) => {
    const id = idOf(req);
    await deactivatePerson(deps, actorOf(res), id);
    leaveNotice(req, message('people.deactivated'));
    res.redirect(303, `/people/${id}`);
  });

  router.post('/:id/sign-out', allow('people.manage'), async (req, res) => {
    const id = idOf(req);
    await signOutPerson(deps, actorOf(res), id);
    leaveNotice(req, message('people.signedOut'));
    res.redirect(303, `/people/${id}`);
  });

  router.post('/:id/reactivation', allow('people.manage'), async (req, res) => {
    const id = idOf(req);
    await reactivatePerson(deps, actorOf(res), id);
    leaveNotice(req, message('people.reactivated'));
    res.redirect(303, `/people/${id}`);
  });

  router.post('/:id/second-factor-reset', allow('people.manage'), reauthenticate(deps), async (req, res) => {
    const id = idOf(req);
    await resetSecondFactor(deps, actorOf(res), id);
    leaveNotice(req, message('people.factorResetDone'));
    res.redirect(303, `/people/${id}`);
  });

  router.post('/:id/password-link', allow('people.manage'), reauthenticate(deps), async (req, res) => {
    showLink(deps, res, await renewPasswordLink(deps, actorOf(res), idOf(req)), { isNew: false, list: '/people' });
  });

  return router;
}

async function showNew(deps: Deps, res: Response, form: FormState): Promise<void> {
  const t = translatorOf(res);
  const organizations = await organizationNames(deps, res, form);
  renderPage(res, 'people/new', { title: t('people.new'), layout: 'narrow', form, ...placeOptions(t), organizations });
}

async function showPerson(deps: Deps, res: Response, person: Account, form: FormState): Promise<void> {
  const t = translatorOf(res);
  const isSelf = person.id === actorOf(res).id;
  const organizations = await organizationNames(deps, res, form);
  const page = { title: person.name, form, ...placeOptions(t), organizations, isSelf };
  renderPage(res, 'people/edit', {
    ...page,
    isOfBody: person.roles.length > 0,
    hasFactor: (await hasSecondFactor(deps.db, person.id)) || (await countOtherWays(deps.db, person.id)).passkeys > 0,
    erasedAt: (await findOptionalErasure(deps.db, person.id))?.erasedAt ?? null,
    layout: 'narrow',
    person: { id: person.id, name: person.name, active: person.active },
  });
}

/** After a name that is no organization's, those that hold what was typed; else the first ones. */
async function organizationNames(deps: Deps, res: Response, form: FormState): Promise<string[]> {
  const typed = form.errors.organizationName ? ([form.values.organizationName ?? ''].flat().at(-1) ?? '') : '';
  const options = await listOrganizationOptions(deps.db, actorOf(res), typed.trim());
  return options.map(({ label }) => label);
}
