import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { releaseJob, takeJob } from './job-store.ts';

/** Something that the server does by itself again and again; doing it once more must do no harm. */
export interface Job {
  readonly name: string;
  /** Milliseconds from the end of one run to the beginning of the next. */
  readonly every: number;
  run(deps: Deps): Promise<unknown>;
}

export interface Scheduler {
  /** Begins no run any more and waits for those that are under way. */
  stop(): Promise<void>;
}

/** No run takes longer; after that another process may take the job. */
const longestRun = 10 * 60 * 1000;

/** Runs every job at its pace, never twice at once in this process, and only while no other process has it. */
export function startScheduler(deps: Deps, jobs: readonly Job[]): Scheduler {
  let stopped = false;
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  const plan = (job: Job) => {
    if (stopped) return;
    const timer = setTimeout(() => {
      const run = runJob(deps, job).finally(() => {
        running.delete(run);
        plan(job);
      });
      running.add(run);
    }, job.every);
    timer.unref();
    timers.set(job.name, timer);
  };
  for (const job of jobs) plan(job);

  return {
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** One run, if no other process is at it. What fails is logged and tried again next time: the server goes on. */
export async function runJob(deps: Deps, job: Job): Promise<void> {
  const holder = randomUUID();
  try {
    if (!(await deps.db.transaction((trx) => takeJob(trx, job.name, holder, deps.clock(), longestRun)))) return;
    try {
      await job.run(deps);
    } finally {
      await deps.db.transaction((trx) => releaseJob(trx, job.name, holder, deps.clock()));
    }
  } catch (error) {
    deps.log.error({ job: job.name, err: error }, 'a background job failed');
  }
}
