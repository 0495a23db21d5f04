import fc from 'fast-check';
import { damaged } from './mutations.ts';
import type { Target } from './targets.ts';

/** Seconds of computing that no input of this size may take; a hundred times what the slowest takes. */
const longestWork = 10;

export interface FuzzResult {
  readonly runs: number;
  readonly taken: number;
  /** The smallest bytes found that break the reader, with what happened; null: none. */
  readonly broken: { readonly bytes: Buffer; readonly error: unknown; readonly seed: number } | null;
}

/** Reads so many damaged files. The same seed makes the same ones. */
export async function runTarget(
  target: Target,
  options: { readonly seed: number; readonly numRuns: number },
): Promise<FuzzResult> {
  const seeds = await target.seeds();
  const good = await Promise.all(seeds.map((seed) => target.read(seed)));
  if (!good.includes(true)) throw new Error(`${target.name}: none of the good files is taken.`);
  let taken = 0;
  let runs = 0;
  const property = fc.asyncProperty(damaged(seeds), async (bytes) => {
    const before = process.cpuUsage();
    runs += 1;
    if (await target.read(bytes)) taken += 1;
    const { user } = process.cpuUsage(before);
    if (user > longestWork * 1_000_000) throw new Error(`It took ${user / 1_000_000} seconds of computing.`);
  });
  const { failed, counterexample, errorInstance, seed } = await fc.check(property, options);
  const [bytes] = counterexample ?? [];
  return { runs, taken, broken: failed && bytes ? { bytes, error: errorInstance, seed } : null };
}
