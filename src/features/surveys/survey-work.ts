import type { SurveyFigures } from '../../model/survey.ts';
import { type FigureTask, figureSurvey } from './figure-survey.ts';
import { outlineSurvey } from './outline-survey.ts';

/** What a thread beside the server does with sheets. */
export function outline(path: string): ReturnType<typeof outlineSurvey> {
  return outlineSurvey(path);
}

export function figures(task: FigureTask): Promise<SurveyFigures> {
  return figureSurvey(task);
}
