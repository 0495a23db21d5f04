import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { toIntegrityPage } from './integrity-pages.ts';
import { listRuns } from './integrity-run-store.ts';
import { askForVerification } from './integrity-service.ts';
import { readScans } from './read-scans.ts';

/** Seconds after which the browser asks again while a run is under way. */
const askAgain = 3;

/** Whether what is stored is still what was handed in. */
export function integrityRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/integrity', allow('files.verify'), async (_req, res) => {
    const runs = toIntegrityPage(await listRuns(deps.db), deps.clock(), translatorOf(res)('integrity.title'));
    const page = { ...runs, scans: await readScans(deps) };
    // Works without script, and stops by itself when the run has ended.
    if (page.running) res.setHeader('Refresh', String(askAgain));
    renderPage(res, 'integrity/integrity', page);
  });

  router.post('/integrity', allow('files.verify'), async (req, res) => {
    const task = await askForVerification(deps, actorOf(res));
    leaveNotice(req, message('integrity.begun'));
    res.redirect(303, `/tasks/${task}`);
  });

  return router;
}
