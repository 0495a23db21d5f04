import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';

/** Tells how far the work is; what is told is copied. */
export type Tell = (news: unknown) => void;

/** The functions of a module that do long work, each of one task; they may tell how far they are. */
type Work = Readonly<Record<string, (task: never, tell: Tell) => unknown>>;

export interface WorkOptions {
  /** Ends the work, whatever it is at; then it rejects. */
  readonly signal?: AbortSignal;
  /** Hears what the work tells. */
  readonly onNews?: Tell;
}

/** Does long work beside the server, so that nobody else waits; one task at a time, in the order in which they came. */
export interface Thread<W extends Work> {
  /** Task and answer are copied, so they hold data only. Rejects when the work throws, needs too much memory or too many wait. */
  run<Name extends keyof W & string>(
    name: Name,
    task: Parameters<W[Name]>[0],
    options?: WorkOptions,
  ): Promise<Awaited<ReturnType<W[Name]>>>;
}

/** The threads of a process: one for each module, whoever asks for it. */
export interface Threads {
  /** The thread of that module's functions; one that needs more than `heap` megabytes is ended. */
  for<W extends Work>(module: URL, heap: number): Thread<W>;
}

const entry = fileURLToPath(new URL('./thread-entry.js', import.meta.url));
/** Tasks that may wait for the one that runs. */
const mostWaiting = 20;
/** Milliseconds without work after which the thread ends. */
const idleTime = 30_000;

/** Opens none yet: a thread begins with its first task. */
export function openThreads(): Threads {
  const pools = new Map<string, Piscina>();
  const poolOf = (module: string, heap: number) => {
    const pool = pools.get(module) ?? openPool(heap);
    pools.set(module, pool);
    return pool;
  };
  return {
    for: ({ href }, heap) => ({
      run: (name, task, options) => runIn(poolOf(href, heap), { module: href, name, task }, options),
    }),
  };
}

async function runIn(pool: Piscina, work: { module: string; name: string; task: unknown }, options: WorkOptions = {}) {
  const { signal = null, onNews } = options;
  if (!onNews) return pool.run(work, { signal });
  const { port1, port2 } = new MessageChannel();
  port1.on('message', onNews);
  try {
    return await pool.run({ ...work, port: port2 }, { signal, transferList: [port2] });
  } finally {
    port1.close();
  }
}

function openPool(heap: number): Piscina {
  return new Piscina({
    filename: entry,
    name: 'run',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: idleTime,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
}
