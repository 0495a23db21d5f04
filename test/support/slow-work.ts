import type { Tell } from '../../src/workers/open-thread.ts';

/** Counts aloud. */
export async function count({ to }: { readonly to: number }, tell: Tell): Promise<number> {
  for (let n = 1; n <= to; n += 1) tell(n);
  // What was told last must get through before the answer.
  await new Promise((done) => setTimeout(done, 20));
  return to;
}

/** Never ends and never gives way. */
export function spin(_task: object): number {
  for (let n = 0; ; n += 1) if (n < 0) return n;
}
