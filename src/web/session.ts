import type { Request, RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type { Deps } from '../deps.ts';
import type { Message } from '../i18n/translate.ts';
import type { Origin } from '../model/origin.ts';
import { originOf } from './origin-of.ts';
import { DatabaseSessionStore } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    /** When it began, and when the person last proved who they are; milliseconds. */
    begunAt: number;
    provenAt: number;
    /** From where it began. */
    origin: Origin;
    /** The password was right, the second factor is still to come: such a session is nobody's. */
    half: { readonly userId: string; readonly at: number };
    /** It began with a passkey, which is two factors. */
    byPasskey: true;
    /** The encrypted secret of an authenticator that is being set up. */
    sealedSecret: string;
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
    store: new DatabaseSessionStore(deps.db, () => deps.clock().getTime(), deps.config.sessionLimits),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  });
}

/** Begins a new session for somebody who has just proved who they are; an old id is never kept. */
export async function beginSession(req: Request, userId: string, now: Date): Promise<void> {
  await regenerate(req);
  const at = now.getTime();
  Object.assign(req.session, { userId, begunAt: at, provenAt: at, origin: originOf(req) });
}

/** Waits for the second factor of somebody whose password was right. */
export async function beginHalfSession(req: Request, userId: string, now: Date): Promise<void> {
  await regenerate(req);
  Object.assign(req.session, { half: { userId, at: now.getTime() }, begunAt: now.getTime() });
}

/** Goes on under a new id after the person has proved anew who they are. */
export async function renewProof(req: Request, now: Date): Promise<void> {
  const { cookie: _, ...kept } = req.session;
  await regenerate(req);
  Object.assign(req.session, { ...dataOf(kept), provenAt: now.getTime() });
}

function dataOf(session: object): Partial<SessionData> {
  return JSON.parse(JSON.stringify(session));
}

async function regenerate(req: Request): Promise<void> {
  await new Promise<void>((done, fail) => req.session.regenerate((error: unknown) => (error ? fail(error) : done())));
}

export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((done, fail) => req.session.destroy((error: unknown) => (error ? fail(error) : done())));
}

/** Says something on the page that follows. */
export function leaveNotice(req: Request, notice: Message): void {
  req.session.notice = notice;
}
