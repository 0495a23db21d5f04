import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { addAgendaItem, changeAgendaItem, isMeeting, recordAttendance, removeAgendaItem } from './agenda-service.ts';
import { type Attendee, findAgendaItem } from './agenda-store.ts';
import { agendaForm, attendanceForm } from './plan-forms.ts';
import { itemChoices, itemFormOf } from './plan-pages.ts';
import { accessPlan } from './plan-routes.ts';
import { agendaLine } from './plan-words.ts';

/** Rows for people who are not written down yet. */
const emptyRows = 5;

/** The items of an audit's agenda, and who was at its meetings. */
export function agendaRoutes(deps: Deps): Router {
  const router = Router();
  router.use(itemRoutes(deps), attendanceRoutes(deps));
  return router;
}

function itemRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/agenda/new', allow('assessment.plan'), async (req, res) => {
    await showItem(deps, req, res, null, emptyForm);
  });

  router.post('/assessments/:id/agenda', allow('assessment.plan'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await addAgendaItem(deps, actorOf(res), idOf(req), parse(agendaForm, req.body));
        goBack(req, res);
      },
      (form) => showItem(deps, req, res.status(422), null, form),
    );
  });

  router.get('/assessments/:id/agenda/:itemId', allow('assessment.plan'), async (req, res) => {
    const item = await findAgendaItem(deps.db, idOf(req), idOf(req, 'itemId'));
    await showItem(deps, req, res, item.id, itemFormOf(item));
  });

  router.post('/assessments/:id/agenda/:itemId', allow('assessment.plan'), async (req, res) => {
    const ids = { assessmentId: idOf(req), itemId: idOf(req, 'itemId') };
    await submitForm(
      req,
      async () => {
        await changeAgendaItem(deps, actorOf(res), ids, parse(agendaForm, req.body));
        goBack(req, res);
      },
      async (form) => {
        // Saving once more is then a decision, made in the knowledge of the newer revision.
        const { revision } = await findAgendaItem(deps.db, ids.assessmentId, ids.itemId);
        const values = { ...form.values, revision: String(revision) };
        await showItem(deps, req, res.status(422), ids.itemId, { ...form, values });
      },
    );
  });

  router.post('/assessments/:id/agenda/:itemId/removal', allow('assessment.plan'), async (req, res) => {
    await removeAgendaItem(deps, actorOf(res), idOf(req), idOf(req, 'itemId'));
    leaveNotice(req, message('plans.itemRemoved'));
    res.redirect(303, `/assessments/${idOf(req)}/plan#agenda`);
  });

  return router;
}

function attendanceRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/agenda/:itemId/attendance', allow('assessment.plan'), async (req, res) => {
    await showAttendance(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/agenda/:itemId/attendance', allow('assessment.plan'), async (req, res) => {
    const ids = { assessmentId: idOf(req), itemId: idOf(req, 'itemId') };
    await submitForm(
      req,
      async () => {
        await recordAttendance(deps, actorOf(res), ids, parse(attendanceForm, req.body));
        leaveNotice(req, message('plans.attendanceSaved'));
        res.redirect(303, `/assessments/${ids.assessmentId}/plan#agenda`);
      },
      (form) => showAttendance(deps, req, res.status(422), form),
    );
  });

  return router;
}

function goBack(req: Request, res: Response): void {
  leaveNotice(req, message('plans.itemSaved'));
  res.redirect(303, `/assessments/${idOf(req)}/plan#agenda`);
}

async function showItem(deps: Deps, req: Request, res: Response, itemId: string | null, form: FormState): Promise<void> {
  const { plan } = await accessPlan(deps, actorOf(res), idOf(req), 'plan');
  const last = plan.agenda.at(-1);
  const next = last ? { day: last.day, from: last.to } : { day: plan.assessment.from, from: '09:00', kind: 'opening' };
  renderPage(res, 'plans/item', {
    title: translatorOf(res)(itemId ? 'plans.changeItem' : 'plans.newItem'),
    layout: 'narrow',
    assessment: plan.assessment,
    organizationName: plan.organization.name,
    itemId,
    form: itemId === null ? { ...form, values: { kind: 'audit', ...next, ...form.values } } : form,
    ...itemChoices(plan, languageOf(res)),
  });
}

/** After something wrong, the rows as they were typed. */
async function showAttendance(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { plan, nameOf } = await accessPlan(deps, actorOf(res), idOf(req), 'plan');
  const item = plan.agenda.find(({ id }) => id === idOf(req, 'itemId'));
  if (!item || !isMeeting(item)) throw new AppError('not_found', message('error.notFound'));
  const { title } = agendaLine(plan, item, nameOf, languageOf(res));
  const known = plan.attendees.get(item.id) ?? item.people.map((id) => ({ name: nameOf(id), position: '', present: true }));
  const empty = Array.from({ length: emptyRows }, (): Attendee => ({ name: '', position: '', present: true }));
  renderPage(res, 'plans/attendance', {
    title: translatorOf(res)('plans.attendanceOf', { title }),
    assessment: plan.assessment,
    organizationName: plan.organization.name,
    itemId: item.id,
    rows: form === emptyForm ? [...known, ...empty] : typedRows(form),
    form,
  });
}

function typedRows({ values }: FormState): Attendee[] {
  const [names, positions, presences] = ['name', 'position', 'present'].map((field) => [values[field] ?? []].flat());
  return (names ?? []).map((name, index) => ({
    name,
    position: positions?.[index] ?? '',
    present: presences?.[index] !== 'no',
  }));
}
