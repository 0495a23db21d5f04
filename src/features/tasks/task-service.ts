import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { isOpen, type Task } from './task.ts';
import { askCancellation, cancelWaiting, findOptionalOpenTask, findTask, insertTask } from './task-store.ts';

export interface TaskOrder {
  readonly kind: string;
  readonly input: object;
  readonly title: Message;
  /** Nobody can ask for what has the same key while this has not ended; null: any number of them. */
  readonly uniqueKey: string | null;
  readonly actor: Actor | null;
  readonly at: Date;
}

/** Puts work into the queue, in the transaction of the deed that asks for it. Gives its id; of the same work the id of what was asked for first. */
export async function askForTask(trx: Trx, { actor, ...order }: TaskOrder): Promise<string> {
  const id = randomUUID();
  if (await insertTask(trx, { ...order, id, askedBy: actor?.id ?? null })) return id;
  const earlier = order.uniqueKey === null ? null : await findOptionalOpenTask(trx, order.uniqueKey);
  if (!earlier) throw new Error(`The task ${order.kind} could not be put into the queue.`);
  return earlier.id;
}

/** A task that somebody asked for themselves. Throws `not_found`. */
export async function findOwnTask({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<Task> {
  const task = await findTask(db, id);
  if (task.askedBy !== actor.id) throw new AppError('not_found', message('error.notFound'));
  return task;
}

/** Cancels what has not ended: at once while it waits, else as soon as its process hears of it. Throws `not_found`, `conflict`. */
export async function cancelTask(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor, id: string): Promise<void> {
  const at = deps.clock();
  const task = await findOwnTask(deps, actor, id);
  if (!isOpen(task)) throw new AppError('conflict', message('tasks.ended'));
  await deps.db.transaction(async (trx) => {
    const asked = (await cancelWaiting(trx, id, at)) || (await askCancellation(trx, id, at));
    if (!asked) throw new AppError('conflict', message('tasks.ended'));
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'task.cancelled',
      subject: 'task',
      subjectId: id,
      details: { kind: task.kind },
    });
  });
}
