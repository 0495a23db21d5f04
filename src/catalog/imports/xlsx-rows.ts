import { type Message, message } from '../../i18n/translate.ts';
import type { Cell } from '../sheets/read-sheet-cells.ts';
import { readWorkbook, type Sheet } from '../sheets/read-workbook.ts';
import { cellName } from '../source/problem.ts';
import type { ListRow } from './csv-rows.ts';
import type { ImportNotes } from './import-report.ts';
import { findColumns } from './list-columns.ts';
import { cleanText } from './source-values.ts';

/** The rows of the sheet that looks most like a list of clauses; the other sheets are told. */
export function readXlsxRows(
  file: string,
  bytes: Uint8Array,
  notes: ImportNotes,
): { readonly rows: ListRow[] } | { readonly refused: Message } {
  const read = readWorkbook(bytes);
  if ('refused' in read) return read;
  for (const text of read.workbook.notes) notes.oddities.push({ place: file, text });
  const sheets = read.workbook.sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => ({ sheet, rows: rowsOf(file, sheet, notes) }))
    .filter(({ rows }) => rows.length > 0)
    .map((found) => ({ ...found, fit: fitOf(found.rows) }));
  const best = [...sheets].sort((a, b) => b.fit - a.fit)[0];
  if (!best) return { refused: message('imports.nothingFound') };
  for (const sheet of read.workbook.sheets.filter((other) => other !== best.sheet))
    notes.dropped.push({ place: file, text: message('imports.sheetDropped', { sheet: sheet.name }) });
  return { rows: best.rows };
}

/** Headers that are known count most, then the number of rows. */
function fitOf(rows: readonly ListRow[]): number {
  const { at, headerRow } = findColumns(rows);
  return (headerRow >= 0 ? at.size * 1_000_000 : 0) + rows.length;
}

function rowsOf(file: string, { name, rows }: Sheet, notes: ImportNotes): ListRow[] {
  return [...rows].map(([row, cells]) => {
    const width = Math.min(60, Math.max(0, ...cells.keys()));
    const texts = Array.from({ length: width }, (_, index) => {
      const cell = cells.get(index + 1);
      return cell ? textOfCell(cell, `${file}: ${name}!${cellName(row, index + 1)}`, notes) : '';
    });
    return { place: `${file}: ${name}!${cellName(row, 1)}`, cells: texts };
  });
}

function textOfCell({ content, isFormula }: Cell, place: string, notes: ImportNotes): string {
  if (content.kind === 'error' || content.kind === 'nothing') {
    notes.oddities.push({ place, text: message('imports.cellWithoutValue') });
    return '';
  }
  if (isFormula) notes.oddities.push({ place, text: message('imports.cellFormula') });
  if (content.kind === 'number') return numberText(content.number);
  return content.kind === 'boolean' ? String(content.is) : cleanText(content.text);
}

/** As the program shows it: fifteen digits. */
function numberText(number: number): string {
  return String(Number(number.toPrecision(15)));
}
