import type { Decimal } from './criteria.ts';
import { compare, fraction, multiply, parseDecimal, parseExact, round } from './fraction.ts';
import type { Figure } from './result.ts';

const hundred = fraction(100);

/** Is what is printed the whole truth? */
export function isExact({ exact, shown }: Figure): boolean {
  return compare(parseExact(exact), parseDecimal(shown)) === 0;
}

/** `=` when all figures are printed exactly, else `≈`. */
export function relation(...figures: readonly Figure[]): '=' | '≈' {
  return figures.every(isExact) ? '=' : '≈';
}

/** `2.50` → `2.5`, `5.00` → `5`. */
export function trimDecimal(text: Decimal): Decimal {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** As printed without needless zeros; all digits where it is rounded, since they mark the precision. */
export function plainNumber(figure: Figure): string {
  const text = isExact(figure) ? trimDecimal(figure.shown) : figure.shown;
  return text.replace('-', '−');
}

/** A number within a sentence: `2.55` where exact, else `≈2.14`. */
export function numberInWords(figure: Figure): string {
  return isExact(figure) ? plainNumber(figure) : `≈${plainNumber(figure)}`;
}

/** A rate 0…1 as a percentage without mark of rounding: `0.8750` → `87.5%`. */
export function plainPercent(rate: Figure): string {
  const shown = shiftPoint(rate.shown);
  return `${isExact(rate) ? trimDecimal(shown) : shown}%`;
}

/** A rate 0…1 as a percentage within a sentence: `87.5%`, `≈66.67%`. */
export function percentInWords(rate: Figure): string {
  return isExact(rate) ? plainPercent(rate) : `≈${plainPercent(rate)}`;
}

/** `"0.85"` → `85%`. */
export function decimalPercent(share: Decimal): string {
  return `${trimDecimal(shiftPoint(share))}%`;
}

function shiftPoint(text: Decimal): Decimal {
  const digits = text.split('.')[1]?.length ?? 0;
  return round(multiply(parseDecimal(text), hundred), Math.max(0, digits - 2), 'down');
}

/** With up to six more digits than printed where those are all, else null. */
export function fineNumber({ exact, shown }: Figure): string | null {
  const fine = round(parseExact(exact), digitsOf(shown) + 6, 'down');
  return compare(parseDecimal(fine), parseExact(exact)) === 0 ? trimDecimal(fine) : null;
}

/** Cut, never rounded, two digits after what is printed: `94.9966…`. */
export function cutNumber({ exact, shown }: Figure): string {
  return `${round(parseExact(exact), digitsOf(shown) + 2, 'down')}…`;
}

/** The smallest step that is printed, e.g. `0.01`. */
export function smallestStep({ shown }: Figure): Decimal {
  const digits = digitsOf(shown);
  return round(fraction(1n, 10n ** BigInt(digits)), digits, 'down');
}

function digitsOf(text: Decimal): number {
  return text.split('.')[1]?.length ?? 0;
}
