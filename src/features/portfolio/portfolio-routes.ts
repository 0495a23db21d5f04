import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { languages } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { openQueue } from '../reports/render-queue.ts';
import { toPortfolio } from './portfolio.ts';
import { countOpenFindings, listFinishedAudits, mostAudits } from './portfolio-store.ts';
import type * as work from './portfolio-work.ts';

const query = z.object({ language: z.enum(languages).optional() });
/** Megabytes that writing may need. */
const heap = 512;

/** How all organizations stand, as one paper for the office. */
export function portfolioRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 10);

  router.get('/portfolio.pdf', allow('portfolio.view'), async (req, res) => {
    const language = parse(query, req.query).language ?? languageOf(res);
    const day = dayOf(deps.clock(), deps.config.timeZone);
    const audits = await listFinishedAudits(deps.db);
    const groups = toPortfolio(audits, await countOpenFindings(deps.db, day));
    const thread = deps.threads.for<typeof work>(new URL('./portfolio-work.ts', import.meta.url), heap);
    const order = { groups, language, day, isCut: audits.length === mostAudits };
    const pdf = await inTurn(() => thread.run('writePortfolio', order));
    res.set({
      'Content-Type': 'application/pdf',
      'Content-Disposition': dispositionOf('inline', `${translator(language)('portfolio.title')} ${day}.pdf`),
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    res.end(pdf);
  });

  return router;
}
