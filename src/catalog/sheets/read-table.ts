import { message } from '../../i18n/translate.ts';
import { cellName } from '../source/problem.ts';
import { readCellValue } from './cell-value.ts';
import { matchHeader } from './match-header.ts';
import type { Cell } from './read-sheet-cells.ts';
import type { Sheet } from './read-workbook.ts';
import type { SheetFindings } from './sheet-findings.ts';
import { type CellKind, columnsOf, itemKinds, items, itemWords, type SheetColumn, type SheetKey } from './sheet-layout.ts';
import type { CellPlace } from './sheet-places.ts';
import { itemSpellings, plainName } from './sheet-words.ts';

export interface Field {
  readonly value: unknown;
  readonly place: CellPlace;
}

/** One line of a sheet: what stands in its columns, by field. Empty cells are not there; refused ones are null. */
export interface TableRow {
  readonly place: CellPlace;
  readonly fields: ReadonlyMap<string, Field>;
}

/** What begins the line of explanations below a header, which is no content. */
export const explanationMark = 'ⓘ';

/** Reads the lines below the header of a sheet; empty ones are passed over. */
export function readTable(sheet: Sheet, key: SheetKey, findings: SheetFindings): TableRow[] {
  const header = matchHeader(sheet, columnsOf(key), findings);
  if (!header) return [];
  const lines = [...sheet.rows].filter(([row]) => row > header.row).sort(([a], [b]) => a - b);
  const first = lines[0] && isExplanation(lines[0][1]) ? lines[1]?.[0] : lines[0]?.[0];
  reportMerges(sheet, { from: first ?? Number.POSITIVE_INFINITY, columns: header.columns }, findings);
  return lines.flatMap(([row, cells]) => {
    if (isExplanation(cells)) return [];
    const fields = readFields({ sheet: sheet.name, row, cells }, header.columns, findings);
    const [begin] = fields.values();
    return begin ? [{ place: begin.place, fields }] : [];
  });
}

interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

function readFields(line: Line, columns: ReadonlyMap<number, SheetColumn>, findings: SheetFindings): Map<string, Field> {
  const fields = new Map<string, Field>();
  const item = itemOf(line, columns);
  for (const [at, column] of columns) {
    const cell = line.cells.get(at);
    if (!cell || column.key === 'explanation') continue;
    const { kind, words } = column.key === 'value' ? howToRead(item) : column;
    const place = { sheet: line.sheet, line: line.row, column: at };
    const { value, problem, notes } = readCellValue(cell, kind, words);
    if (problem) findings.refuse(place, problem);
    for (const note of notes) findings.note(place, note);
    if (value !== undefined) fields.set(column.field, { value, place });
  }
  return fields;
}

/** Which setting a line of a list of settings is about. */
function itemOf({ cells }: Line, columns: ReadonlyMap<number, SheetColumn>): string {
  const at = [...columns].find(([, { key }]) => key === 'item')?.[0];
  const content = at === undefined ? undefined : cells.get(at)?.content;
  return content?.kind === 'text' ? (itemNames.get(plainName(content.text)) ?? '') : '';
}

const itemNames = new Map<string, string>(
  [...items.criteria, ...items.certification].flatMap((item) =>
    itemSpellings(item).map((spelling): [string, string] => [plainName(spelling), item]),
  ),
);

function howToRead(item: string): { kind: CellKind; words: readonly string[] } {
  return { kind: itemKinds[item] ?? 'text', words: itemWords[item] ?? [] };
}

function isExplanation(cells: ReadonlyMap<number, Cell>): boolean {
  const first = [...cells].sort(([a], [b]) => a - b)[0]?.[1].content;
  return first?.kind === 'text' && first.text.startsWith(explanationMark);
}

/** Of merged cells only the first has content; what the others are meant to say cannot be told. */
function reportMerges(
  { name, merges, rows }: Sheet,
  { from, columns }: { from: number; columns: ReadonlyMap<number, SheetColumn> },
  findings: SheetFindings,
): void {
  const last = Math.max(...columns.keys());
  for (const { top, left, bottom, right } of merges) {
    if (bottom < from || left > last || !rows.get(top)?.has(left)) continue;
    const range = `${cellName(top, left)}:${cellName(bottom, right)}`;
    findings.refuse({ sheet: name, line: top, column: left }, message('sheets.merged', { range }));
  }
}
