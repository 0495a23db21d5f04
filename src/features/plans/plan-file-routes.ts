import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { translator } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { displayName } from '../evidence/file-name.ts';
import { openQueue } from '../reports/render-queue.ts';
import { planCalendar } from './plan-calendar.ts';
import { planQuery } from './plan-forms.ts';
import { renderPlan } from './plan-pdf.ts';
import { accessPlan } from './plan-routes.ts';

/** The plan to take along: as PDF, and as a calendar file of everything or of one's own. */
export function planFileRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/assessments/:id/plan.pdf', allow('assessment.seePlan'), async (req, res) => {
    const { plan, nameOf } = await accessPlan(deps, actorOf(res), idOf(req), 'seePlan');
    const language = parse(planQuery, req.query).language ?? languageOf(res);
    const options = { language, timeZone: deps.config.timeZone, nameOf, now: deps.clock() };
    const pdf = await inTurn(() => renderPlan(plan, options));
    const name = translator(language)('plans.file', { number: plan.assessment.number });
    // Browsers show a PDF with a viewer of their own, which the policy of our pages would keep from drawing.
    const policy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    res.set('Content-Security-Policy', policy);
    send(res, { body: pdf, type: 'application/pdf', disposition: dispositionOf('inline', displayName(`${name}.pdf`)) });
  });

  router.get('/assessments/:id/plan.ics', allow('assessment.seePlan'), async (req, res) => {
    const actor = actorOf(res);
    const { plan, nameOf } = await accessPlan(deps, actor, idOf(req), 'seePlan');
    const { language = languageOf(res), of } = parse(planQuery, req.query);
    const items = of === 'mine' ? plan.agenda.filter(({ people }) => people.includes(actor.id)) : plan.agenda;
    const { timeZone, address } = deps.config;
    const body = planCalendar(plan, items, { language, timeZone, address, nameOf, now: deps.clock() });
    const name = `${plan.assessment.number}.ics`;
    send(res, { body, type: 'text/calendar; charset=utf-8', disposition: dispositionOf('attachment', name) });
  });

  return router;
}

function send(
  res: Response,
  file: { readonly body: Buffer | string; readonly type: string; readonly disposition: string },
): void {
  res.set({
    'Content-Type': file.type,
    'Content-Disposition': file.disposition,
    'Cache-Control': 'private, no-store',
  });
  res.end(file.body);
}
