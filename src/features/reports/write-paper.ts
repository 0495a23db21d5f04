import type { Deps } from '../../deps.ts';
import type { PaperOrder } from './paper.ts';
import type * as work from './paper-work.ts';
import type { WrittenPaper } from './paper-work.ts';
import type { PaperNews } from './render-paper.ts';

/** Megabytes that writing may need; a report of 1,300 clauses needs a third of it. */
const heap = 1024;

export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onNews?: (news: PaperNews) => void;
}

/** Writes a paper in a thread beside the server. Rejects with `unavailable` when too many wait. */
export function writeInThread(
  { threads }: Pick<Deps, 'threads'>,
  order: PaperOrder,
  options: WriteOptions = {},
): Promise<WrittenPaper> {
  const { signal, onNews } = options;
  const thread = threads.for<typeof work>(new URL('./paper-work.ts', import.meta.url), heap);
  return thread.run('writePaper', order, {
    ...(signal && { signal }),
    ...(onNews && { onNews: (news) => onNews(news as PaperNews) }),
  });
}
