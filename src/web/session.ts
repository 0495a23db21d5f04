import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Deps } from '../deps.ts';
import type { Message } from '../i18n/translate.ts';
import { DatabaseSessionStore } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    /** Words to show on the next page, once. */
    notice: Message;
  }
}

/** A session in the database behind one cookie; nobody has a session before signing in. */
export function sessions(deps: Deps): RequestHandler {
  const secure = deps.config.address.startsWith('https:');
  return session({
    // The prefix makes browsers refuse the cookie unless it is Secure, from this host and for the whole site.
    name: secure ? '__Host-assay' : 'assay',
    secret: deps.sessionSecret,
    store: new DatabaseSessionStore(deps.db, () => deps.clock().getTime()),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  });
}

/** Begins a new session for somebody who has just proved who they are; an old id is never kept. */
export async function beginSession(req: Request, userId: string): Promise<void> {
  await new Promise<void>((done, fail) => req.session.regenerate((error: unknown) => (error ? fail(error) : done())));
  req.session.userId = userId;
}

export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((done, fail) => req.session.destroy((error: unknown) => (error ? fail(error) : done())));
}

/** Says something on the page that follows. */
export function leaveNotice(req: Request, notice: Message): void {
  req.session.notice = notice;
}
