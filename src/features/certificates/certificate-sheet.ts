import PDFDocument from 'pdfkit';
import '../../pdf/pdfkit-types.ts';
import { ascent, openFaces } from '../../pdf/face.ts';
import { printable } from '../../pdf/printable.ts';
import { fillQrCode } from '../../pdf/qr-code.ts';
import { alignmentOf, drawText, setText } from '../../pdf/text-block.ts';
import { page, type TextStyle } from '../../pdf/theme.ts';

export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

export const sheetSize: SheetSize = { width: page.width, height: page.height };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'center';
  /** The tag in the structure tree. */
  readonly tag?: string;
  /** Lines at most; the type is made smaller until they do. */
  readonly lines?: number;
}

export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

/** An empty tagged A4 document in the form for archives (PDF/A-1b); the same facts give the same bytes. */
export function openSheet(facts: {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  readonly at: Date;
}): Sheet {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: '',
    pdfVersion: '1.4',
    subset: 'PDF/A-1b',
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    fontLayoutCache: false,
    info: {
      Title: facts.title,
      Author: facts.author,
      Creator: 'Assay',
      Producer: 'Assay',
      CreationDate: facts.at,
      ModDate: facts.at,
    },
  });
  const { regular, bold } = openFaces();
  pdf.registerFont('regular', regular.font).registerFont('bold', bold.font);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root };
}

/** Sets a text into a box; returns its lower edge. Nothing for an empty text. */
export function setIn({ pdf, root }: Sheet, text: string, style: TextStyle, box: Box): number {
  if (text === '') return box.y;
  const { set, fitted } = shrunkToFit(text, style, box);
  const face = openFaces()[fitted.weight];
  const draw = () => {
    set.lines.forEach((line, index) => {
      const free = box.width - face.widthOf(line, fitted.size);
      const x = box.x + { left: 0, center: free / 2, right: free }[alignmentOf(line, box.align ?? 'left')];
      const y = box.y + index * fitted.leading + (fitted.leading - fitted.size) / 2 + ascent * fitted.size;
      pdf.fontSize(fitted.size).fillColor(fitted.colour);
      drawText(pdf, line, face, { x, y, size: fitted.size });
    });
  };
  const element = pdf.struct(box.tag ?? 'P');
  root.add(element);
  element.add(draw).end();
  return box.y + set.height;
}

/** How tall a text would be in a box. */
export function heightIn(text: string, style: TextStyle, box: Box): number {
  return text === '' ? 0 : shrunkToFit(text, style, box).set.height;
}

function shrunkToFit(text: string, style: TextStyle, { width, lines = 2 }: Box) {
  let fitted = style;
  for (;;) {
    const face = openFaces()[fitted.weight];
    const set = setText(printable(text, face, new Set()), fitted, { face, width });
    if (set.lines.length <= lines || fitted.size <= 6) return { set, fitted };
    fitted = { ...fitted, size: fitted.size * 0.92, leading: fitted.leading * 0.92 };
  }
}

export function artifact({ pdf }: Sheet, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

/** A QR code of that text, with words for those who cannot see it. */
export function drawQr({ pdf, root }: Sheet, text: string, alt: string, box: { x: number; y: number; size: number }): void {
  const figure = pdf.struct('Figure', { alt });
  root.add(figure);
  figure.add(() => fillQrCode(pdf, text, box)).end();
}
