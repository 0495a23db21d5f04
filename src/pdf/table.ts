import type { ReportDocument } from './report-document.ts';
import { decimalShifts, type RowLayout, rowFits, type SetCell, type TableLayout, tableLayout } from './table-layout.ts';
import { alignmentOf, drawLine, drawLines, type SetText } from './text-block.ts';
import { colours, contentBottom, contentWidth, page, styles, type TextStyle } from './theme.ts';

export interface Column {
  readonly head: string;
  /** Points; columns without one share what is left, by `share`. */
  readonly width?: number;
  readonly share?: number;
  /** `decimal`: decimal points stand below each other. */
  readonly align?: 'left' | 'right' | 'center' | 'decimal';
}

export interface CellBlock {
  readonly text: string;
  readonly style?: TextStyle;
  /** Space above, when not the first of its cell. */
  readonly gap?: number;
}

export type Cell = string | readonly CellBlock[];

export interface Row {
  readonly cells: readonly Cell[];
  /** `group`: a tinted line that announces the rows below it and stays with them; `total`: set off by a rule. */
  readonly kind?: 'plain' | 'group' | 'total';
  /** Height that the row has even when its cells need less, e.g. to sign in. */
  readonly atLeast?: number;
}

export interface Table {
  /** What the table is about, for readers aloud. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Prints no head; the first column names the rows. */
  readonly headless?: boolean;
  /** Not numbered among the tables of the document, e.g. what is to be signed. */
  readonly uncounted?: boolean;
  readonly style?: TextStyle;
  /** Space below, in points; 12 unless told. */
  readonly after?: number;
}

/** A table no higher than this is not parted at all. */
const keptWhole = 240;

const captionGap = 3;

const padding = { x: 5, y: 4.5 } as const;

/** Prints a table. Its head is repeated on every page; a row is torn only when it is taller than a page. */
export function addTable(report: ReportDocument, table: Table): void {
  if (table.rows.length === 0) return;
  const layout = tableLayout(report, table, contentWidth, padding);
  const rows = layout.rows;
  const first = rows[0];
  const whole = rows.reduce((sum, row) => sum + row.height, 0);
  const start = first ? Math.min(chainHeight(rows, 0), 200) : 0;
  const caption = captionOf(report, table);
  const captionHeight = caption ? caption.height + captionGap : 0;
  report.reserve(captionHeight + layout.head.height + (whole <= keptWhole ? whole : start));

  const element = report.open('Table', { title: table.title });
  if (caption) report.tagged('Caption', () => drawLines(report, caption, page.left, report.y), {}, element);
  report.y += captionHeight;
  if (!table.headless) printHead(report, layout, element);
  else printRule(report);
  rows.forEach((row, index) => {
    printRow(report, layout, { row, needed: chainHeight(rows, index) }, element);
  });
  element.end();
  report.y += table.after ?? 12;
}

/** Number and title, where the document counts its tables; names and values below each other are no table to a reader. */
function captionOf(report: ReportDocument, { title, headless, uncounted }: Table): SetText | null {
  const { tableCaption } = report.part;
  if (!tableCaption || headless || uncounted) return null;
  return report.set(tableCaption(report.next('table'), title), styles.smallStrong, contentWidth);
}

/** Height of a row together with the one that must not be parted from it: a total never stands alone. */
function chainHeight(rows: readonly RowLayout[], index: number): number {
  const row = rows[index];
  if (!row) return 0;
  return row.kind === 'group' || rows[index + 1]?.kind === 'total' ? row.height + chainHeight(rows, index + 1) : row.height;
}

function printHead(report: ReportDocument, layout: TableLayout, table: PDFKit.PDFStructureElement): void {
  const line = report.open('TR', {}, table);
  layout.head.cells.forEach((cell, index) => {
    report.tagged(
      'TH',
      () => drawCell(report, layout, cell, { index, top: report.y, shift: 0 }),
      { title: '', scope: 'Column' },
      line,
    );
  });
  line.end();
  report.y += layout.head.height;
  printRule(report);
}

function repeatHead(report: ReportDocument, layout: TableLayout): void {
  if (layout.headless) return;
  report.artifact(() => {
    layout.head.cells.forEach((cell, index) => {
      drawCell(report, layout, cell, { index, top: report.y, shift: 0 });
    });
  });
  report.y += layout.head.height;
  printRule(report);
}

