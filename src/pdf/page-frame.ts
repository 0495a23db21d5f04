import { fitting } from './contents.ts';
import { printable } from './printable.ts';
import type { ReportDocument } from './report-document.ts';
import { drawLine } from './text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from './theme.ts';

const headerTop = 38;
const footerTop = page.height - 46;
const style = styles.muted;
const markStyle: TextStyle = { ...styles.smallStrong, colour: colours.seal };

/** Prints header and footer on every page; the first, the cover, has only the footer. */
export function drawFrames(report: ReportDocument): void {
  const pages = report.pdf.bufferedPageRange().count;
  for (let index = 0; index < pages; index += 1) {
    report.pdf.switchToPage(index);
    report.pdf.markContent('Artifact', { type: 'Pagination' });
    if (index > 0) drawHeader(report, report.rightHeaders[index] ?? '');
    drawFooter(report, report.facts.pageOf(index + 1, pages));
    report.pdf.endMarkedContent();
  }
}

function drawHeader(report: ReportDocument, onTheRight: string): void {
  const { header, mark } = report.facts;
  const right = clipped(report, mark ?? onTheRight, 180);
  const rightStyle = mark ? markStyle : style;
  const rightWidth = report.faces[rightStyle.weight].widthOf(right, rightStyle.size);
  drawLine(report, clipped(report, header.left, contentWidth - rightWidth - 20), style, { x: page.left, top: headerTop });
  drawLine(report, right, rightStyle, { x: page.left + contentWidth - rightWidth, top: headerTop });
  hairline(report, headerTop + 17);
}

function drawFooter(report: ReportDocument, pageOf: string): void {
  const width = report.faces.regular.widthOf(pageOf, style.size);
  hairline(report, footerTop - 4);
  drawLine(report, clipped(report, report.facts.footer, contentWidth - width - 20), style, {
    x: page.left,
    top: footerTop,
  });
  drawLine(report, pageOf, style, { x: page.left + contentWidth - width, top: footerTop });
}

function clipped(report: ReportDocument, text: string, width: number): string {
  const face = report.faces.regular;
  return fitting(printable(text, face, report.missing), width, (part) => face.widthOf(part, style.size));
}

function hairline(report: ReportDocument, y: number): void {
  report.pdf
    .lineWidth(0.5)
    .strokeColor(colours.line)
    .moveTo(page.left, y)
    .lineTo(page.left + contentWidth, y)
    .stroke();
}
