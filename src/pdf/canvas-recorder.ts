import { type Arc, applyTo, arcCurves, type Matrix, multiply, type PathStep, type Point } from './canvas-path.ts';

/** The part of a canvas context that draws nothing yet: the transformation, and the path in page coordinates. */
export class CanvasRecorder {
  protected matrix: Matrix;
  protected path: PathStep[] = [];

  constructor(matrix: Matrix) {
    this.matrix = matrix;
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }
  rotate(angle: number): void {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }

  transform(...matrix: Matrix): void {
    this.matrix = multiply(this.matrix, matrix);
  }

  beginPath(): void {
    this.path = [];
  }
  closePath(): void {
    if (this.path.length > 0) this.path.push({ op: 'close' });
  }
  moveTo(x: number, y: number): void {
    this.path.push({ op: 'move', to: this.at(x, y) });
  }
  lineTo(x: number, y: number): void {
    this.path.push({ op: this.path.length > 0 ? 'line' : 'move', to: this.at(x, y) });
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.path.length === 0) this.moveTo(x1, y1);
    this.path.push({ op: 'curve', by: [this.at(x1, y1), this.at(x2, y2)], to: this.at(x, y) });
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    if (this.path.length === 0) this.moveTo(cx, cy);
    const last = this.path.findLast((step) => step.op !== 'close');
    const from = last && 'to' in last ? last.to : this.at(cx, cy);
    const [control, to] = [this.at(cx, cy), this.at(x, y)];
    const towards = (a: readonly [number, number]) =>
      [a[0] + ((control[0] - a[0]) * 2) / 3, a[1] + ((control[1] - a[1]) * 2) / 3] as const;
    this.path.push({ op: 'curve', by: [towards(from), towards(to)], to });
  }

  arc(x: number, y: number, radius: number, from: number, to: number, counterclockwise = false): void {
    this.#addArc({ centre: [x, y], radii: [radius, radius], rotation: 0, from, to, counterclockwise });
  }

  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    from: number,
    to: number,
    counterclockwise = false,
  ): void {
    this.#addArc({ centre: [x, y], radii: [rx, ry], rotation, from, to, counterclockwise });
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  protected at(x: number, y: number): Point {
    return applyTo(this.matrix, [x, y]);
  }

  #addArc(arc: Arc): void {
    const { start, curves } = arcCurves(arc);
    this.lineTo(...start);
    for (const { by, to } of curves) this.bezierCurveTo(...by[0], ...by[1], ...to);
  }
}
