import { register } from 'tsx/esm/api';

register();
const { runSurveyTask } = await import('./survey-thread.ts');

/** A thread begins here, before anything can read TypeScript. */
export function run(task) {
  return runSurveyTask(task);
}
