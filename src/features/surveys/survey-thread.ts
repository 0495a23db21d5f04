import { type FigureTask, figureSurvey } from './figure-survey.ts';
import { outlineSurvey } from './outline-survey.ts';

/** What a thread beside the server is asked for. */
export type SurveyTask = { readonly do: 'outline'; readonly path: string } | ({ readonly do: 'figures' } & FigureTask);

export function runSurveyTask(task: SurveyTask): ReturnType<typeof outlineSurvey> | ReturnType<typeof figureSurvey> {
  return task.do === 'outline' ? outlineSurvey(task.path) : figureSurvey(task);
}
