import QRCode from 'qrcode';
import { colours } from './theme.ts';

/** Draws a QR code of that text as rectangles: sharp in print, and no transparent picture, which PDF/A-1 forbids. */
export function fillQrCode(pdf: PDFKit.PDFDocument, text: string, box: { x: number; y: number; size: number }): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cell = box.size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    const dark = Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? '1' : '0')).join('');
    for (const { 0: run, index } of dark.matchAll(/1+/g))
      pdf.rect(box.x + index * cell, box.y + row * cell, run.length * cell, cell);
  }
  pdf.fillColor(colours.ink).fill();
}
