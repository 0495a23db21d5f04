import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { type TextKey, texts } from '../../i18n/texts.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { Task, TaskState } from './task.ts';

interface TaskRow {
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly state: TaskState;
  readonly title: string;
  readonly doing: string | null;
  readonly trouble: string | null;
  readonly asked_by: string | null;
  readonly asked_at: string;
  readonly due_at: string;
  readonly tries: number;
  readonly share: number;
  readonly cancel_asked_at: string | null;
  readonly ended_at: string | null;
  readonly href: string | null;
}

export interface NewTask {
  readonly id: string;
  readonly kind: string;
  readonly input: object;
  readonly uniqueKey: string | null;
  readonly title: Message;
  readonly askedBy: string | null;
  readonly at: Date;
}

/** False when the same is asked for already and has not ended. */
export async function insertTask(trx: Trx, { id, kind, input, uniqueKey, title, askedBy, at }: NewTask): Promise<boolean> {
  const now = at.toISOString();
  const row = { id, kind, input: JSON.stringify(input), unique_key: uniqueKey, state: 'waiting', title: JSON.stringify(title) };
  await trx('tasks')
    .insert({ ...row, asked_by: askedBy, asked_at: now, due_at: now, tries: 0, share: 0 })
    .onConflict('unique_key')
    .ignore();
  return (await trx('tasks').where({ id }).first('id')) !== undefined;
}

/** Throws `not_found`. */
export async function findTask(db: Db, id: string): Promise<Task> {
  const row: TaskRow | undefined = await db('tasks').where({ id }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toTask(row);
}

/** What somebody asked for, the newest first, and how much there is. */
export async function listTasksOf(
  db: Db,
  askedBy: string,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ rows: Task[]; total: number }> {
  const own = () => db('tasks').where({ asked_by: askedBy });
  const rows: TaskRow[] = await own()
    .orderBy([
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(range.limit)
    .offset(range.offset);
  const count = await own().count({ total: '*' }).first();
  return { rows: rows.map(toTask), total: Number(count?.total ?? 0) };
}

/** The open task with that key; null: nobody asked for it. */
export async function findOptionalOpenTask(db: Db, uniqueKey: string): Promise<Task | null> {
  const row: TaskRow | undefined = await db('tasks').where({ unique_key: uniqueKey }).first();
  return row ? toTask(row) : null;
}

/** Ends it without having been begun. False when a process has it, or it has ended. */
export async function cancelWaiting(trx: Trx, id: string, at: Date): Promise<boolean> {
  const ended = { state: 'cancelled', unique_key: null, ended_at: at.toISOString(), doing: null };
  return (await trx('tasks').where({ id, state: 'waiting' }).update(ended)) === 1;
}

/** Asks the process that has it to stop. */
export async function askCancellation(trx: Trx, id: string, at: Date): Promise<boolean> {
  return (await trx('tasks').where({ id, state: 'running' }).update({ cancel_asked_at: at.toISOString() })) === 1;
}

/** Open tasks of those kinds for which it is time: waiting ones that are due, running ones whose process is silent. */
export function dueTasks<T extends Knex.QueryBuilder>(query: T, kinds: readonly string[], now: Date): T {
  const at = now.toISOString();
  query
    .whereIn('kind', [...kinds])
    .where((due) =>
      due
        .where((waiting) => waiting.where({ state: 'waiting' }).where('due_at', '<=', at))
        .orWhere((silent) => silent.where({ state: 'running' }).where('held_until', '<=', at)),
    );
  return query;
}

export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    kind: row.kind,
    input: JSON.parse(row.input),
    state: row.state,
    title: toMessage(row.title) ?? message('tasks.outdated'),
    doing: toMessage(row.doing),
    trouble: toMessage(row.trouble),
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    dueAt: row.due_at,
    tries: row.tries,
    share: row.share / 1000,
    cancelAskedAt: row.cancel_asked_at,
    endedAt: row.ended_at,
    href: row.href,
  };
}

/** A text that an earlier version of the program wrote may be gone from the catalogue. */
function toMessage(json: string | null): Message | null {
  if (json === null) return null;
  const text: { key: string; parameters: Message['parameters'] } = JSON.parse(json);
  return isTextKey(text.key) ? { key: text.key, parameters: text.parameters } : null;
}

function isTextKey(key: string): key is TextKey {
  return key in texts;
}
