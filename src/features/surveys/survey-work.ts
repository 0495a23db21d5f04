import type { SurveyFigures } from '../../model/survey.ts';
import type { FileSource } from '../../storage/file-source.ts';
import { type FigureTask, figureSurvey } from './figure-survey.ts';
import { outlineSurvey } from './outline-survey.ts';

/** What a thread beside the server does with sheets. */
export function outline(file: FileSource): ReturnType<typeof outlineSurvey> {
  return outlineSurvey(file);
}

export function figures(task: FigureTask): Promise<SurveyFigures> {
  return figureSurvey(task);
}
