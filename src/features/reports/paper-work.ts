import type { Tell } from '../../workers/open-thread.ts';
import type { PaperOrder } from './paper.ts';
import { renderPaper } from './render-paper.ts';

/** A written paper as it comes out of its thread. */
export interface WrittenPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly missing: readonly string[];
}

/** Writes a paper; each chapter is told of. */
export async function writePaper(order: PaperOrder, tell: Tell): Promise<WrittenPaper> {
  const { bytes, pages, missing } = await renderPaper(order, tell);
  return { bytes: new Uint8Array(bytes), pages, missing };
}
