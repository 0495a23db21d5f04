import type { Db, Trx } from '../../db/db.ts';

interface SessionRow {
  readonly id_hash: string;
  readonly data: string;
  readonly expires_at: number | string;
}

/** A browser in which somebody is signed in. */
export interface ListedSession {
  readonly key: string;
  readonly client: string;
  readonly address: string | null;
  readonly begunAt: string | null;
  /** To within five minutes. */
  readonly seenAt: string;
}

const most = 50;

/** The browsers in which a person is signed in, the one used last first; at most fifty. */
export async function listSessions(
  db: Db,
  userId: string,
  now: number,
  limits: { idle: number; absolute: number },
): Promise<ListedSession[]> {
  const rows: SessionRow[] = await db('sessions')
    .where({ user_id: userId })
    .where('expires_at', '>', now)
    .orderBy('expires_at', 'desc')
    .limit(most)
    .select('id_hash', 'data', 'expires_at');
  return rows.map((row) => toSession(row, limits.idle)).filter(({ begunAt }) => isOpen(begunAt, now, limits.absolute));
}

/** Ends one session of that person. False when it had ended already. */
export async function deleteSession(trx: Trx, userId: string, key: string): Promise<boolean> {
  return (await trx('sessions').where({ user_id: userId, id_hash: key }).delete()) > 0;
}

/** Ends all sessions of that person but one. */
export async function deleteOtherSessions(trx: Trx, userId: string, key: string): Promise<number> {
  return trx('sessions').where({ user_id: userId }).whereNot({ id_hash: key }).delete();
}

function isOpen(begunAt: string | null, now: number, absolute: number): boolean {
  return begunAt !== null && Date.parse(begunAt) + absolute > now;
}

function toSession({ id_hash, data, expires_at }: SessionRow, idle: number): ListedSession {
  const { begunAt, origin }: { begunAt?: number; origin?: { client: string; address: string | null } } = JSON.parse(data);
  return {
    key: id_hash,
    client: origin?.client ?? '?',
    address: origin?.address ?? null,
    begunAt: begunAt === undefined ? null : new Date(begunAt).toISOString(),
    seenAt: new Date(Number(expires_at) - idle).toISOString(),
  };
}
