import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { addDays } from '../../model/calendar.ts';
import { AppError } from '../../model/errors.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import type { Account } from '../accounts/account-store.ts';
import { listOffered } from '../criteria/library-store.ts';
import { listOrganizationOptions } from '../organizations/organization-store.ts';
import { competenceForm, competenceQuery, tieForm } from './competence-forms.ts';
import { competenceFormOf, criteriaOptions, soonDays, toCompetenceLine, toTieLine } from './competence-pages.ts';
import { addCompetence, addTie, changeCompetence, findAuditor, removeCompetence, removeTie } from './competence-service.ts';
import { findCompetence, listCompetences, listCompetencesOf, listTrades } from './competence-store.ts';
import { listTiesOf } from './past-tie-store.ts';

/** What the body's people can audit and whom they worked for: each sees their own, the office keeps everybody's. */
export function competenceRoutes(deps: Deps): Router {
  const router = Router();
  router.use(listRoutes(deps), personRoutes(deps), changeRoutes(deps), tieRoutes(deps));
  return router;
}

function listRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/competences', allow('competences.list'), async (req, res) => {
    const { criteria, trade, state, page } = parse(competenceQuery, req.query);
    const today = dayOf(deps.clock(), deps.config.timeZone);
    const { rows, total } = await listCompetences(
      deps.db,
      {
        criteriaId: criteria || null,
        trade: trade || null,
        on: state === 'valid' ? today : null,
        ending: state === 'soon' ? { from: today, to: addDays(today, soonDays) } : null,
      },
      page,
    );
    const options = await optionsIn(deps, res);
    const lines = rows.map((row) => toCompetenceLine(row, options, today));
    renderPage(res, 'competences/list', {
      title: translatorOf(res)('competences.title'),
      list: toPaged(lines, total, page, addressOf('/competences', { criteria, trade, state })),
      criteria,
      trade,
      state,
      filtered: Boolean(criteria || trade || state),
      criteriaOptions: options,
      trades: await listTrades(deps.db),
      soonDays,
    });
  });

  return router;
}

function personRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/people/:id/competences', allow('competences.view'), async (req, res) => {
    await showPerson(deps, res, await findVisible(deps, actorOf(res), req), emptyForm, emptyForm);
  });

  router.post('/people/:id/competences', allow('competences.manage'), async (req, res) => {
    const person = await findVisible(deps, actorOf(res), req);
    await submitForm(
      req,
      async () => {
        await addCompetence(deps, actorOf(res), person.id, parse(competenceForm, req.body));
        goBack(req, res, person.id);
      },
      (form) => showPerson(deps, res.status(422), person, form, emptyForm),
    );
  });

  return router;
}

function changeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/people/:id/competences/:competenceId', allow('competences.manage'), async (req, res) => {
    const person = await findVisible(deps, actorOf(res), req);
    const competence = await findCompetence(deps.db, person.id, idOf(req, 'competenceId'));
    await showEdit(deps, res, person, competence.id, competenceFormOf(competence));
  });

  router.post('/people/:id/competences/:competenceId', allow('competences.manage'), async (req, res) => {
    const person = await findVisible(deps, actorOf(res), req);
    const competenceId = idOf(req, 'competenceId');
    await submitForm(
      req,
      async () => {
        const input = parse(competenceForm, req.body);
        await changeCompetence(deps, actorOf(res), { userId: person.id, competenceId }, input);
        goBack(req, res, person.id);
      },
      (form) => showEdit(deps, res.status(422), person, competenceId, form),
    );
  });

  router.post('/people/:id/competences/:competenceId/removal', allow('competences.manage'), async (req, res) => {
    const id = idOf(req);
    await removeCompetence(deps, actorOf(res), id, idOf(req, 'competenceId'));
    goBack(req, res, id);
  });

  return router;
}

function tieRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/people/:id/ties', allow('competences.manage'), async (req, res) => {
    const person = await findVisible(deps, actorOf(res), req);
    await submitForm(
      req,
      async () => {
        await addTie(deps, actorOf(res), person.id, parse(tieForm, req.body));
        goBack(req, res, person.id);
      },
      (form) => showPerson(deps, res.status(422), person, emptyForm, form),
    );
  });

  router.post('/people/:id/ties/:tieId/removal', allow('competences.manage'), async (req, res) => {
    const id = idOf(req);
    await removeTie(deps, actorOf(res), id, idOf(req, 'tieId'));
    goBack(req, res, id);
  });

  return router;
}

/** The person of the path, when it is oneself or one sees everybody's. Throws `not_found`. */
async function findVisible(deps: Deps, actor: Actor, req: Request): Promise<Account> {
  const id = idOf(req);
  if (id !== actor.id && !may(actor, 'competences.list')) throw new AppError('not_found', message('error.notFound'));
  return findAuditor(deps.db, id);
}

function goBack(req: Request, res: Response, personId: string): void {
  leaveNotice(req, message('competences.saved'));
  res.redirect(303, `/people/${personId}/competences`);
}

async function optionsIn(deps: Deps, res: Response) {
  return criteriaOptions(await listOffered(deps), languageOf(res));
}

async function showPerson(deps: Deps, res: Response, { id, name }: Account, form: FormState, tie: FormState): Promise<void> {
  const actor = actorOf(res);
  const today = dayOf(deps.clock(), deps.config.timeZone);
  const options = await optionsIn(deps, res);
  const canManage = may(actor, 'competences.manage');
  renderPage(res, 'competences/person', {
    title: translatorOf(res)('competences.of', { name }),
    person: { id, name },
    isSelf: id === actor.id,
    competences: (await listCompetencesOf(deps.db, id)).map((one) => toCompetenceLine(one, options, today)),
    ties: (await listTiesOf(deps.db, id)).map(toTieLine),
    canManage,
    canList: may(actor, 'competences.list'),
    form,
    tieForm: tie,
    criteriaOptions: options,
    trades: await listTrades(deps.db),
    organizations: canManage ? (await listOrganizationOptions(deps.db, actor, '')).map(({ label }) => label) : [],
  });
}

async function showEdit(deps: Deps, res: Response, { id, name }: Account, competenceId: string, form: FormState): Promise<void> {
  renderPage(res, 'competences/edit', {
    title: translatorOf(res)('competences.change'),
    layout: 'narrow',
    person: { id, name },
    competenceId,
    form,
    criteriaOptions: await optionsIn(deps, res),
    trades: await listTrades(deps.db),
  });
}
