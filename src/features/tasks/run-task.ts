import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { insertNotice } from '../notices/notice-store.ts';
import type { Task, TaskKind, TaskOutcome } from './task.ts';
import { claimTask, hasDueTask, keepLease, releaseTask, type TaskEnd } from './task-lease-store.ts';

/** How patient the queue is. */
export interface TaskPace {
  /** Milliseconds from one sign of life to the next. */
  readonly beat: number;
  /** Milliseconds of silence after which another process may take a task. */
  readonly lease: number;
}

export const usualPace: TaskPace = { beat: 1000, lease: 30_000 };

/** Tries before a task is given up. */
export const mostTries = 4;

/** Milliseconds to wait after so many tries: 5 s, 25 s, two minutes. */
export function pauseAfter(tries: number): number {
  return 5 ** tries * 1000;
}

/** Why the work is broken off without its fault. */
type BreakOff = 'cancelled' | 'lost' | 'stopping';

class BrokenOff extends Error {
  readonly why: BreakOff;

  constructor(why: BreakOff) {
    super(`The work was broken off: ${why}.`);
    this.name = 'BrokenOff';
    this.why = why;
  }
}

export interface Worker {
  readonly deps: Deps;
  readonly kinds: readonly TaskKind[];
  /** Names this worker among all of all processes. */
  readonly holder: string;
  readonly pace: TaskPace;
  /** Aborted when the server stops: what is under way goes back into the queue. */
  readonly stopping: AbortSignal;
}

/** Takes one task that is due and sees it through. False when none is. */
export async function runNextTask(worker: Worker): Promise<boolean> {
  const { deps, holder, pace } = worker;
  const names = worker.kinds.map(({ kind }) => kind);
  if (!(await hasDueTask(deps.db, names, deps.clock()))) return false;
  const now = deps.clock();
  const until = new Date(now.getTime() + pace.lease);
  const task = await deps.db.transaction((trx) => claimTask(trx, names, { holder, now, until }));
  if (!task) return false;

  const kind = worker.kinds.find((one) => one.kind === task.kind);
  if (!kind) throw new Error(`Nobody knows how to do ${task.kind}.`);
  if (task.cancelAskedAt !== null) await end(worker, task, { state: 'cancelled' });
  else if (task.tries > mostTries) await end(worker, task, { state: 'dead', trouble: message('tasks.trouble.silent') });
  else await carryOut(worker, kind, task);
  return true;
}

async function carryOut(worker: Worker, kind: TaskKind, task: Task): Promise<void> {
  const { deps } = worker;
  const life = startBeating(worker, task);
  try {
    const keep = await kind.run(deps, { task, signal: life.signal, tell: life.tell });
    life.signal.throwIfAborted();
    await life.stop();
    await keepAndEnd(worker, task, keep);
  } catch (error) {
    await life.stop();
    const reason: unknown = life.signal.aborted ? life.signal.reason : error;
    if (reason instanceof BrokenOff && reason.why === 'lost') return;
    await end(worker, task, endAfter(worker, task, reason));
  }
}

/** What is kept and the end of the task stand or fall together. */
async function keepAndEnd({ deps, holder }: Worker, task: Task, keep: (trx: Trx, at: Date) => Promise<TaskOutcome>) {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const { text, href, assessmentId } = await keep(trx, at);
    if (!(await releaseTask(trx, task, holder, { state: 'done', href }, at))) throw new BrokenOff('lost');
    if (task.askedBy) await insertNotice(trx, { to: [task.askedBy], text, href, assessmentId, at });
  });
}

function endAfter({ deps }: Worker, task: Task, reason: unknown): TaskEnd {
  const now = deps.clock();
  if (reason instanceof BrokenOff && reason.why === 'cancelled') return { state: 'cancelled' };
  if (reason instanceof BrokenOff) return { state: 'waiting', trouble: null, dueAt: now, counted: false };
  if (reason instanceof AppError && reason.code !== 'unavailable') return { state: 'dead', trouble: reason.text };

  deps.log.error({ task: task.id, kind: task.kind, tries: task.tries, err: reason }, 'a task failed');
  const trouble: Message = reason instanceof AppError ? reason.text : message('tasks.trouble.unexpected');
  if (task.tries >= mostTries) return { state: 'dead', trouble };
  return { state: 'waiting', trouble, dueAt: new Date(now.getTime() + pauseAfter(task.tries)), counted: true };
}

/** Ends it without an outcome, and tells who asked when it failed for good. */
async function end({ deps, holder }: Worker, task: Task, taskEnd: TaskEnd): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if (!(await releaseTask(trx, task, holder, taskEnd, at))) return;
    if (taskEnd.state !== 'dead' || !task.askedBy) return;
    const text = message('tasks.failedNotice');
    await insertNotice(trx, { to: [task.askedBy], text, href: `/tasks/${task.id}`, assessmentId: null, at });
  });
}

interface Life {
  readonly signal: AbortSignal;
  readonly tell: (share: number, doing: Message) => void;
  /** No sign of life follows; waits for the one that is under way. */
  stop(): Promise<void>;
}

/** Renews the lease at each beat, and learns by it whether the work is still wanted. */
function startBeating({ deps, holder, pace, stopping }: Worker, task: Task): Life {
  const controller = new AbortController();
  let so: { share: number; doing: Message | null } = { share: 0, doing: null };
  let under: Promise<void> = Promise.resolve();

  const beat = async () => {
    const until = new Date(deps.clock().getTime() + pace.lease);
    const { lost, cancelled } = await deps.db.transaction((trx) => keepLease(trx, task.id, { holder, until, ...so }));
    if (lost || cancelled) controller.abort(new BrokenOff(lost ? 'lost' : 'cancelled'));
  };
  const timer = setInterval(() => {
    // One that fails is made up for by the next; the lease is longer than several.
    under = under.then(beat).catch((error: unknown) => deps.log.warn({ task: task.id, err: error }, 'a sign of life failed'));
  }, pace.beat);
  const give = () => controller.abort(new BrokenOff('stopping'));
  if (stopping.aborted) give();
  stopping.addEventListener('abort', give, { once: true });

  return {
    signal: controller.signal,
    tell: (share, doing) => {
      so = { share, doing };
    },
    async stop() {
      clearInterval(timer);
      stopping.removeEventListener('abort', give);
      await under;
    },
  };
}
