import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { languages } from '../../i18n/language.ts';
import { type TextKey, texts } from '../../i18n/texts.ts';
import type { CriteriaFileForm, OverlayFileForm } from './file-form.ts';
import { readMeName } from './find-sheets.ts';
import { explanationMark } from './read-table.ts';
import { columnsOf, itemKinds, itemWords, type SheetColumn, type SheetKey, sheetKeys } from './sheet-layout.ts';
import { columnSpellings, inBoth, itemTexts, sheetSpellings, wordSpellings } from './sheet-words.ts';
import { spreadCriteria } from './spread-criteria.ts';
import type { SpreadRow, SpreadValue } from './spread-frame.ts';

/** Lines below what is filled in that have drop-downs too. */
const spareRows = 500;
const firstRow = 3;
const headerFill = 'FF1F3A4D';
const explanationFill = 'FFF1F4F6';

/**
 * The XLSX workbook that stands for criteria with their translations: a sheet of explanations, then one sheet a subject with drop-downs.
 * `readCriteriaSheets` gives the same forms again, but that lists and maps without content are not there any more.
 */
export async function writeCriteriaSheets(form: CriteriaFileForm, overlays: readonly OverlayFileForm[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Assay';
  const lines = spreadCriteria(form, overlays);
  addReadMe(workbook);
  for (const key of sheetKeys) addSheet(workbook, key, lines[key], form.language);
  return workbook.xlsx.writeBuffer();
}

function addReadMe(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(readMeName);
  sheet.getColumn(1).width = 60;
  sheet.getColumn(2).width = 80;
  const keys: readonly TextKey[] = [
    'sheets.readMe.what',
    'sheets.readMe.sheets',
    'sheets.readMe.rows',
    'sheets.readMe.ids',
    'sheets.readMe.numbers',
    'sheets.readMe.languages',
    'sheets.readMe.check',
  ];
  keys.forEach((key, index) => {
    const row = sheet.getRow(index + 1);
    row.getCell(1).value = texts[key]['zh-CN'];
    row.getCell(2).value = texts[key].en;
    for (const cell of [row.getCell(1), row.getCell(2)]) cell.alignment = { wrapText: true, vertical: 'top' };
  });
}

function addSheet(workbook: Workbook, key: SheetKey, rows: readonly SpreadRow[], language: string): void {
  const columns = columnsOf(key);
  const fixed = columns.findIndex(({ key: name }) => name === 'number' || name === 'id' || name === 'item') + 1;
  const sheet = workbook.addWorksheet(sheetSpellings(key)[0], {
    views: [{ state: 'frozen', xSplit: fixed, ySplit: firstRow - 1 }],
  });
  columns.forEach((column, index) => {
    addColumn(sheet, index + 1, column, firstRow + rows.length + spareRows);
  });
  rows.forEach((row, index) => {
    columns.forEach((column, at) => {
      const cell = sheet.getCell(firstRow + index, at + 1);
      fill(cell, valueIn(row, column, language), column);
      if (column.key === 'value') addChoices(sheet, cell.address, wordsOf(row));
    });
  });
}

function addColumn(sheet: Worksheet, at: number, column: SheetColumn, last: number): void {
  sheet.getColumn(at).width = column.width;
  if (column.kind !== 'decimal') sheet.getColumn(at).numFmt = '@';
  const header = sheet.getCell(1, at);
  header.value = columnSpellings(column)[0];
  header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: headerFill } };
  header.alignment = { wrapText: true, vertical: 'middle' };
  const explanation = sheet.getCell(2, at);
  explanation.value = `${at === 1 ? `${explanationMark} ` : ''}${inBoth(`sheets.about.${column.key}`)}`;
  explanation.font = { italic: true, size: 9, color: { argb: 'FF4A5560' } };
  explanation.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: explanationFill } };
  explanation.alignment = { wrapText: true, vertical: 'top' };
  addChoices(
    sheet,
    `${header.address.replace(/\d+$/, '')}${firstRow}:${header.address.replace(/\d+$/, '')}${last}`,
    column.kind === 'list' ? [] : column.words,
  );
}

function addChoices(sheet: Worksheet, range: string, words: readonly string[]): void {
  if (words.length === 0) return;
  const list = words.map((word) => wordSpellings(word)[0]).join(',');
  sheet.dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    error: inBoth('sheets.chooseOne'),
  });
}

/** What may be chosen for a setting. */
function wordsOf({ item }: SpreadRow): readonly string[] {
  if (item === 'language' || item === 'translations') return languages;
  return typeof item === 'string' ? (itemWords[item] ?? []) : [];
}

/** What stands in the column; in a list of settings the explanation of the setting. */
function valueIn(row: SpreadRow, column: SheetColumn, language: string): SpreadValue {
  const item = typeof row.item === 'string' ? row.item : '';
  if (column.key === 'explanation') return itemTexts(item)?.about;
  if (column.key === 'item') return itemTexts(item)?.name;
  const value = row[column.field];
  return column.key === 'value' && value !== undefined ? itemValue(item, value, column.language === language) : value;
}

/** What is filled in for a setting, in the words and numbers of its kind. */
function itemValue(item: string, value: Exclude<SpreadValue, undefined>, isOwn: boolean): SpreadValue {
  const kind = itemKinds[item];
  if (kind === 'choice') return wordSpellings(String(value))[0];
  if (kind === 'flag') return wordSpellings(value === true ? 'yes' : 'no')[0];
  return kind === 'decimal' && isOwn ? toNumber(String(value)) : value;
}

function fill(cell: Cell, value: SpreadValue, { kind }: SheetColumn): void {
  if (value === undefined) return;
  cell.alignment = { wrapText: true, vertical: 'top' };
  cell.value = shownIn(value, kind);
}

function shownIn(value: Exclude<SpreadValue, undefined>, kind: SheetColumn['kind']): string | number {
  if (kind === 'decimal') return toNumber(String(value));
  if (kind === 'flag') return wordSpellings(value === true ? 'yes' : 'no')[0];
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return escaped(kind === 'choice' ? wordSpellings(value)[0] : value);
  return value.map((word) => wordSpellings(word)[1] ?? word).join(', ');
}

/** As a number where no digit is lost by it, else as text. */
function toNumber(digits: string): string | number {
  const number = Number(digits);
  return String(number) === digits && digits.length <= 15 ? number : digits;
}

/** What would be read as an escaped character is escaped itself, as the format demands. */
function escaped(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}
