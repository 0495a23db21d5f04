import { stat } from 'node:fs/promises';
import { readCriteriaFile } from '../catalog/criteria/read-criteria.ts';
import { toOscalCatalog } from '../catalog/exports/oscal-catalog.ts';
import { type CriteriaFileForm, criteriaFormOf, type OverlayFileForm, overlayFormOf } from '../catalog/sheets/file-form.ts';
import { writeCriteriaSheets } from '../catalog/sheets/write-criteria-sheets.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../catalog/sheets/write-criteria-yaml.ts';
import { formatProblem } from '../catalog/source/problem.ts';
import { translator } from '../i18n/translate.ts';
import type { Criteria } from '../model/criteria.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { writeWhole } from './write-whole.ts';

export interface ExportOptions {
  readonly to: 'json' | 'oscal' | 'yaml' | 'xlsx';
  readonly output: string;
}

interface Exported {
  readonly file: string;
  readonly criteria: Criteria;
  readonly form: CriteriaFileForm;
  readonly overlays: readonly OverlayFileForm[];
}

/** Writes criteria in another format: our model as JSON, a workbook (both with all languages), an OSCAL catalog, or YAML as we write it. */
export async function exportCriteria(file: string, options: ExportOptions, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  const t = translator(language);
  const { criteria, draft, overlays, problems } = await readCriteriaFile(file);
  for (const problem of problems) output.error(formatProblem(problem, language));
  const form = criteria && draft && criteriaFormOf(draft);
  if (!form) {
    output.error(t('cli.problemsFound', { problems: problems.length, files: 1 }));
    return exitCodes.problems;
  }
  const exported = { file, criteria, form, overlays: overlays.flatMap((overlay) => overlayFormOf(overlay) ?? []) };
  await writeWhole(options.output, await contentOf(exported, options.to));
  output.out(t('cli.written', { file: options.output }));
  if (options.to !== 'yaml') return exitCodes.fine;
  // A YAML file holds one language; the others stand beside it.
  for (const overlay of exported.overlays) {
    const beside = options.output.replace(/(\.ya?ml)?$/, `.${overlay.language}.yaml`);
    await writeWhole(beside, writeOverlayYaml(overlay));
    output.out(t('cli.written', { file: beside }));
  }
  return exitCodes.fine;
}

async function contentOf({ file, criteria, form, overlays }: Exported, to: ExportOptions['to']): Promise<string | Uint8Array> {
  if (to === 'json') return `${JSON.stringify(criteria, null, 2)}\n`;
  if (to === 'xlsx') return writeCriteriaSheets(form, overlays);
  if (to === 'yaml') return writeCriteriaYaml(form);
  // The catalog was last modified when its file was, so that exporting twice gives the same bytes.
  const { mtime } = await stat(file);
  return `${JSON.stringify(toOscalCatalog(form, overlays, mtime.toISOString()), null, 2)}\n`;
}
