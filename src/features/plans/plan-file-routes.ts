import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { translator } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { languagesOf } from '../reports/paper.ts';
import { openQueue } from '../reports/render-queue.ts';
import { writeDocument } from '../reports/write-paper.ts';
import { planCalendar } from './plan-calendar.ts';
import { planPdfQuery, planQuery } from './plan-forms.ts';
import { planWriter } from './plan-pdf.ts';
import { accessPlan } from './plan-routes.ts';

/** The plan to take along: as PDF, and as a calendar file of everything or of one's own. */
export function planFileRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/assessments/:id/plan.pdf', allow('assessment.seePlan'), async (req, res) => {
    const { plan, names } = await accessPlan(deps, actorOf(res), idOf(req), 'seePlan');
    const language = parse(planPdfQuery, req.query).language ?? languageOf(res);
    const source = { plan, names, timeZone: deps.config.timeZone };
    const look = { language, brand: await readPaperBrand(deps.db), issue: null };
    const order = { ...look, source, at: deps.clock().toISOString() };
    const { bytes } = await inTurn(() => writeDocument(deps, planWriter, order));
    const [first = 'zh-CN'] = languagesOf(language);
    setPdfHead(res, displayName(`${translator(first)('plans.file', { number: plan.assessment.number })}.pdf`));
    res.end(bytes);
  });

  router.get('/assessments/:id/plan.ics', allow('assessment.seePlan'), async (req, res) => {
    const actor = actorOf(res);
    const { plan, nameOf } = await accessPlan(deps, actor, idOf(req), 'seePlan');
    const { language = languageOf(res), of } = parse(planQuery, req.query);
    const items = of === 'mine' ? plan.agenda.filter(({ people }) => people.includes(actor.id)) : plan.agenda;
    const { timeZone, address } = deps.config;
    const body = planCalendar(plan, items, { language, timeZone, address, nameOf, now: deps.clock() });
    const name = `${plan.assessment.number}.ics`;
    res.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': dispositionOf('attachment', name),
      'Cache-Control': 'private, no-store',
    });
    res.end(body);
  });

  return router;
}
