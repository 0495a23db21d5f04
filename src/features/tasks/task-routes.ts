import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { leaveNotice } from '../../web/session.ts';
import { toProgress, toTaskLine } from './task-pages.ts';
import { cancelTask, findOwnTask } from './task-service.ts';
import { listTasksOf } from './task-store.ts';

/** Seconds after which the browser asks again where no script does. */
const askAgain = 4;

/** What somebody had the server do beside the requests, and how far it is. */
export function taskRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/tasks', allow('signed-in'), async (req, res) => {
    const { page } = parse(listQuery, req.query);
    const range = { limit: pageSize, offset: (page - 1) * pageSize };
    const { rows, total } = await listTasksOf(deps.db, actorOf(res).id, range);
    const lines = rows.map((task) => toTaskLine(task, languageOf(res)));
    if (lines.some(({ open }) => open)) res.set('Refresh', String(askAgain));
    renderPage(res, 'tasks/list', { title: translatorOf(res)('tasks.title'), list: toPaged(lines, total, page, '/tasks') });
  });

  router.get('/tasks/:id', allow('signed-in'), async (req, res) => {
    const task = toTaskLine(await findOwnTask(deps, actorOf(res), idOf(req)), languageOf(res));
    // A script asks by itself, and says so in the address.
    if (task.open && req.query.live === undefined) res.set('Refresh', String(askAgain));
    renderPage(res, 'tasks/show', { title: task.title, layout: 'narrow', task });
  });

  router.get('/tasks/:id/progress', allow('signed-in'), async (req, res) => {
    const task = await findOwnTask(deps, actorOf(res), idOf(req));
    res.set('Cache-Control', 'no-store').json(toProgress(toTaskLine(task, languageOf(res))));
  });

  router.post('/tasks/:id/cancellation', allow('signed-in'), async (req, res) => {
    const id = idOf(req);
    await cancelTask(deps, actorOf(res), id);
    leaveNotice(req, message('tasks.cancelAsked'));
    res.redirect(303, `/tasks/${id}`);
  });

  return router;
}
