import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** The functions of a module that do long work, each of one task. */
type Work = Readonly<Record<string, (task: never) => unknown>>;

/** Does long work beside the server, so that nobody else waits; one task at a time, in the order in which they came. */
export interface Thread<W extends Work> {
  /** Task and answer are copied, so they hold data only. Rejects when the work throws, needs too much memory or too many wait. */
  run<Name extends keyof W & string>(name: Name, task: Parameters<W[Name]>[0]): Promise<Awaited<ReturnType<W[Name]>>>;
}

const entry = fileURLToPath(new URL('./thread-entry.js', import.meta.url));
/** Tasks that may wait for the one that runs. */
const mostWaiting = 20;
/** Milliseconds without work after which the thread ends. */
const idleTime = 30_000;

/** A thread for the functions of that module. It begins with its first task; one that needs more than `heap` megabytes is ended. */
export function openThread<W extends Work>(module: URL, heap: number): Thread<W> {
  const pool = new Piscina({
    filename: entry,
    name: 'run',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: idleTime,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  return { run: (name, task) => pool.run({ module: module.href, name, task }) };
}
