import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Deps } from '../../deps.ts';
import type { Message } from '../../i18n/translate.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { SurveyFigures } from '../../model/survey.ts';
import type { FigureTask } from './figure-survey.ts';
import type { SurveyOutline } from './outline-survey.ts';
import type { SurveyTask } from './survey-thread.ts';

/** Reads sheets in a thread beside the server, so that nobody else waits; one at a time, in the order in which they came. */
export interface SurveyReader {
  outline(path: string): Promise<SurveyOutline | { readonly refused: Message }>;
  figures(task: FigureTask): Promise<SurveyFigures>;
}

/** One thread for each server, begun when it is first needed and ended half a minute after its last sheet. */
export function openSurveyReader(deps: Pick<Deps, 'log'>): SurveyReader {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./survey-thread-entry.js', import.meta.url)),
    name: 'run',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: 20,
    idleTimeout: 30_000,
    // A sheet that needs more is refused; the server goes on.
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });

  const ask = async (task: SurveyTask) => {
    try {
      return await pool.run(task);
    } catch (error) {
      deps.log.warn({ error, task: task.do }, 'a sheet could not be read');
      throw new AppError('unavailable', message('surveys.tooHeavy'), {}, { cause: error });
    }
  };
  return {
    outline: (path) => ask({ do: 'outline', path }),
    figures: (task) => ask({ do: 'figures', ...task }),
  };
}
