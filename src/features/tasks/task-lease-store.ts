import type { Db, Trx } from '../../db/db.ts';
import { isPostgres } from '../../db/open-db.ts';
import type { Message } from '../../i18n/translate.ts';
import type { Task } from './task.ts';
import { dueTasks, toTask } from './task-store.ts';

/** Whether a process should try to claim something; costs a read only. */
export async function hasDueTask(db: Db, kinds: readonly string[], now: Date): Promise<boolean> {
  return (await dueTasks(db('tasks'), kinds, now).first('id')) !== undefined;
}

/**
 * Takes the task that is due longest for this process. Two processes never get the same: on PostgreSQL a row that somebody
 * else is about to take is passed over, on SQLite transactions take turns. null: nothing is due.
 */
export async function claimTask(
  trx: Trx,
  kinds: readonly string[],
  { holder, now, until }: { readonly holder: string; readonly now: Date; readonly until: Date },
): Promise<Task | null> {
  const query = dueTasks(trx('tasks'), kinds, now).orderBy('due_at').orderBy('id');
  const row = await (isPostgres(trx) ? query.forUpdate().skipLocked() : query).first();
  if (!row) return null;
  const held = { state: 'running', holder, held_until: until.toISOString(), tries: row.tries + 1, share: 0, doing: null };
  await trx('tasks').where({ id: row.id }).update(held);
  return toTask({ ...row, ...held });
}

/** What the holder learns when it says that it is alive. */
export interface Beat {
  /** Another process has it, or it has ended. */
  readonly lost: boolean;
  readonly cancelled: boolean;
}

/** Says that the holder is alive, and how far it is. */
export async function keepLease(
  trx: Trx,
  id: string,
  lease: { readonly holder: string; readonly until: Date; readonly share: number; readonly doing: Message | null },
): Promise<Beat> {
  const { holder, until, share, doing } = lease;
  const own = () => trx('tasks').where({ id, holder, state: 'running' });
  const kept = await own().update({
    held_until: until.toISOString(),
    share: Math.round(Math.min(1, Math.max(0, share)) * 1000),
    doing: doing && JSON.stringify(doing),
  });
  if (kept !== 1) return { lost: true, cancelled: false };
  const row: { cancel_asked_at: string | null } | undefined = await own().first('cancel_asked_at');
  return { lost: false, cancelled: row?.cancel_asked_at != null };
}

/** How a task ends, or goes on later. */
export type TaskEnd =
  | { readonly state: 'done'; readonly href: string }
  | { readonly state: 'dead'; readonly trouble: Message }
  | { readonly state: 'cancelled' }
  /** Not `counted`: nobody's fault, it is no try. */
  | { readonly state: 'waiting'; readonly trouble: Message | null; readonly dueAt: Date; readonly counted: boolean };

/** Gives the task up in that state. False when the holder no longer has it: then nothing of what it did may be kept. */
export async function releaseTask(trx: Trx, task: Task, holder: string, end: TaskEnd, at: Date): Promise<boolean> {
  const free = { holder: null, held_until: null, doing: null };
  const changed = await trx('tasks')
    .where({ id: task.id, holder, state: 'running' })
    .update({ ...free, ...changesOf(task, end, at) });
  return changed === 1;
}

function changesOf(task: Task, end: TaskEnd, at: Date): object {
  const ended = { state: end.state, unique_key: null, ended_at: at.toISOString() };
  switch (end.state) {
    case 'done':
      return { ...ended, href: end.href, share: 1000, trouble: null };
    case 'dead':
      return { ...ended, trouble: JSON.stringify(end.trouble) };
    case 'cancelled':
      return ended;
    case 'waiting':
      return {
        state: 'waiting',
        share: 0,
        due_at: end.dueAt.toISOString(),
        trouble: end.trouble && JSON.stringify(end.trouble),
        tries: end.counted ? task.tries : task.tries - 1,
      };
  }
}
