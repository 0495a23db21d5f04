import { readFile } from 'node:fs/promises';
import { type CriteriaSheetsReading, readCriteriaSheets } from '../catalog/sheets/read-criteria-sheets.ts';
import { atStart, messageOfFault } from '../catalog/source/text-file.ts';

/** Criteria from a workbook on the disk. A file that cannot be read is a problem like those within it. */
export async function readWorkbookFile(file: string): Promise<CriteriaSheetsReading> {
  try {
    return readCriteriaSheets(file, await readFile(file));
  } catch (error) {
    const problems = [atStart(file, messageOfFault(error))];
    return { form: null, overlays: [], criteria: null, translations: [], problems, notes: [] };
  }
}
