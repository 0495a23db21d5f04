import { createHash } from 'node:crypto';
import { type SessionData, Store } from 'express-session';
import type { Db } from '../db/db.ts';

interface SessionRow {
  readonly id_hash: string;
  readonly user_id: string | null;
  readonly data: string;
  readonly expires_at: number | string;
}

const minute = 60 * 1000;

/** Milliseconds after which a browser must sign in again: when it is not used, and in any case. */
export interface SessionLimits {
  readonly idle: number;
  readonly absolute: number;
}

/** So exactly is known when a browser was last used: reading pages writes no more often. */
export const seenWithin = 5 * minute;

/**
 * Sessions in the database. The cookie's id is kept only as a hash, so that somebody who reads the database cannot sign
 * in with it; the person's id stands in its own column, so that all sessions of a person can be ended.
 */
export class DatabaseSessionStore extends Store {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #limits: SessionLimits;

  constructor(db: Db, now: () => number, limits: SessionLimits) {
    super();
    this.#db = db;
    this.#now = now;
    this.#limits = limits;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    settle(this.#read(id), done);
  }

  override set(id: string, session: SessionData, done?: (error?: unknown) => void): void {
    settle(this.#write(id, session), done);
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    settle(
      this.#db('sessions')
        .where({ id_hash: sessionKey(id) })
        .delete(),
      done,
    );
  }

  /** Only prolongs a session that was not used for some minutes, so that reading pages does not write. */
  override touch(id: string, _session: SessionData, done?: () => void): void {
    const now = this.#now();
    const stale = this.#db('sessions')
      .where({ id_hash: sessionKey(id) })
      .where('expires_at', '<=', now + this.#limits.idle - seenWithin);
    settle(stale.update({ expires_at: now + this.#limits.idle }), done);
  }

  /** Removes what has run out. */
  async sweep(): Promise<void> {
    await this.#db('sessions').where('expires_at', '<', this.#now()).delete();
  }

  async #read(id: string): Promise<SessionData | null> {
    const row = await this.#db<SessionRow>('sessions')
      .where({ id_hash: sessionKey(id) })
      .first();
    if (!row || Number(row.expires_at) <= this.#now()) return null;
    const session: SessionData = JSON.parse(row.data);
    return (session.begunAt ?? 0) + this.#limits.absolute > this.#now() ? session : null;
  }

  async #write(id: string, session: SessionData): Promise<void> {
    const row = {
      id_hash: sessionKey(id),
      user_id: session.userId ?? null,
      data: JSON.stringify(session),
      expires_at: this.#now() + this.#limits.idle,
    };
    await this.#db('sessions').insert(row).onConflict('id_hash').merge();
  }
}

/** What is kept of a session's id. It names the session, but nobody can sign in with it. */
export function sessionKey(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function settle<T>(work: PromiseLike<T>, done?: (error: unknown, value?: T) => void): void {
  work.then(
    (value) => done?.(null, value),
    (error: unknown) => done?.(error),
  );
}
