import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { addDays } from '../../model/calendar.ts';
import { stateOfCertificate } from '../../model/certificate-life.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, pageSize, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { listEndedSuspensions } from '../certificates/certificate-due-store.ts';
import { findCertificate } from '../certificates/certificate-store.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import { programmeCalendar } from './programme-calendar.ts';
import { dropForm, monthQuery, programmeQuery, specialForm } from './programme-forms.ts';
import { monthRange, monthWeeks, toProgrammeLine } from './programme-pages.ts';
import { programmePlanRoutes } from './programme-plan-routes.ts';
import { dropSpecial, orderSpecial } from './programme-service.ts';
import { type ProgrammeEntry, readDue, readProgramme } from './read-programme.ts';

/** So far back and ahead the list and the calendar file look. */
const back = 365;
const ahead = 365;

/** The audits in the life of certificates: what falls due, and the programme of each. */
export function programmeRoutes(deps: Deps): Router {
  const router = Router();
  router.use(dueRoutes(deps), certificateProgrammeRoutes(deps), programmePlanRoutes(deps));
  return router;
}

function dueRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/programme', allow('programme.manage'), async (req, res) => {
    const { state, search, page } = parse(programmeQuery, req.query);
    const { entries, more } = await readAround(deps);
    const ended = await listEndedSuspensions(deps.db, todayOf(deps));
    const words = search.toLowerCase();
    const wanted = entries
      .filter((entry) => (state === null ? entry.state !== 'dropped' : entry.state === state))
      .filter(({ certificate: { number, holder } }) => `${number} ${holder}`.toLowerCase().includes(words));
    const lines = wanted.slice((page - 1) * pageSize, page * pageSize).map(toProgrammeLine);
    renderPage(res, 'programmes/list', {
      title: translatorOf(res)('programmes.title'),
      layout: 'wide',
      list: toPaged(lines, wanted.length, page, addressOf('/programme', { state, search })),
      state,
      search,
      filtered: state !== null || search !== '',
      more,
      ended: ended.map(({ id, number, holder, suspendedUntil }) => ({
        href: `/certificates/${id}`,
        number,
        holder,
        day: suspendedUntil ?? '',
      })),
    });
  });

  router.get('/programme/calendar', allow('programme.manage'), async (req, res) => {
    const today = todayOf(deps);
    const month = parse(monthQuery, req.query).month ?? today.slice(0, 7);
    const { first, last, previous, next } = monthRange(month);
    const { entries, more } = await readDue(deps, { from: first, until: last }, today);
    const lines = entries.filter(({ state }) => state !== 'dropped').map(toProgrammeLine);
    renderPage(res, 'programmes/month', {
      title: translatorOf(res)('programmes.calendar'),
      layout: 'wide',
      ...{ month, previous, next, more },
      weeks: monthWeeks(month, lines, { today, table: await readHolidays(deps.db) }),
    });
  });

  router.get('/programme.ics', allow('programme.manage'), async (_req, res) => {
    const { entries } = await readAround(deps);
    const lines = entries.filter(({ state }) => state !== 'dropped' && state !== 'done').map(toProgrammeLine);
    const options = { language: languageOf(res), address: deps.config.address, now: deps.clock() };
    res.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': dispositionOf('attachment', 'programme.ics'),
      'Cache-Control': 'private, no-store',
    });
    res.end(programmeCalendar(lines, options));
  });

  return router;
}

function certificateProgrammeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/certificates/:id/programme', allow('programme.manage'), (req, res) => showProgramme(deps, req, res, emptyForm));

  router.post('/certificates/:id/programme', allow('programme.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await orderSpecial(deps, actorOf(res), idOf(req), parse(specialForm, req.body));
        leaveNotice(req, message('programmes.ordered'));
        res.redirect(303, `/certificates/${idOf(req)}/programme`);
      },
      (form) => showProgramme(deps, req, res.status(422), form),
    );
  });

  router.post('/certificates/:id/programme/:auditId/drop', allow('programme.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await dropSpecial(deps, actorOf(res), idOf(req), idOf(req, 'auditId'), parse(dropForm, req.body));
        leaveNotice(req, message('programmes.droppedNow'));
        res.redirect(303, `/certificates/${idOf(req)}/programme`);
      },
      ({ errors }) =>
        showProgramme(deps, req, res.status(422), { values: {}, errors: { '': errors.reason ?? message('error.checkFields') } }),
    );
  });

  return router;
}

async function showProgramme(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const certificate = await findCertificate(deps.db, idOf(req));
  const today = todayOf(deps);
  const state = stateOfCertificate(certificate, today);
  const mayOrder = state === 'valid' || state === 'suspended';
  const lines = (await readProgramme(deps, certificate, today)).map(toProgrammeLine);
  renderPage(res, 'programmes/certificate', {
    title: `${translatorOf(res)('programmes.of')} ${certificate.number}`,
    certificate,
    lines: mayOrder ? lines : lines.map((line) => ({ ...line, plan: null, drop: null })),
    mayOrder,
    form,
  });
}

function readAround(deps: Deps): Promise<{ entries: ProgrammeEntry[]; more: boolean }> {
  const today = todayOf(deps);
  return readDue(deps, { from: addDays(today, -back), until: addDays(today, ahead) }, today);
}

function todayOf({ clock, config }: Deps): string {
  return dayOf(clock(), config.timeZone);
}
