/** The six numbers of a 2D transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Point = readonly [x: number, y: number];

export type PathStep =
  | { readonly op: 'move' | 'line'; readonly to: Point }
  | { readonly op: 'curve'; readonly by: readonly [Point, Point]; readonly to: Point }
  | { readonly op: 'close' };

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

export function applyTo(m: Matrix, [x, y]: Point): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** By what factor lengths grow: the square root of the area's factor. */
export function scaleOf(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

export interface Arc {
  readonly centre: Point;
  readonly radii: Point;
  readonly rotation: number;
  readonly from: number;
  readonly to: number;
  readonly counterclockwise: boolean;
}

/** The start of an arc and the curves that follow it, at most a quarter turn each, as a canvas would draw them. */
export function arcCurves(arc: Arc): { start: Point; curves: (PathStep & { op: 'curve' })[] } {
  const sweep = sweepOf(arc);
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2)));
  const step = sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const at = (x: number, y: number) => onEllipse(arc, x, y);
  const curves = Array.from({ length: count }, (_, index) => {
    const begin = arc.from + index * step;
    const end = begin + step;
    return {
      op: 'curve' as const,
      by: [
        at(Math.cos(begin) - handle * Math.sin(begin), Math.sin(begin) + handle * Math.cos(begin)),
        at(Math.cos(end) + handle * Math.sin(end), Math.sin(end) - handle * Math.cos(end)),
      ] as const,
      to: at(Math.cos(end), Math.sin(end)),
    };
  });
  return { start: at(Math.cos(arc.from), Math.sin(arc.from)), curves };
}

function sweepOf({ from, to, counterclockwise }: Arc): number {
  const turn = 2 * Math.PI;
  const sweep = counterclockwise ? from - to : to - from;
  const clipped = sweep >= turn ? turn : ((sweep % turn) + turn) % turn;
  return counterclockwise ? -clipped : clipped;
}

function onEllipse({ centre, radii, rotation }: Arc, x: number, y: number): Point {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const [u, v] = [x * radii[0], y * radii[1]];
  return [centre[0] + u * cos - v * sin, centre[1] + u * sin + v * cos];
}
