import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, toPaged } from '../../web/paging.ts';
import { groupNotices } from './inbox-pages.ts';
import { countUnread, listInbox, markAllRead, markRead } from './inbox-store.ts';

const inboxQuery = z.object({
  show: z.enum(['unread', 'all']).catch('unread'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const readForm = z.strictObject({ until: z.iso.datetime() });

/** What somebody was told. Reading is nobody's deed but theirs, so that it leaves no entry in the audit trail. */
export function inboxRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/inbox', allow('signed-in'), async (req, res) => {
    const actor = actorOf(res);
    const { show, page } = parse(inboxQuery, req.query);
    const { notices, total } = await listInbox(deps.db, actor.id, show, { page });
    renderPage(res, 'notices/inbox', {
      title: translatorOf(res)('notices.inbox'),
      layout: 'narrow',
      show,
      unread: show === 'unread' ? total : await countUnread(deps.db, actor.id),
      groups: groupNotices(notices, languageOf(res)),
      paged: toPaged(notices, total, page, addressOf('/inbox', { show })),
      newest: notices[0]?.at ?? null,
    });
  });

  router.post('/inbox/reading', allow('signed-in'), async (req, res) => {
    const { until } = parse(readForm, req.body);
    await deps.db.transaction((trx) => markAllRead(trx, actorOf(res).id, until, deps.clock()));
    res.redirect(303, '/inbox');
  });

  router.post('/inbox/:id/opening', allow('signed-in'), async (req, res) => {
    const id = idOf(req);
    const href = await deps.db.transaction((trx) => markRead(trx, actorOf(res).id, id, deps.clock()));
    if (href === null) throw new AppError('not_found', message('error.notFound'));
    res.redirect(303, href);
  });

  return router;
}
