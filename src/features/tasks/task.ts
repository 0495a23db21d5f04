import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import type { Message } from '../../i18n/translate.ts';

/** `dead`: failed for good. */
export const taskStates = ['waiting', 'running', 'done', 'dead', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

/** A piece of work that the server does beside the requests. */
export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly state: TaskState;
  readonly title: Message;
  /** What is being done just now; null: nothing was told yet. */
  readonly doing: Message | null;
  /** Why it failed last. */
  readonly trouble: Message | null;
  /** null: the program itself asked for it. */
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly tries: number;
  /** 0…1. */
  readonly share: number;
  readonly cancelAskedAt: string | null;
  readonly endedAt: string | null;
  /** Where the outcome is. */
  readonly href: string | null;
}

/** What the work leads to, for the person who asked. */
export interface TaskOutcome {
  readonly text: Message;
  readonly href: string;
  readonly assessmentId: string | null;
}

/** Keeps the outcome, in the transaction that ends the task: done once, whichever process dies when. */
export type KeepOutcome = (trx: Trx, at: Date) => Promise<TaskOutcome>;

/** What the work is given besides its input. */
export interface TaskHandle {
  readonly task: Task;
  /** Aborted when somebody cancels it, when another process has it, or when the server stops. */
  readonly signal: AbortSignal;
  /** Tells how far it is, 0…1, and what it does. */
  readonly tell: (share: number, doing: Message) => void;
}

/** A kind of work. An `AppError` ends it for good and is shown; whatever else it throws is tried again. */
export interface TaskKind {
  readonly kind: string;
  run(deps: Deps, handle: TaskHandle): Promise<KeepOutcome>;
}

/** Asked for and not ended. */
export function isOpen({ state }: Pick<Task, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
