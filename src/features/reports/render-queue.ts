import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';

/** Runs a job now or when its turn comes. Throws `unavailable` when too many wait already. */
export type RunInTurn = <T>(job: () => Promise<T>) => Promise<T>;

/** At most so many jobs at once; as many as `mostWaiting` wait in the order in which they came. */
export function openQueue(atOnce: number, mostWaiting: number): RunInTurn {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (job) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new AppError('unavailable', message('results.reportsBusy'));
      // Whoever is done hands its place over, so that nobody slips in between.
      await new Promise<void>((start) => waiting.push(start));
    } else running += 1;

    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
