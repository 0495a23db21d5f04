import { readCriteria } from '../catalog/criteria/read-criteria.ts';
import { diffCriteria } from '../catalog/difference/diff-criteria.ts';
import { formatProblem } from '../catalog/source/problem.ts';
import { translator } from '../i18n/translate.ts';
import type { Criteria } from '../model/criteria.ts';
import { differenceLines } from './difference-lines.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

export interface DiffOptions {
  readonly json?: boolean;
}

/** Prints what differs between two criteria files; problems when one of them is not in order. */
export async function diffCriteriaFiles(
  files: readonly [string, string],
  options: DiffOptions,
  session: Session,
): Promise<ExitCode> {
  const { language, output } = session;
  const [before, after] = [await open(files[0], session), await open(files[1], session)];
  if (!before || !after) return exitCodes.problems;

  const difference = diffCriteria(before, after);
  if (options.json) output.out(JSON.stringify(difference, null, 2));
  else for (const line of differenceLines(difference, { before, after, language })) output.out(line);
  return exitCodes.fine;
}

async function open(file: string, { language, output }: Session): Promise<Criteria | null> {
  const { criteria, problems } = await readCriteria(file);
  for (const problem of problems) output.error(formatProblem(problem, language));
  if (!criteria) output.error(translator(language)('cli.problemsFound', { problems: problems.length, files: 1 }));
  return criteria;
}
