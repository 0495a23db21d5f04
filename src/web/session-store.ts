import { createHash } from 'node:crypto';
import { type SessionData, Store } from 'express-session';
import type { Db } from '../db/db.ts';

interface SessionRow {
  readonly id_hash: string;
  readonly user_id: string | null;
  readonly data: string;
  readonly expires_at: number | string;
}

const hour = 60 * 60 * 1000;

/** A signed-in browser that is not used for so long must sign in again. */
export const idleLimit = 12 * hour;

/**
 * Sessions in the database. The cookie's id is kept only as a hash, so that somebody who reads the database cannot sign
 * in with it; the person's id stands in its own column, so that all sessions of a person can be ended.
 */
export class DatabaseSessionStore extends Store {
  readonly #db: Db;
  readonly #now: () => number;

  constructor(db: Db, now: () => number) {
    super();
    this.#db = db;
    this.#now = now;
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
        .where({ id_hash: hashOf(id) })
        .delete(),
      done,
    );
  }

  /** Only prolongs a session that is an hour old or more, so that reading pages does not write. */
  override touch(id: string, _session: SessionData, done?: () => void): void {
    const now = this.#now();
    const stale = this.#db('sessions')
      .where({ id_hash: hashOf(id) })
      .where('expires_at', '<', now + idleLimit - hour);
    settle(stale.update({ expires_at: now + idleLimit }), done);
  }

  /** Removes what has run out. */
  async sweep(): Promise<void> {
    await this.#db('sessions').where('expires_at', '<', this.#now()).delete();
  }

  async #read(id: string): Promise<SessionData | null> {
    const row = await this.#db<SessionRow>('sessions')
      .where({ id_hash: hashOf(id) })
      .first();
    return row && Number(row.expires_at) > this.#now() ? JSON.parse(row.data) : null;
  }

  async #write(id: string, session: SessionData): Promise<void> {
    const row = {
      id_hash: hashOf(id),
      user_id: session.userId ?? null,
      data: JSON.stringify(session),
      expires_at: this.#now() + idleLimit,
    };
    await this.#db('sessions').insert(row).onConflict('id_hash').merge();
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function settle<T>(work: PromiseLike<T>, done?: (error: unknown, value?: T) => void): void {
  work.then(
    (value) => done?.(null, value),
    (error: unknown) => done?.(error),
  );
}