function printRow(
  report: ReportDocument,
  layout: TableLayout,
  { row, needed }: { row: RowLayout; needed: number },
  table: PDFKit.PDFStructureElement,
): void {
  const wholePage = contentBottom - page.top - layout.head.height;
  if (Math.min(needed, wholePage) > report.room && row.height <= wholePage) turnPage(report, layout);
  else if (row.height > wholePage && report.room < 120) turnPage(report, layout);

  const line = report.open('TR', {}, table);
  const elements = row.cells.map((_, index) =>
    report.open(layout.headless && index === 0 ? 'TH' : 'TD', cellOptions(layout, index), line),
  );
  let rest: RowLayout | null = row;
  while (rest) {
    const { now, later } = rowFits(rest, report.room, padding.y);
    printPart(report, layout, now, elements);
    if (later) turnPage(report, layout);
    rest = later;
  }
  line.end();
}

function cellOptions(layout: TableLayout, index: number): Readonly<Record<string, string>> {
  return layout.headless && index === 0 ? { title: '', scope: 'Row' } : {};
}

function turnPage(report: ReportDocument, layout: TableLayout): void {
  report.newPage();
  repeatHead(report, layout);
}

function printPart(
  report: ReportDocument,
  layout: TableLayout,
  row: RowLayout,
  elements: readonly PDFKit.PDFStructureElement[],
): void {
  const top = report.y;
  if (row.kind === 'group') tint(report, top, row.height);
  const shifts = decimalShifts(report, layout, row);
  row.cells.forEach((cell, index) => {
    if (cell.lines.length > 0)
      elements[index]?.add(() => drawCell(report, layout, cell, { index, top, shift: shifts[index] ?? 0 }));
  });
  report.y += row.height;
  report.artifact(() => drawRule(report, row.kind === 'total' ? colours.ink : colours.line));
}

function drawCell(
  report: ReportDocument,
  layout: TableLayout,
  cell: SetCell,
  place: { index: number; top: number; shift: number },
): void {
  const column = layout.columns[place.index];
  if (!column) return;
  let top = place.top + padding.y;
  for (const { text, style, gap } of cell.lines) {
    top += gap;
    drawLine(report, text, style, { x: column.x + padding.x + offset(report, layout, { text, style }, place), top });
    top += style.leading;
  }
}

function offset(
  report: ReportDocument,
  layout: TableLayout,
  line: { text: string; style: TextStyle },
  place: { index: number; shift: number },
): number {
  const column = layout.columns[place.index];
  if (!column) return 0;
  const align = alignmentOf(line.text, column.align);
  if (align === 'left') return 0;
  const free = column.width - 2 * padding.x - report.faces[line.style.weight].widthOf(line.text, line.style.size);
  return align === 'center' ? free / 2 : free - place.shift;
}

function tint(report: ReportDocument, top: number, height: number): void {
  report.artifact(() => report.pdf.rect(page.left, top, contentWidth, height).fill(colours.tint));
}

function printRule(report: ReportDocument): void {
  report.artifact(() => drawRule(report, colours.ink));
}

function drawRule(report: ReportDocument, colour: string): void {
  report.pdf
    .lineWidth(colour === colours.ink ? 0.8 : 0.5)
    .strokeColor(colour)
    .moveTo(page.left, report.y)
    .lineTo(page.left + contentWidth, report.y)
    .stroke();
}

/** Prints names and values below each other, e.g. the facts of an assessment. */
export function addFacts(
  report: ReportDocument,
  title: string,
  facts: readonly { readonly name: string; readonly value: string }[],
  nameWidth = 110,
): void {
  addTable(report, {
    title,
    headless: true,
    columns: [
      { head: '', width: nameWidth },
      { head: '', share: 1 },
    ],
    rows: facts.map(({ name, value }) => ({ cells: [[{ text: name, style: factName }], [{ text: value, style: factValue }]] })),
  });
}

const factName: TextStyle = { ...styles.body, size: 9, leading: 14.5, colour: colours.muted };
const factValue: TextStyle = { ...styles.body, size: 9, leading: 14.5 };
