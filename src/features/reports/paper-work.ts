import type { Tell } from '../../workers/open-thread.ts';
import type { RenderedPaper, TellPaperNews } from './framed-document.ts';

/** A written paper as it comes out of its thread. */
export interface WrittenPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly missing: readonly string[];
}

/** Which module writes a document, which of its functions, and from what. */
export interface WritingTask {
  readonly module: string;
  readonly name: string;
  readonly order: unknown;
}

/** Writes a document of whatever kind; each chapter is told of. */
export async function writeDocument({ module, name, order }: WritingTask, tell: Tell): Promise<WrittenPaper> {
  const writers: Readonly<Record<string, (order: unknown, tell: TellPaperNews) => Promise<RenderedPaper>>> = await import(module);
  const write = writers[name];
  if (!write) throw new Error(`${module} has no ${name}.`);
  const { bytes, pages, missing } = await write(order, tell);
  return { bytes: new Uint8Array(bytes), pages, missing };
}
