import type { SheetSize } from './certificate-sheet.ts';

/** Bronze of the frame, and its lighter tone for the woven band. */
export const bronze = '#8A6A2C';
const bronzeLight = '#CDB987';

const outer = 22;
const band = 13;

/** A frame like that of a bond: two lines and between them a band woven of fine waves, closed by a rosette at each corner. */
export function drawBorder(pdf: PDFKit.PDFDocument, { width, height }: SheetSize): void {
  const inner = outer + band;
  pdf
    .lineWidth(1.6)
    .strokeColor(bronze)
    .rect(outer, outer, width - 2 * outer, height - 2 * outer)
    .stroke();
  pdf
    .lineWidth(0.6)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke();
  pdf
    .lineWidth(0.4)
    .rect(inner + 4, inner + 4, width - 2 * inner - 8, height - 2 * inner - 8)
    .stroke();
  pdf.lineWidth(0.35).strokeColor(bronzeLight);
  const middle = outer + band / 2;
  for (const phase of [0, 1, 2, 3]) {
    weave(pdf, { from: inner, to: width - inner, phase }, (along, across) => [along, middle + across]);
    weave(pdf, { from: inner, to: width - inner, phase }, (along, across) => [along, height - middle + across]);
    weave(pdf, { from: inner, to: height - inner, phase }, (along, across) => [middle + across, along]);
    weave(pdf, { from: inner, to: height - inner, phase }, (along, across) => [width - middle + across, along]);
  }
  for (const x of [middle, width - middle]) for (const y of [middle, height - middle]) rosette(pdf, x, y);
}

interface Wave {
  readonly from: number;
  readonly to: number;
  readonly phase: number;
}

/** One sine wave with a whole number of periods, so that it meets the corners evenly. */
function weave(
  pdf: PDFKit.PDFDocument,
  { from, to, phase }: Wave,
  place: (along: number, across: number) => [number, number],
): void {
  const periods = Math.round((to - from) / 18);
  const steps = periods * 12;
  for (let step = 0; step <= steps; step += 1) {
    const angle = (step / steps) * periods * 2 * Math.PI + (phase * Math.PI) / 2;
    const [x, y] = place(from + ((to - from) * step) / steps, Math.sin(angle) * (band / 2 - 2));
    if (step === 0) pdf.moveTo(x, y);
    else pdf.lineTo(x, y);
  }
  pdf.stroke();
}

function rosette(pdf: PDFKit.PDFDocument, x: number, y: number): void {
  pdf
    .lineWidth(0.5)
    .strokeColor(bronze)
    .fillColor('#FFFFFF')
    .rect(x - band / 2, y - band / 2, band, band)
    .fillAndStroke();
  pdf.lineWidth(0.35);
  for (let petal = 0; petal < 8; petal += 1) {
    const angle = (petal * Math.PI) / 4;
    pdf.circle(x + Math.cos(angle) * 2.2, y + Math.sin(angle) * 2.2, 2.6).stroke();
  }
  pdf.fillColor(bronze).circle(x, y, 1.1).fill();
}
