import { ascent } from './face.ts';
import type { Weight } from './theme.ts';

export type TextAlign = 'left' | 'right' | 'center' | 'start' | 'end';
export type TextBaseline = 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom';

/** Reads a CSS font shorthand as Chart.js writes it, e.g. `bold 12px 'Noto Sans SC'`; from 600 on it is bold. */
export function parseFont(font: string): { weight: Weight; size: number } {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 10);
  const numeric = Number(/(?:^|\s)([1-9]00)(?:\s|$)/.exec(font)?.[1] ?? 0);
  return { weight: /\bbold(er)?\b/.test(font) || numeric >= 600 ? 'bold' : 'regular', size };
}

/** Where the left end of the baseline lies, seen from the point of a `fillText`. */
export function anchorOf(text: {
  width: number;
  size: number;
  align: TextAlign;
  baseline: TextBaseline;
}): readonly [number, number] {
  const before = { left: 0, start: 0, center: 0.5, right: 1, end: 1 }[text.align];
  const below = { top: ascent, hanging: 0.73, middle: ascent - 0.5, alphabetic: 0, ideographic: ascent - 1, bottom: ascent - 1 }[
    text.baseline
  ];
  return [-before * text.width, below * text.size];
}

/** The part of a canvas's TextMetrics that Chart.js reads. */
export function textMetrics(width: number, size: number) {
  return {
    width,
    actualBoundingBoxLeft: 0,
    actualBoundingBoxRight: width,
    actualBoundingBoxAscent: ascent * size,
    actualBoundingBoxDescent: (1 - ascent) * size,
    fontBoundingBoxAscent: ascent * size,
    fontBoundingBoxDescent: (1 - ascent) * size,
  };
}
