import { ascent, type Face } from './face.ts';
import { breakLines } from './line-breaking.ts';
import type { ReportDocument } from './report-document.ts';
import { contentWidth, page, styles, type TextStyle } from './theme.ts';

/** A text broken into lines. */
export interface SetText {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly height: number;
}

export function setText(text: string, style: TextStyle, { face, width }: { face: Face; width: number }): SetText {
  const lines = breakLines(text, width, (piece) => face.widthOf(piece, style.size));
  return { lines, style, height: lines.length * style.leading };
}

export interface LinePlace {
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** Draws lines from the top edge `y` down; returns the bottom edge. */
export function drawLines(
  report: ReportDocument,
  { lines, style }: Omit<SetText, 'height'>,
  x: number,
  y: number,
  place?: LinePlace,
): number {
  let top = y;
  for (const line of lines) {
    drawLine(report, line, style, { x: x + shift(report, line, style, place), top });
    top += style.leading;
  }
  return top;
}

function shift(report: ReportDocument, line: string, style: TextStyle, place?: LinePlace): number {
  if (!place || place.align === 'left') return 0;
  const free = place.width - report.faces[style.weight].widthOf(line, style.size);
  return place.align === 'right' ? free : free / 2;
}

/** Draws one line whose text is printable already, at the top edge of its line box. An empty list of features spares PDFKit a second cut into words. */
export function drawLine(report: ReportDocument, line: string, style: TextStyle, at: { x: number; top: number }): void {
  const baseline = at.top + (style.leading - style.size) / 2 + ascent * style.size;
  report.pdf
    .font(style.weight)
    .fontSize(style.size)
    .fillColor(style.colour)
    .text(line, at.x, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
}

export interface ParagraphOptions {
  readonly style?: TextStyle;
  /** Space below. */
  readonly after?: number;
  readonly indent?: number;
  readonly tag?: string;
  /** The structure element in which it stands; left out: the document, or its part. */
  readonly parent?: PDFKit.PDFStructureElement;
  /** Prints a dot in the indent of the first line. */
  readonly bullet?: boolean;
  /** Points of the next block that must follow on the same page. */
  readonly keep?: number;
}

/** Prints a paragraph; it flows over pages and leaves no single line behind. */
export function addParagraph(report: ReportDocument, text: string, options: ParagraphOptions = {}): void {
  const { style = styles.body, after = 8, indent = 0, tag = 'P' } = options;
  const { lines } = report.set(text, style, contentWidth - indent);
  const { keep } = options;
  report.reserve(keep ? lines.length * style.leading + after + keep : style.leading * Math.min(lines.length, 2));

  if (options.bullet) report.artifact(() => drawLine(report, '•', style, { x: page.left + 2, top: report.y }));
  const element = report.open(tag, {}, options.parent);
  let rest = lines;
  while (rest.length > 0) {
    const fitting = linesThatFit(rest.length, report.room / style.leading);
    const now = rest.slice(0, fitting);
    rest = rest.slice(fitting);
    const { y } = report;
    element.add(() => drawLines(report, { lines: now, style }, page.left + indent, y));
    report.y += now.length * style.leading;
    if (rest.length > 0) report.newPage();
  }
  element.end();
  report.y += after;
}

/** All, or as many as fit without leaving a single line for the next page. */
function linesThatFit(count: number, room: number): number {
  const fitting = Math.max(1, Math.floor(room + 1e-6));
  if (fitting >= count) return count;
  return count - fitting === 1 && fitting > 2 ? fitting - 1 : fitting;
}

/** Prints a list; each item hangs beside its dot. Nothing when there are none. */
export function addBullets(report: ReportDocument, items: readonly string[], style: TextStyle = styles.body): void {
  if (items.length === 0) return;
  // A heading that waits for the list stands before it in the structure, too.
  report.reserve(style.leading);
  const list = report.open('L');
  for (const item of items) {
    const entry = report.open('LI', {}, list);
    addParagraph(report, item, { indent: 14, style, after: 3, tag: 'LBody', bullet: true, parent: entry });
    entry.end();
  }
  list.end();
  report.y += 5;
}
