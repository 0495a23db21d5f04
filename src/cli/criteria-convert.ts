import { readCriteriaFile } from '../catalog/criteria/read-criteria.ts';
import { type CriteriaFileForm, criteriaFormOf, type OverlayFileForm, overlayFormOf } from '../catalog/sheets/file-form.ts';
import { writeCriteriaSheets } from '../catalog/sheets/write-criteria-sheets.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../catalog/sheets/write-criteria-yaml.ts';
import { formatProblem, type Problem } from '../catalog/source/problem.ts';
import { isWorkbookName } from '../catalog/source/workbook-name.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { readWorkbookFile } from './workbook-file.ts';
import { writeWhole } from './write-whole.ts';

interface Converted {
  /** null when there is any problem. */
  readonly form: CriteriaFileForm | null;
  readonly overlays: readonly OverlayFileForm[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

const isYaml = (file: string) => /\.ya?ml$/i.test(file);
const isXlsx = (file: string) => /\.xlsx$/i.test(file);

/** Turns a criteria file with its overlays into a workbook, or a workbook into these files; nothing is written while there are problems. */
export async function convertCriteria(from: string, to: string, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  const t = translator(language);
  const isSensible = isYaml(from) ? isXlsx(to) : isWorkbookName(from) && isYaml(to);
  if (!isSensible) {
    output.error(t('sheets.cliEndings', { from, to }));
    return exitCodes.usage;
  }
  const { form, overlays, problems, notes } = isYaml(from) ? await fromYaml(from) : await readWorkbookFile(from);
  for (const note of notes) output.error(t('sheets.cliNote', { text: formatProblem(note, language) }));
  for (const problem of problems) output.error(formatProblem(problem, language));
  if (!form) {
    output.error(t('cli.problemsFound', { problems: problems.length, files: 1 }));
    return exitCodes.problems;
  }
  const contents = isYaml(to) ? textsOf(to, form, overlays) : new Map([[to, await writeCriteriaSheets(form, overlays)]]);
  for (const [file, content] of contents) {
    await writeWhole(file, content);
    output.out(t('cli.written', { file }));
  }
  return exitCodes.fine;
}

async function fromYaml(file: string): Promise<Converted> {
  const { draft, overlays, problems } = await readCriteriaFile(file);
  const form = problems.length === 0 && draft ? criteriaFormOf(draft) : null;
  return { form, overlays: overlays.flatMap((overlay) => overlayFormOf(overlay) ?? []), problems, notes: [] };
}

/** The criteria file and, beside it, `<name>.<language>.yaml` for each translation. */
function textsOf(file: string, form: CriteriaFileForm, overlays: readonly OverlayFileForm[]): Map<string, string> {
  const beside = (language: string) => file.replace(/(\.ya?ml)$/i, `.${language}$1`);
  return new Map([
    [file, writeCriteriaYaml(form)],
    ...overlays.map((overlay): [string, string] => [beside(overlay.language), writeOverlayYaml(overlay)]),
  ]);
}
