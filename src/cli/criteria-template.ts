import { templateCriteria } from '../catalog/sheets/template-criteria.ts';
import { writeCriteriaSheets } from '../catalog/sheets/write-criteria-sheets.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { writeWhole } from './write-whole.ts';

/** Writes a workbook with a small example, to be filled in. */
export async function writeTemplate(file: string, { language, output }: Session): Promise<ExitCode> {
  const { form, overlays } = templateCriteria(language);
  await writeWhole(file, await writeCriteriaSheets(form, overlays));
  output.out(translator(language)('cli.written', { file }));
  return exitCodes.fine;
}
