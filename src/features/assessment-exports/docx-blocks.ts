import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { xmlText } from './sheet-look.ts';

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export function heading(level: 1 | 2 | 3, text: string): Paragraph {
  return new Paragraph({ heading: headings[level], children: [plainRun(text)] });
}

export function paragraph(text: string, style?: 'Lead' | 'Small'): Paragraph {
  return new Paragraph({ ...(style && { style }), children: linesOf(text) });
}

export function listItem(text: string): Paragraph {
  return new Paragraph({ bullet: { level: 0 }, children: linesOf(text) });
}

/** One line of text, whatever it holds. */
export function plainRun(text: string): TextRun {
  return new TextRun(xmlText(text).replace(/\s*\n\s*/g, ' '));
}

/** A text keeps its lines. */
function linesOf(text: string): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
}

/** A table whose head comes again on every page; `widths` are parts of the whole width. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9C4B8' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (text: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: ((widths[at] ?? 1) / whole) * 100, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 40, left: 80, right: 80 },
      ...(isHead && { shading: { fill: 'F4F2EC' } }),
      children: [
        new Paragraph({
          spacing: { after: 0 },
          children: isHead ? [new TextRun({ text: xmlText(text), bold: true })] : linesOf(text),
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text, at) => cell(text, at, false)) })),
    ],
  });
}
