import { scoreJson } from '../features/assessment-exports/score-json.ts';
import { resultOf } from '../model/result-of.ts';
import { openAssessment } from './open-assessment.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { scoreLines } from './score-lines.ts';

export interface ScoreOptions {
  readonly criteria?: string;
  readonly json?: boolean;
}

/** Scores an assessment file and prints the result: a table to read, or one object to process. */
export async function printScore(file: string, options: ScoreOptions, session: Session): Promise<ExitCode> {
  const dossier = await openAssessment(file, options.criteria, session);
  if (!dossier) return exitCodes.problems;

  const result = resultOf(dossier);
  const { language, output } = session;
  if (options.json) output.out(JSON.stringify(scoreJson(dossier, result, language), null, 2));
  else for (const line of scoreLines(dossier, result, language)) output.out(line);
  return exitCodes.fine;
}
