import { message } from '../../i18n/translate.ts';
import { readXml, type XmlListener } from './xml-events.ts';
import { BadArchive } from './zip-directory.ts';

export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string }
  /** A formula that was never calculated. */
  | { readonly kind: 'nothing' };

export interface Cell {
  readonly content: CellContent;
  readonly isFormula: boolean;
}

/** Cells that were made one; rows and columns count from 1, both ends inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetCells {
  /** Row → column → cell; only cells with content. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Merge[];
}

/** What cells refer to by index. */
export interface SharedParts {
  readonly strings: readonly string[];
  /** Whether numbers of the style are shown as dates. */
  readonly isDate: (style: number) => boolean;
  /** Days count from 1904 instead of 1900. */
  readonly from1904: boolean;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;
const mostMerges = 20_000;

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  isFormula: boolean;
}

/** Reads the cells of one worksheet. Throws `BadArchive` when it breaks off or a reference leads out of any sheet. */
export function readSheetCells(xml: string, parts: SharedParts): SheetCells {
  const rows = new Map<number, Map<number, Cell>>();
  const merges: Merge[] = [];
  let row = 0;
  let column = 0;
  let cell: Open | null = null;
  let within = '';
  const listener: XmlListener = {
    open: (name, attributes) => {
      within = name;
      if (name === 'row') [row, column] = [inSheet(Number(attributes().r ?? row + 1), lastRow), 0];
      else if (name === 'c') {
        cell = openCell(attributes(), column);
        column = cell.column;
      } else if (name === 'f' && cell) cell.isFormula = true;
      else if (name === 'mergeCell') addMerge(merges, attributes().ref ?? '');
    },
    close: (name) => {
      within = '';
      if (name !== 'c' || !cell) return;
      const content = contentOf(cell, parts);
      if (content) put(rows, row, cell.column, { content, isFormula: cell.isFormula });
      cell = null;
    },
    text: (text) => {
      if (within === 'v' && cell) cell.value += text;
      else if (within === 't' && cell) cell.inline += text;
    },
  };
  readXml(xml, listener);
  return { rows, merges };
}

/** A cell without a reference stands right of the one before. */
function openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>, before: number): Open {
  const column = inSheet(r === undefined ? before + 1 : columnOf(r), lastColumn);
  return { column, type: t, style: Number(s), value: '', inline: '', isFormula: false };
}

function put(rows: Map<number, Map<number, Cell>>, row: number, column: number, cell: Cell): void {
  const cells = rows.get(row) ?? new Map<number, Cell>();
  cells.set(column, cell);
  rows.set(row, cells);
}

function addMerge(merges: Merge[], ref: string): void {
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (fromColumn === '' || merges.length >= mostMerges) return;
  merges.push({ top: Number(fromRow), left: columnOf(fromColumn), bottom: Number(toRow), right: columnOf(toColumn) });
}

function inSheet(found: number, last: number): number {
  if (Number.isInteger(found) && found >= 1 && found <= last) return found;
  throw new BadArchive(message('sheets.xmlBroken'));
}

/** `AB7` and `AB` are column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{0,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** null for a cell that is empty. */
function contentOf({ type, style, value, inline, isFormula }: Open, parts: SharedParts): CellContent | null {
  if (type === 's') return textOrNull(parts.strings[Number(value)] ?? '', isFormula);
  if (type === 'inlineStr') return textOrNull(decodeEscapes(inline), isFormula);
  if (type === 'str') return textOrNull(decodeEscapes(value), isFormula);
  if (value === '') return isFormula ? { kind: 'nothing' } : null;
  if (type === 'b') return { kind: 'boolean', is: value.trim() === '1' };
  if (type === 'e') return { kind: 'error', code: value };
  if (type === 'd') return { kind: 'date', text: value };
  const number = Number(value);
  if (parts.isDate(style)) return { kind: 'date', text: dateText(number, parts.from1904) };
  return { kind: 'number', number };
}

function textOrNull(text: string, isFormula: boolean): CellContent | null {
  if (text !== '') return { kind: 'text', text: text.replace(/\r\n?/g, '\n') };
  return isFormula ? { kind: 'nothing' } : null;
}

/** Spreadsheet programs write characters that XML does not allow as `_x000D_`, and an underscore that begins the like as `_x005F_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The day of a serial number. The program counts a 29 February 1900 that never was. */
function dateText(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.round(days * 86_400_000));
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}
