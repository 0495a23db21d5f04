import type { Language } from '../../i18n/language.ts';
import { translateMessage } from '../../i18n/translate.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import { isOpen, type Task } from './task.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'tasks/list': TaskListPage;
    'tasks/show': TaskPage;
  }
}

export interface TaskListPage extends PageFrame {
  readonly list: Paged<TaskLine>;
}

export interface TaskPage extends PageFrame {
  readonly task: TaskLine;
}

/** A task as its reader sees it. */
export interface TaskLine extends Pick<Task, 'id' | 'state' | 'askedAt' | 'endedAt' | 'href'> {
  readonly open: boolean;
  readonly cancelling: boolean;
  readonly title: string;
  readonly doing: string | null;
  readonly trouble: string | null;
  /** When it is tried again after a failure; null: it has not failed. */
  readonly againAt: string | null;
  /** Whole per cent. */
  readonly percent: number;
}

export function toTaskLine(task: Task, language: Language): TaskLine {
  const { id, state, askedAt, endedAt, href, trouble, doing, dueAt } = task;
  return {
    ...{ id, state, askedAt, endedAt, href },
    open: isOpen(task),
    cancelling: state === 'running' && task.cancelAskedAt !== null,
    title: translateMessage(task.title, language),
    doing: doing && translateMessage(doing, language),
    trouble: trouble && translateMessage(trouble, language),
    againAt: state === 'waiting' && trouble !== null ? dueAt : null,
    percent: Math.round(task.share * 100),
  };
}

/** What a script asks for again and again. */
export function toProgress({ state, open, percent, doing, href }: TaskLine) {
  return { state, open, percent, doing, href };
}
