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

/** The same few numbers stand at many clauses, so that each is written once. */
export function figureWriters({ digits, mode }: Rounding): FigureWriters {
  return { figure: writer(digits, mode), rate: writer(digits + 2, mode) };
}

function writer(places: number, mode: Rounding['mode']): WriteFigure {
  const written = new Map<bigint, Map<bigint, Figure>>();
  return (value) => {
    const { numerator, denominator } = value;
    const alike = written.get(denominator) ?? new Map<bigint, Figure>();
    const known = alike.get(numerator);
    if (known) return known;

    const figure = { exact: toExact(value), shown: round(value, places, mode) };
    alike.set(numerator, figure);
    written.set(denominator, alike);
    return figure;
  };
}
