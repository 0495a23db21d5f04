import type { Deps } from '../../deps.ts';
import type { PaperNews, RenderedPaper, TellPaperNews } from './framed-document.ts';
import type { PaperOrder } from './paper.ts';
import type * as work from './paper-work.ts';
import type { WrittenPaper } from './paper-work.ts';
import { renderPaper } from './render-paper.ts';

/** Megabytes that writing may need; a report of 1,300 clauses needs a third of it. */
const heap = 1024;

export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onNews?: (news: PaperNews) => void;
}

/** What writes a kind of document from plain data, and the module that exports it. */
export interface Writer<Order> {
  readonly module: URL;
  /** Called in the thread, by its name. */
  readonly render: (order: Order, tell?: TellPaperNews) => Promise<RenderedPaper>;
}

export const paperWriter: Writer<PaperOrder> = { module: new URL('./render-paper.ts', import.meta.url), render: renderPaper };

/** Writes a paper of an assessment in a thread beside the server. Rejects with `unavailable` when too many wait. */
export function writeInThread(deps: Pick<Deps, 'threads'>, order: PaperOrder, options?: WriteOptions): Promise<WrittenPaper> {
  return writeDocument(deps, paperWriter, order, options);
}

/** The same for a document of any kind; one thread writes all of them, in the order in which they were asked for. */
export function writeDocument<Order>(
  { threads }: Pick<Deps, 'threads'>,
  { module, render }: Writer<Order>,
  order: Order,
  options: WriteOptions = {},
): Promise<WrittenPaper> {
  const { signal, onNews } = options;
  const thread = threads.for<typeof work>(new URL('./paper-work.ts', import.meta.url), heap);
  const task = { module: module.href, name: render.name, order };
  return thread.run('writeDocument', task, {
    ...(signal && { signal }),
    ...(onNews && { onNews: (news) => onNews(news as PaperNews) }),
  });
}
