import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Translation } from '../catalog/criteria/localizer.ts';
import type { CriteriaReading } from '../catalog/criteria/parse-criteria.ts';
import { overlayNameOf, readCriteria } from '../catalog/criteria/read-criteria.ts';
import { formatProblem } from '../catalog/source/problem.ts';
import { isWorkbookName } from '../catalog/source/workbook-name.ts';
import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { readWorkbookFile } from './workbook-file.ts';

/** Checks criteria files with their overlays, and workbooks, and prints each problem, or what was found to be in order. */
export async function checkCriteriaFiles(files: readonly string[], { language, output }: Session): Promise<ExitCode> {
  let problems = 0;
  const wanted = new Set(files.map(ownerOf));
  for (const file of wanted) {
    const reading = isWorkbookName(file) ? await readWorkbookFile(file) : { ...(await readCriteria(file)), notes: [] };
    problems += reading.problems.length;
    for (const note of reading.notes)
      output.error(translator(language)('sheets.cliNote', { text: formatProblem(note, language) }));
    for (const problem of reading.problems) output.error(formatProblem(problem, language));
    for (const line of linesOf(file, reading, language)) output.out(line);
  }
  if (problems === 0) return exitCodes.fine;
  output.error(translator(language)('cli.problemsFound', { problems, files: wanted.size }));
  return exitCodes.problems;
}

function linesOf(
  file: string,
  { criteria, translations }: Pick<CriteriaReading, 'criteria' | 'translations'>,
  language: Language,
): string[] {
  if (!criteria) return [];
  const { id, version } = criteria;
  return [
    translator(language)('cli.criteriaFine', { file, id, version }),
    ...translations.map((found) => translationLine(found, language)),
  ];
}

function translationLine({ language: other, percent, missing }: Translation, language: Language): string {
  const t = translator(language);
  if (missing.length === 0) return t('cli.translated', { language: other, percent });
  const names = missing.slice(0, 20).join(', ') + (missing.length > 20 ? ' …' : '');
  return t('cli.translationMissing', { language: other, percent, missing: names });
}

/** An overlay is checked with the criteria file that it belongs to. */
function ownerOf(file: string): string {
  const overlay = overlayNameOf(basename(file));
  if (!overlay) return file;
  const owner = file.includes('/') ? join(dirname(file), overlay.base) : overlay.base;
  return existsSync(owner) ? owner : file;
}
