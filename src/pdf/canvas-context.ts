import { parseColour } from './canvas-colour.ts';
import { type CanvasGradient, isGradient, linearGradient, pdfGradient, radialGradient } from './canvas-gradient.ts';
import { type Matrix, multiply, type PathStep, scaleOf } from './canvas-path.ts';
import { CanvasRecorder } from './canvas-recorder.ts';
import { anchorOf, parseFont, type TextAlign, type TextBaseline, textMetrics } from './canvas-text.ts';
import type { Faces } from './face.ts';
import { printable } from './printable.ts';
import { drawText } from './text-block.ts';

type Paint = string | CanvasGradient;

/** What `save` keeps and `restore` brings back. */
interface State {
  fillStyle: Paint;
  strokeStyle: Paint;
  globalAlpha: number;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  lineDashOffset: number;
  font: string;
  textAlign: TextAlign;
  textBaseline: TextBaseline;
}

/**
 * A canvas 2D context whose ink is vectors and real text of a PDF page: as much of it as Chart.js calls. The transformation
 * is kept here and paths are recorded in page coordinates, because a PDF path cannot be interleaved with changes of state.
 */
export class CanvasContext extends CanvasRecorder {
  /** What Chart.js takes for the canvas element. */
  readonly canvas: { readonly width: number; readonly height: number; getContext(): CanvasContext };
  readonly #pdf: PDFKit.PDFDocument;
  readonly #faces: Faces;
  readonly #missing: Set<string>;
  readonly #stack: { readonly state: State; readonly matrix: Matrix; readonly dash: readonly number[] }[] = [];
  #dash: readonly number[] = [];

  fillStyle: Paint = '#000000';
  strokeStyle: Paint = '#000000';
  globalAlpha = 1;
  lineWidth = 1;
  lineCap: State['lineCap'] = 'butt';
  lineJoin: State['lineJoin'] = 'miter';
  miterLimit = 10;
  lineDashOffset = 0;
  font = '10px sans-serif';
  textAlign: TextAlign = 'start';
  textBaseline: TextBaseline = 'alphabetic';

  /** Draws in the box whose upper left corner stands at (x, y) of the current page. */
  constructor(
    target: { pdf: PDFKit.PDFDocument; faces: Faces; missing: Set<string> },
    box: { x: number; y: number; width: number; height: number },
  ) {
    super([1, 0, 0, 1, box.x, box.y]);
    this.#pdf = target.pdf;
    this.#faces = target.faces;
    this.#missing = target.missing;

    this.canvas = { width: box.width, height: box.height, getContext: () => this };
  }

  save(): void {
    const { fillStyle, strokeStyle, globalAlpha, lineWidth, lineCap, lineJoin, miterLimit } = this;
    const { lineDashOffset, font, textAlign, textBaseline } = this;
    const line = { lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset };
    const state = { fillStyle, strokeStyle, globalAlpha, ...line, font, textAlign, textBaseline };
    this.#stack.push({ state, matrix: this.matrix, dash: this.#dash });
    this.#pdf.save();
  }

  restore(): void {
    const saved = this.#stack.pop();
    if (!saved) return;
    Object.assign(this, saved.state);
    this.matrix = saved.matrix;
    this.#dash = saved.dash;
    this.#pdf.restore();
  }

  setLineDash(lengths: readonly number[]): void {
    this.#dash = lengths;
  }
  getLineDash(): readonly number[] {
    return this.#dash;
  }

  clip(): void {
    this.#trace(this.path);
    this.#pdf.clip();
  }

  fill(): void {
    if (this.path.length === 0) return;
    this.#inked(this.fillStyle, 'fill', () => {
      this.#trace(this.path);
      this.#pdf.fill();
    });
  }

  stroke(): void {
    if (this.path.length === 0) return;
    this.#inked(this.strokeStyle, 'stroke', () => {
      this.#setLine();
      this.#trace(this.path);
      this.#pdf.stroke();
    });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#aside(() => {
      this.rect(x, y, width, height);
      this.fill();
    });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#aside(() => {
      this.rect(x, y, width, height);
      this.stroke();
    });
  }

  /** Paper is white already. */
  clearRect(): void {}
  setTransform(): void {}
  resetTransform(): void {}

  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradient {
    return linearGradient(this.at(x0, y0), this.at(x1, y1));
  }

  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): CanvasGradient {
    const scale = scaleOf(this.matrix);
    return radialGradient({ from: this.at(x0, y0), fromRadius: r0 * scale, to: this.at(x1, y1), toRadius: r1 * scale });
  }

  measureText(text: string) {
    const { weight, size } = parseFont(this.font);
    const face = this.#faces[weight];
    return textMetrics(face.widthOf(printable(String(text), face, new Set()), size), size);
  }

  fillText(text: string, x: number, y: number): void {
    const { weight, size } = parseFont(this.font);
    const face = this.#faces[weight];
    const shown = printable(String(text), face, this.#missing);
    const anchor = anchorOf({
      width: face.widthOf(shown, size),
      size,
      align: this.textAlign,
      baseline: this.textBaseline,
    });
    this.#inked(this.fillStyle, 'fill', () => {
      this.#pdf.transform(...multiply(this.matrix, [1, 0, 0, 1, x + anchor[0], y + anchor[1]]));
      this.#pdf.fontSize(size);
      drawText(this.#pdf, shown, face, { x: 0, y: 0, size });
    });
  }

  /** Chart.js outlines text only where `textStrokeColor` is set; paper needs no halo. */
  strokeText(): void {}

  #aside(draw: () => void): void {
    const path = this.path;
    this.path = [];
    draw();
    this.path = path;
  }

  /** Sets the paint, draws, and leaves no trace of either in the page's state. */
  #inked(paint: Paint, kind: 'fill' | 'stroke', draw: () => void): void {
    const opacity = this.globalAlpha * (isGradient(paint) ? 1 : parseColour(paint).opacity);
    if (opacity === 0) return;
    this.#pdf.save();
    const ink = isGradient(paint) ? pdfGradient(this.#pdf, paint) : parseColour(paint).hex;
    if (kind === 'fill') this.#pdf.fillColor(ink);
    else this.#pdf.strokeColor(ink);
    if (opacity < 1) this.#pdf.opacity(opacity);
    draw();
    this.#pdf.restore();
  }

  #setLine(): void {
    const { lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset } = this;
    const scale = scaleOf(this.matrix);
    this.#pdf
      .lineWidth(lineWidth * scale)
      .lineCap(lineCap)
      .lineJoin(lineJoin)
      .miterLimit(miterLimit);
    const lengths = this.#dash.map((length) => Math.max(length * scale, 0.01));
    if (lengths.length > 0) this.#pdf.dash(lengths, { phase: lineDashOffset * scale });
  }

  #trace(path: readonly PathStep[]): void {
    for (const step of path) {
      if (step.op === 'move') this.#pdf.moveTo(...step.to);
      else if (step.op === 'line') this.#pdf.lineTo(...step.to);
      else if (step.op === 'curve') this.#pdf.bezierCurveTo(...step.by[0], ...step.by[1], ...step.to);
      else this.#pdf.closePath();
    }
  }
}
