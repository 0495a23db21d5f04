import { fitting } from './contents.ts';
import type { PartFacts } from './document-facts.ts';
import { printable } from './printable.ts';
import type { ReportDocument } from './report-document.ts';
import { drawLine } from './text-block.ts';
import { colours, contentWidth, page, styles, type TextStyle } from './theme.ts';

const headerTop = 38;
const footerTop = page.height - 46;
const style = styles.muted;
const markStyle: TextStyle = { ...styles.smallStrong, colour: colours.seal };
const watermarkStyle: TextStyle = { ...styles.smallStrong, colour: colours.watermark };

/** Prints header and footer on every page; the first of a part, its cover, has only the footer. */
export function drawFrames(report: ReportDocument): void {
  const pages = report.pdf.bufferedPageRange().count;
  for (let index = 0; index < pages; index += 1) {
    const { facts, isCover } = report.frameOf(index + 1);
    report.pdf.switchToPage(index);
    report.pdf.markContent('Artifact', { type: 'Pagination' });
    if (!isCover) drawHeader(report, facts, report.rightHeaders[index] ?? '');
    drawFooter(report, facts.footer, facts.pageOf(index + 1, pages));
    report.pdf.endMarkedContent();
  }
}

/**
 * Prints the document's watermark across a page on which nothing stands yet, from the lower left. It is opaque, because the form for
 * archives knows no transparency, and so pale that the text over it stays legible.
 */
export function drawWatermark(report: ReportDocument): void {
  const { watermark: word = null } = report.facts;
  if (word === null) return;
  const face = report.faces.bold;
  const shown = printable(word, face, report.missing);
  const size = Math.min(120, (520 / Math.max(1, face.widthOf(shown, 100))) * 100);
  report.pdf.markContent('Artifact', { type: 'Page' });
  report.pdf.save();
  report.pdf.rotate(-52, { origin: [page.width / 2, page.height / 2] });
  const x = (page.width - face.widthOf(shown, size)) / 2;
  drawLine(report, shown, { ...watermarkStyle, size, leading: size }, { x, top: (page.height - size) / 2 });
  report.pdf.restore();
  report.pdf.endMarkedContent();
}

function drawHeader(report: ReportDocument, { header, mark }: PartFacts, onTheRight: string): void {
  const right = clipped(report, mark ?? onTheRight, 180);
  const rightStyle = mark ? markStyle : style;
  const rightWidth = report.faces[rightStyle.weight].widthOf(right, rightStyle.size);
  drawLine(report, clipped(report, header.left, contentWidth - rightWidth - 20), style, { x: page.left, top: headerTop });
  drawLine(report, right, rightStyle, { x: page.left + contentWidth - rightWidth, top: headerTop });
  hairline(report, headerTop + 17);
}

function drawFooter(report: ReportDocument, footer: string, pageOf: string): void {
  const width = report.faces.regular.widthOf(pageOf, style.size);
  hairline(report, footerTop - 4);
  drawLine(report, clipped(report, footer, contentWidth - width - 20), style, {
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
