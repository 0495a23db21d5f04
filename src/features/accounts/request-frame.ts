import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../../deps.ts';
import { chooseLanguage } from '../../i18n/language.ts';
import { translateMessage } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { Assets } from '../../web/assets.ts';
import { cookieOf } from '../../web/cookie-of.ts';
import { navigationOf, setFrame } from '../../web/frame.ts';
import { originOf } from '../../web/origin-of.ts';
import { tokenGrantOf } from '../../web/token-grant.ts';
import { countUnread } from '../notices/inbox-store.ts';
import { type Account, findOptionalAccount, toActor } from './account-store.ts';

/** Name of the cookie in which people who are not signed in keep their language. */
export const languageCookie = 'assay-language';

/** Finds out who is asking and in which language to answer, for everything that comes after. */
export function requestFrame(deps: Deps, assets: Assets): RequestHandler {
  return async (req, res, next) => {
    const account = await accountBehind(deps, req, res);
    const actor = account?.active ? toActor(account, originOf(req)) : null;
    const language = chooseLanguage(actor?.language ?? cookieOf(req, languageCookie), req.get('accept-language'));

    const notice = req.method === 'GET' ? req.session.notice : undefined;
    if (notice) delete req.session.notice;

    res.vary('Accept-Language');
    res.set('Content-Language', language);
    // Pages hold what only this person may see: no shared or backward cache may keep them.
    res.set('Cache-Control', 'no-store');
    setFrame(res, {
      language,
      timeZone: deps.config.timeZone,
      actor,
      path: pathToComeBackTo(req),
      unread: await unreadOf(deps, actor),
      notice: notice ? translateMessage(notice, language) : null,
      navigation: navigationOf(actor),
      asset: assets.url,
    });
    next();
  };
}

/** Of the token that came along, else of the session. */
async function accountBehind({ db }: Deps, req: Request, res: Response): Promise<Account | null> {
  const grant = tokenGrantOf(res);
  const userId = grant ? grant.userId : req.session.userId;
  return userId ? findOptionalAccount(db, { id: userId }) : null;
}

async function unreadOf({ db }: Deps, actor: Actor | null): Promise<number> {
  return actor ? countUnread(db, actor.id) : 0;
}

/** A form that is shown again stands at a path that may only be posted to: there, the page that it came from. */
function pathToComeBackTo(req: Request): string {
  if (req.method === 'GET' || req.method === 'HEAD') return req.originalUrl;
  const referrer = URL.canParse(req.get('referer') ?? '') ? new URL(req.get('referer') ?? '') : null;
  return referrer ? `${referrer.pathname}${referrer.search}` : '/';
}
