import { message } from '../../i18n/translate.ts';
import { nearest } from '../source/nearest.ts';
import type { Cell } from './read-sheet-cells.ts';
import type { Sheet } from './read-workbook.ts';
import type { SheetFindings } from './sheet-findings.ts';
import type { SheetColumn } from './sheet-layout.ts';
import { columnSpellings, plainName } from './sheet-words.ts';

export interface Header {
  readonly row: number;
  /** Column of the sheet → what stands in it, from left to right. */
  readonly columns: ReadonlyMap<number, SheetColumn>;
}

/** A header may have a few lines of a title above it. */
const lastHeaderRow = 10;

/** Finds the line with the names of the columns. Reports columns that are missing, twice there, misspelt or not known; null without a header. */
export function matchHeader(sheet: Sheet, columns: readonly SheetColumn[], findings: SheetFindings): Header | null {
  const known = new Map(columns.flatMap((column) => columnSpellings(column).map((name) => [plainName(name), column] as const)));
  const row = headerRow(sheet, known);
  const start = { sheet: sheet.name, line: 1, column: 1 };
  if (row === null) {
    if (sheet.rows.size > 0) findings.refuse(start, message('sheets.headerMissing', { columns: shownNames(columns) }));
    return null;
  }
  const found = new Map<number, SheetColumn>();
  const unknown: { at: number; name: string }[] = [];
  for (const [at, name] of namesIn(sheet.rows.get(row))) {
    const column = known.get(plainName(name));
    const place = { sheet: sheet.name, line: row, column: at };
    if (!column) unknown.push({ at, name });
    else if ([...found.values()].includes(column)) findings.refuse(place, message('sheets.columnDoubled', { name }));
    else found.set(at, column);
  }
  const missing = columns.filter((column) => ![...found.values()].includes(column));
  for (const { at, name } of unknown) {
    reportUnknown(name, missing, findings, { sheet: sheet.name, line: row, column: at });
  }
  reportMissing(missing, found, findings, { sheet: sheet.name, line: row, column: 1 });
  return { row, columns: found };
}

type Place = Parameters<SheetFindings['refuse']>[0];

/** The line among the first that has the most names which we know. */
function headerRow({ rows }: Sheet, known: ReadonlyMap<string, unknown>): number | null {
  const ranked = [...rows]
    .filter(([row]) => row <= lastHeaderRow)
    .map(([row, cells]) => ({ row, hits: namesIn(cells).filter(([, name]) => known.has(plainName(name))).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || a.row - b.row);
  return ranked[0]?.row ?? null;
}

function namesIn(cells: ReadonlyMap<number, Cell> | undefined): [number, string][] {
  return [...(cells ?? [])]
    .flatMap(([at, { content }]): [number, string][] =>
      content.kind === 'text' && content.text.trim() !== '' ? [[at, content.text.trim()]] : [],
    )
    .sort(([a], [b]) => a - b);
}

function reportUnknown(name: string, missing: readonly SheetColumn[], findings: SheetFindings, place: Place): void {
  const meant = missing.find((column) => nearest(plainName(name), columnSpellings(column).map(plainName)) !== null);
  if (!meant) findings.note(place, message('sheets.columnIgnored', { name: name.slice(0, 60) }));
  else
    findings.refuse(
      place,
      message('sheets.columnUnknown', { name: name.slice(0, 60) }),
      message('catalog.didYouMean', { word: columnSpellings(meant)[0] }),
    );
}

/** Of a column in two languages one is enough. */
function reportMissing(
  missing: readonly SheetColumn[],
  found: ReadonlyMap<number, SheetColumn>,
  findings: SheetFindings,
  place: Place,
): void {
  const there = new Set([...found.values()].map(({ key }) => key));
  for (const column of missing) {
    if (!column.isNeeded || there.has(column.key)) continue;
    there.add(column.key);
    findings.refuse(place, message('sheets.columnMissing', { name: columnSpellings(column)[0] }));
  }
}

function shownNames(columns: readonly SheetColumn[]): string {
  return columns
    .slice(0, 4)
    .map((column) => columnSpellings(column)[0])
    .join(', ');
}
