import { expect, test } from 'vitest';
import { runTarget } from './run-target.ts';
import { targets } from './targets.ts';

/** The suite tries the same files each time; `npm run fuzz` tries others, and more. */
const seed = 27922;

test.each(targets)('$name: whatever is wrong with the bytes, the reader says so and goes on', async (target) => {
  const { runs, broken } = await runTarget(target, { seed, numRuns: 40 });
  expect(broken && { ...broken, bytes: broken.bytes.toString('latin1').slice(0, 2000) }).toBeNull();
  expect(runs).toBe(40);
});
