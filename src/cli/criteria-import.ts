import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportFile, importCriteria } from '../catalog/imports/import-criteria.ts';
import type { ImportKind } from '../catalog/imports/import-report.ts';
import { formatProblem } from '../catalog/source/problem.ts';
import { atStart, messageOfFault } from '../catalog/source/text-file.ts';
import { translateMessage, translator } from '../i18n/translate.ts';
import { importLines } from './import-lines.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { writeWhole } from './write-whole.ts';

export interface ImportOptions {
  readonly output: string;
  readonly from?: ImportKind;
}

/** Imports foreign criteria, writes them with their overlays and prints what became of the source. Exit 1 when problems are left to mend. */
export async function importCriteriaFiles(paths: readonly string[], options: ImportOptions, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  const files = await readAll(paths, session);
  if (!files) return exitCodes.problems;
  const result = importCriteria(files, options.from ?? null);
  if ('refused' in result) {
    for (const problem of result.problems) output.error(formatProblem(problem, language));
    output.error(translateMessage(result.refused, language));
    return exitCodes.problems;
  }
  const { report, reading, overlays, overlayYaml, yaml } = result;
  await writeWhole(options.output, yaml);
  const written = [options.output];
  for (const [index, { language: other }] of overlays.entries()) {
    const file = options.output.replace(/(\.ya?ml)?$/, `.${other}.yaml`);
    await writeWhole(file, overlayYaml[index] ?? '');
    written.push(file);
  }
  const t = translator(language);
  for (const line of importLines(report, language)) output.out(line);
  for (const file of written) output.out(t('cli.written', { file }));
  if (reading.problems.length === 0) return exitCodes.fine;
  output.error(t('imports.stillToMend', { count: reading.problems.length }));
  for (const problem of reading.problems) output.error(formatProblem({ ...problem, file: options.output }, language));
  return exitCodes.problems;
}

/** Folders give the YAML and JSON files in them and below. */
async function readAll(paths: readonly string[], { language, output }: Session): Promise<ImportFile[] | null> {
  const files: ImportFile[] = [];
  for (const path of paths) {
    try {
      for (const name of await namesOf(path)) files.push({ name, bytes: await readFile(name) });
    } catch (error) {
      output.error(formatProblem(atStart(path, messageOfFault(error)), language));
      return null;
    }
  }
  return files;
}

async function namesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => /\.(ya?ml|json)$/i.test(name))
    .sort()
    .slice(0, 2000)
    .map((name) => join(path, name));
}
