import { ascent, type Face } from './face.ts';
import { breakLines } from './line-breaking.ts';
import type { ReportDocument } from './report-document.ts';
import type { TextRun } from './text-runs.ts';
import { contentWidth, page, styles, type TextStyle } from './theme.ts';
import { directionMark, hasRightToLeft, runsLeft } from './writing-direction.ts';

/** A text broken into lines. */
export interface SetText {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly height: number;
  /** For which the lines were broken. */
  readonly width: number;
}

export function setText(text: string, style: TextStyle, { face, width }: { face: Face; width: number }): SetText {
  const measure = (piece: string) => face.widthOf(piece, style.size);
  const lines = hasRightToLeft(text) ? directedLines(text, width, measure) : breakLines(text, width, measure);
  return { lines, style, width, height: lines.length * style.leading };
}

/** Each line begins with the mark of the way its paragraph runs, because it must know that when it stands alone. */
function directedLines(text: string, width: number, measure: (piece: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const mark = directionMark(paragraph);
    return breakLines(paragraph, width, measure).map((line) => mark + line);
  });
}

export interface LinePlace {
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** Draws lines from the top edge `y` down; returns the bottom edge. */
export function drawLines(
  report: ReportDocument,
  { lines, style, width }: Omit<SetText, 'height'>,
  x: number,
  y: number,
  place?: LinePlace,
): number {
  let top = y;
  for (const line of lines) {
    drawLine(report, line, style, { x: x + shift(report, line, style, place ?? { width, align: 'left' }), top });
    top += style.leading;
  }
  return top;
}

function shift(report: ReportDocument, line: string, style: TextStyle, { width, align }: LinePlace): number {
  const from = alignmentOf(line, align);
  if (from === 'left') return 0;
  const free = width - report.faces[style.weight].widthOf(line, style.size);
  return from === 'right' ? free : free / 2;
}

/** What runs from right to left begins at the right edge, unless it is told to stand elsewhere. */
export function alignmentOf<Align extends string>(line: string, align: Align): Align | 'right' {
  return align === 'left' && line.startsWith(runsLeft) ? 'right' : align;
}

/** Draws one line whose text is printable already, at the top edge of its line box. */
export function drawLine(report: ReportDocument, line: string, style: TextStyle, at: { x: number; top: number }): void {
  const y = at.top + (style.leading - style.size) / 2 + ascent * style.size;
  const face = report.faces[style.weight];
  report.pdf.fontSize(style.size).fillColor(style.colour);
  drawText(report.pdf, line, face, { x: at.x, y, size: style.size });
}

/** Draws a text that is printable already, its baseline beginning at that place, in its font and those that stand in for it. */
export function drawText(pdf: PDFKit.PDFDocument, text: string, face: Face, at: { x: number; y: number; size: number }): void {
  const whole = [{ name: face.weight, font: face.font, text, width: 0 }];
  const runs: readonly TextRun[] = face.runsOf(text) ?? whole;
  let { x } = at;
  for (const run of runs) {
    pdf.registerFont(run.name, run.font).font(run.name);
    // An empty list of features spares PDFKit a second cut into words.
    pdf.text(run.text, x, at.y, { lineBreak: false, baseline: 'alphabetic', features: [] });
    x += run.width * at.size;
  }
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
    element.add(() => drawLines(report, { lines: now, style, width: contentWidth - indent }, page.left + indent, y));
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
