import type { Deps } from '../../deps.ts';
import type { Message } from '../../i18n/translate.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { SurveyFigures } from '../../model/survey.ts';
import type { FileSource } from '../../storage/file-source.ts';
import type { FigureTask } from './figure-survey.ts';
import type { SurveyOutline } from './outline-survey.ts';
import type * as work from './survey-work.ts';

/** Reads sheets in a thread beside the server, so that nobody else waits; one at a time, in the order in which they came. */
export interface SurveyReader {
  outline(file: FileSource): Promise<SurveyOutline | { readonly refused: Message }>;
  figures(task: FigureTask): Promise<SurveyFigures>;
}

/** Megabytes; a sheet that needs more is refused. */
const heap = 768;

export function openSurveyReader(deps: Pick<Deps, 'log' | 'threads'>): SurveyReader {
  const thread = deps.threads.for<typeof work>(new URL('./survey-work.ts', import.meta.url), heap);
  const orRefuse = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      deps.log.warn({ error }, 'a sheet could not be read');
      throw new AppError('unavailable', message('surveys.tooHeavy'), {}, { cause: error });
    }
  };
  return {
    outline: (file) => orRefuse(thread.run('outline', file)),
    figures: (task) => orRefuse(thread.run('figures', task)),
  };
}
