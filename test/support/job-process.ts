import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { openDepsWithoutCriteria } from '../../src/deps.ts';
import { runJob } from '../../src/jobs/scheduler.ts';

/**
 * A process of its own that does one job so many times on the database of a test, and prints when each run begins and ends.
 * `hang`: the run does not end by itself, as if the process died in the middle.
 */
const [count = '1', way = 'work'] = process.argv.slice(2);
const deps = await openDepsWithoutCriteria(readConfig(process.env));
// Milliseconds of the clock that all processes of a machine share; the time of day may be set between two readings.
const say = (what: string) => process.stdout.write(`${what} ${Number(process.hrtime.bigint()) / 1e6}\n`);

say('ready');
let done = 0;
while (done < Number(count)) {
  await runJob(deps, {
    name: 'shared-work',
    every: 1,
    async run() {
      say('begins');
      await wait(way === 'hang' ? 600_000 : 5);
      say('ends');
      done += 1;
    },
  });
  await wait(2);
}
await deps.db.destroy();
