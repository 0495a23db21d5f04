import { parseColour } from './canvas-colour.ts';
import type { Point } from './canvas-path.ts';

/** A gradient of a canvas, its points in page coordinates. */
export interface CanvasGradient {
  readonly stops: readonly { readonly offset: number; readonly colour: string }[];
  readonly from: Point;
  readonly to: Point;
  /** null: linear. */
  readonly radii: readonly [number, number] | null;
  addColorStop(offset: number, colour: string): void;
}

export function linearGradient(from: Point, to: Point): CanvasGradient {
  return gradient({ from, to, radii: null });
}

export function radialGradient(circles: { from: Point; fromRadius: number; to: Point; toRadius: number }): CanvasGradient {
  return gradient({ from: circles.from, to: circles.to, radii: [circles.fromRadius, circles.toRadius] });
}

function gradient(shape: Pick<CanvasGradient, 'from' | 'to' | 'radii'>): CanvasGradient {
  const stops: { offset: number; colour: string }[] = [];
  return { ...shape, stops, addColorStop: (offset, colour) => void stops.push({ offset, colour }) };
}

export function isGradient(paint: string | CanvasGradient): paint is CanvasGradient {
  return typeof paint !== 'string';
}

/** The same gradient as PDFKit paints it; one without stops is refused by PDF readers and becomes white. */
export function pdfGradient(pdf: PDFKit.PDFDocument, { from, to, radii, stops }: CanvasGradient): PDFKit.PDFGradient {
  const made = radii
    ? pdf.radialGradient(from[0], from[1], radii[0], to[0], to[1], radii[1])
    : pdf.linearGradient(...from, ...to);
  const sorted = [...stops].sort((a, b) => a.offset - b.offset);
  const first = sorted[0] ?? { offset: 0, colour: '#FFFFFF' };
  const last = sorted.at(-1) ?? first;
  for (const { offset, colour } of [{ ...first, offset: 0 }, ...sorted, { ...last, offset: 1 }]) {
    const { hex, opacity } = parseColour(colour);
    made.stop(offset, hex, opacity);
  }
  return made;
}
