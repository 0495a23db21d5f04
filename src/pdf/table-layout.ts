import type { ReportDocument } from './report-document.ts';
import type { Cell, Column, Row, Table } from './table.ts';
import { colours, page, styles, type TextStyle } from './theme.ts';

export interface SetLine {
  readonly text: string;
  readonly style: TextStyle;
  /** Space above. */
  readonly gap: number;
}

export interface SetCell {
  readonly lines: readonly SetLine[];
}

export interface RowLayout {
  readonly kind: 'plain' | 'group' | 'total';
  readonly cells: readonly SetCell[];
  readonly height: number;
}

export interface PlacedColumn {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center' | 'decimal';
  /** Widest part behind the whole number, of all cells of a `decimal` column. */
  readonly behindPoint: number;
}

export interface TableLayout {
  readonly columns: readonly PlacedColumn[];
  readonly head: RowLayout;
  readonly rows: readonly RowLayout[];
  readonly headless: boolean;
}

interface Padding {
  readonly x: number;
  readonly y: number;
}

const headStyle: TextStyle = { ...styles.smallStrong, colour: colours.muted };

/** Breaks every cell into lines and gives every column its place. */
export function tableLayout(report: ReportDocument, table: Table, width: number, padding: Padding): TableLayout {
  const placed = placeColumns(table.columns, width);
  const cellWidths = placed.map((column) => column.width - 2 * padding.x);
  const set = (row: Row, style: TextStyle) => setRow(report, row, { widths: cellWidths, style, padding: padding.y });
  const rows = table.rows.map((row) =>
    set(row, row.kind && row.kind !== 'plain' ? styles.smallStrong : (table.style ?? styles.small)),
  );
  const head = set({ cells: table.columns.map((column) => column.head) }, headStyle);
  const columns = placed.map((column, index) => ({ ...column, behindPoint: behindPoint(report, column, rows, index) }));
  return { columns, rows, head: table.headless ? { ...head, cells: [], height: 0 } : head, headless: table.headless === true };
}

function placeColumns(columns: readonly Column[], width: number): Omit<PlacedColumn, 'behindPoint'>[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const shares = columns.reduce((sum, column) => sum + shareOf(column), 0);
  let x: number = page.left;
  return columns.map((column) => {
    const own = column.width ?? ((width - fixed) * shareOf(column)) / shares;
    const placed = { x, width: own, align: column.align ?? ('left' as const) };
    x += own;
    return placed;
  });
}

function shareOf(column: Column): number {
  return column.width === undefined ? (column.share ?? 1) : 0;
}

export function setRow(
  report: ReportDocument,
  row: Row,
  options: { widths: readonly number[]; style: TextStyle; padding: number },
): RowLayout {
  const cells = row.cells.map((cell, index) => setCell(report, cell, options.widths[index] ?? 0, options.style));
  const tallest = Math.max(...cells.map((cell) => heightOf(cell.lines)));
  return { kind: row.kind ?? 'plain', cells, height: Math.max(tallest + 2 * options.padding, row.atLeast ?? 0) };
}

function setCell(report: ReportDocument, cell: Cell, width: number, style: TextStyle): SetCell {
  const blocks = typeof cell === 'string' ? [{ text: cell }] : cell;
  const lines = blocks
    .filter((block) => block.text !== '')
    .flatMap(({ text, style: own = style, gap = 0 }, place) =>
      report
        .set(text, own, width)
        .lines.map((line, index) => ({ text: line, style: own, gap: place > 0 && index === 0 ? gap : 0 })),
    );
  return { lines };
}

function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + line.gap + line.style.leading, 0);
}

/** The part of a row that fits into `room` and what is left for the next page; at least one line of each cell goes on. */
export function rowFits(row: RowLayout, room: number, padding: number): { now: RowLayout; later: RowLayout | null } {
  if (row.height <= room + 0.01) return { now: row, later: null };

  const parts = row.cells.map(({ lines }) => {
    const count = countThatFit(lines, room - 2 * padding);
    return { now: lines.slice(0, count), later: lines.slice(count) };
  });
  const part = (lines: readonly (readonly SetLine[])[]): RowLayout => ({
    kind: row.kind,
    cells: lines.map((own) => ({ lines: own })),
    height: Math.max(...lines.map(heightOf)) + 2 * padding,
  });
  const later = parts.map((one) => one.later);
  return { now: part(parts.map((one) => one.now)), later: later.some((lines) => lines.length > 0) ? part(later) : null };
}

function countThatFit(lines: readonly SetLine[], room: number): number {
  let used = 0;
  let count = 0;
  for (const line of lines) {
    used += line.gap + line.style.leading;
    if (used > room && count > 0) break;
    count += 1;
  }
  return count;
}

function behindPoint(
  report: ReportDocument,
  column: Omit<PlacedColumn, 'behindPoint'>,
  rows: readonly RowLayout[],
  index: number,
): number {
  if (column.align !== 'decimal') return 0;
  return rows.reduce((widest, row) => Math.max(widest, tailWidth(report, row.cells[index])), 0);
}

/** How far the cells of a row stand from the right edge, so that their decimal points stand below each other; words stand at the edge. */
export function decimalShifts(report: ReportDocument, layout: TableLayout, row: RowLayout): number[] {
  return layout.columns.map((column, index) => {
    const cell = row.cells[index];
    const isNumber = column.align === 'decimal' && /\d/.test(cell?.lines[0]?.text ?? '');
    return isNumber ? column.behindPoint - tailWidth(report, cell) : 0;
  });
}

/** Width of what stands behind the whole number in the first line of a cell, e.g. of ".50 %". */
function tailWidth(report: ReportDocument, cell: SetCell | undefined): number {
  const line = cell?.lines[0];
  if (!line) return 0;
  const tail = /^\D*\d[\d,]*(.*)$/u.exec(line.text)?.[1] ?? '';
  return report.faces[line.style.weight].widthOf(tail, line.style.size);
}
