import type { Rounding } from './criteria.ts';
import { type Fraction, round, toExact } from './fraction.ts';
import type { Figure } from './result.ts';

/** Writes a number exactly and as printed. */
export type WriteFigure = (value: Fraction) => Figure;

export interface FigureWriters {
  readonly figure: WriteFigure;
  /** With two more digits, for rates and shares. */
  readonly rate: WriteFigure;
}

export function figureWriters({ digits, mode }: Rounding): FigureWriters {
  const writer =
    (places: number): WriteFigure =>
    (value) => ({ exact: toExact(value), shown: round(value, places, mode) });
  return { figure: writer(digits), rate: writer(digits + 2) };
}
