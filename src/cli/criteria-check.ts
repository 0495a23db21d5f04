import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { overlayNameOf, readCriteria } from '../catalog/criteria/read-criteria.ts';
import { formatProblem } from '../catalog/source/problem.ts';
import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

/** Checks criteria files with their overlays and prints each problem, or what was found to be in order. */
export async function checkCriteriaFiles(files: readonly string[], language: Language, output: Output): Promise<ExitCode> {
  const t = translator(language);
  let problems = 0;
  const wanted = new Set(files.map(ownerOf));
  for (const file of wanted) {
    const reading = await readCriteria(file);
    problems += reading.problems.length;
    for (const problem of reading.problems) output.error(formatProblem(problem, language));
    if (!reading.criteria) continue;

    const { id, version } = reading.criteria;
    output.out(t('cli.criteriaFine', { file, id, version }));
    for (const { language: other, percent, missing } of reading.translations) {
      const line = t('cli.translated', { language: other, percent, missing: missing.slice(0, 20).join(', ') });
      output.out(missing.length > 20 ? `${line} …` : line);
    }
  }
  if (problems === 0) return exitCodes.fine;
  output.error(t('cli.problemsFound', { problems, files: wanted.size }));
  return exitCodes.problems;
}

/** An overlay is checked with the criteria file that it belongs to. */
function ownerOf(file: string): string {
  const overlay = overlayNameOf(basename(file));
  if (!overlay) return file;
  const owner = file.includes('/') ? join(dirname(file), overlay.base) : overlay.base;
  return existsSync(owner) ? owner : file;
}
