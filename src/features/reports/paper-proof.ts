import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { fillQrCode } from '../../pdf/qr-code.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import { drawLines } from '../../pdf/text-block.ts';
import { colours, contentBottom, contentWidth, page, styles } from '../../pdf/theme.ts';
import type { IssueMark } from './paper.ts';

const qrSize = 84;
const gap = 18;

/** The foot of the last page of an issued paper: its code, and where it can be verified, as words and as QR code. */
export function addProof(report: ReportDocument, issue: IssueMark, languages: readonly Language[]): void {
  const width = contentWidth - qrSize - gap;
  const texts = languages.flatMap((language) => {
    const t = translator(language);
    const day = issue.at.slice(0, 10);
    return [
      { text: t('paper.proof.title'), style: styles.smallStrong },
      { text: t('paper.proof.issued', { day, by: issue.by }), style: styles.small },
      { text: t('paper.proof.how', { address: issue.address, code: issue.code }), style: styles.muted },
    ];
  });
  const blocks = [{ text: issue.code, style: { ...styles.strong, size: 14, leading: 22 } }, ...texts].map(({ text, style }) =>
    report.set(text, style, width),
  );
  const height = Math.max(
    qrSize,
    blocks.reduce((sum, block) => sum + block.height, 0),
  );
  report.reserve(height + 26);
  // It stands at the foot, however full the page is; on one of its own at the top.
  if (!report.atTop) report.y = contentBottom - height;
  const top = report.y;
  report.artifact(() =>
    report.pdf
      .lineWidth(0.8)
      .strokeColor(colours.ink)
      .moveTo(page.left, top - 10)
      .lineTo(page.left + contentWidth, top - 10)
      .stroke(),
  );
  const [first = 'zh-CN'] = languages;
  const alt = translator(first)('paper.proof.qr', { address: issue.address });
  report.tagged('Figure', () => fillQrCode(report.pdf, issue.address, { x: page.left, y: top, size: qrSize }), { alt });
  let y = top;
  for (const block of blocks) {
    const at = y;
    report.tagged('P', () => drawLines(report, block, page.left + qrSize + gap, at));
    y += block.height;
  }
  report.y = contentBottom;
}
