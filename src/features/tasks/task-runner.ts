import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../../deps.ts';
import { runNextTask, type TaskPace, usualPace, type Worker } from './run-task.ts';
import type { TaskKind } from './task.ts';

export interface TaskRunner {
  /** Begins nothing any more; what is under way goes back into the queue. */
  stop(): Promise<void>;
}

/** Milliseconds until an idle worker looks again. */
const look = 500;
/** Tasks at once in this process: while one waits for the database, the other may keep its thread busy. */
const workers = 2;

/** Works off the queue beside the requests until it is stopped. Several processes may do so at once. */
export function startTaskRunner(deps: Deps, kinds: readonly TaskKind[], pace: TaskPace = usualPace): TaskRunner {
  const stopping = new AbortController();
  const work = async () => {
    const worker: Worker = { deps, kinds, pace, holder: randomUUID(), stopping: stopping.signal };
    while (!stopping.signal.aborted) {
      const busy = await runNextTask(worker).catch((error: unknown) => {
        deps.log.error({ err: error }, 'the queue of tasks could not be worked off');
        return false;
      });
      if (!busy) await pause(look, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const all = Array.from({ length: workers }, work);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(all);
    },
  };
}

/** Works off everything that is due, then returns; how much it was. */
export async function runDueTasks(deps: Deps, kinds: readonly TaskKind[], pace: TaskPace = usualPace): Promise<number> {
  const worker: Worker = { deps, kinds, pace, holder: randomUUID(), stopping: new AbortController().signal };
  let done = 0;
  while (await runNextTask(worker)) done += 1;
  return done;
}
