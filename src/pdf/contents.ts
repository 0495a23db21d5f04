import type { ReportDocument } from './report-document.ts';
import { drawLine, drawLines } from './text-block.ts';
import { colours, contentBottom, contentWidth, page, styles, type TextStyle } from './theme.ts';

export interface ContentsEntry {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly page: number;
  /** Name of the destination in the file. */
  readonly destination: string;
}

export interface ContentsPlace {
  readonly element: PDFKit.PDFStructureElement;
  /** Index of the first page, the first of the document is 0. */
  readonly firstPage: number;
  readonly top: number;
  readonly entries: number;
}

const entryStyles: Readonly<Record<ContentsEntry['level'], TextStyle>> = {
  1: { ...styles.strong, leading: 22 },
  2: { ...styles.body, leading: 18 },
  3: { ...styles.small, leading: 16 },
};
const tallest = 22;

/** Prints the title of the contents and keeps the pages that so many entries need, starting on a new page. */
export function reserveContents(report: ReportDocument, title: string, entries: number): ContentsPlace {
  report.newPage();
  const set = report.set(title, styles.heading1, contentWidth);
  report.tagged('P', () => drawLines(report, set, page.left, report.y));
  report.y += set.height + 14;
  const place = { element: report.open('TOC'), firstPage: report.pageNumber - 1, top: report.y, entries };
  let rest = entries - Math.floor(report.room / tallest);
  for (; rest > 0; rest -= perPage()) report.newPage();
  report.y = contentBottom;
  return place;
}

function perPage(): number {
  return Math.floor((contentBottom - page.top) / tallest);
}

/** Prints the entries into the kept pages. Throws when there are more than were announced. */
export function drawContents(report: ReportDocument, place: ContentsPlace, entries: readonly ContentsEntry[]): void {
  if (entries.length > place.entries)
    throw new Error(`Contents were kept for ${place.entries} entries, there are ${entries.length}.`);
  const last = report.pdf.bufferedPageRange().count - 1;
  let sheet = place.firstPage;
  let top = place.top;
  report.pdf.switchToPage(sheet);
  for (const entry of entries) {
    if (top + tallest > contentBottom) {
      sheet += 1;
      top = page.top;
      report.pdf.switchToPage(sheet);
    }
    drawEntry(report, place.element, entry, top);
    top += entryStyles[entry.level].leading;
  }
  place.element.end();
  report.pdf.switchToPage(last);
}

function drawEntry(report: ReportDocument, parent: PDFKit.PDFStructureElement, entry: ContentsEntry, top: number): void {
  const style = entryStyles[entry.level];
  const face = report.faces[style.weight];
  const x = page.left + (entry.level - 1) * 16;
  const number = String(entry.page);
  const numberX = page.left + contentWidth - face.widthOf(number, style.size);
  const title = fitting(entry.title, numberX - x - 24, (text) => face.widthOf(text, style.size));
  report.tagged(
    'TOCI',
    () => {
      drawLine(report, title, style, { x, top });
      drawLine(report, number, style, { x: numberX, top });
    },
    {},
    parent,
  );
  const from = x + face.widthOf(title, style.size) + 8;
  report.artifact(() => drawLeader(report, from, numberX - 8, top + style.leading / 2 + 3.2));
  report.pdf.goTo(x, top, page.left + contentWidth - x, style.leading, entry.destination);
}

function drawLeader(report: ReportDocument, from: number, to: number, y: number): void {
  if (to <= from) return;
  report.pdf.save().lineWidth(0.6).strokeColor(colours.line).dash([0.8, 3.2]).moveTo(from, y).lineTo(to, y).stroke().restore();
}

/** The text, or as much of it as fits before an ellipsis. */
export function fitting(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  const characters = Array.from(text);
  let kept = '';
  let used = widthOf('…');
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
