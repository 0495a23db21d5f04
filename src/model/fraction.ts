import type { Decimal, Rounding } from './criteria.ts';

/** An exact rational number in lowest terms; the denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Numbers of so many digits, and powers of ten up to there, are exact as plain numbers. */
const safeDigits = 15;

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

/** numerator ÷ denominator in lowest terms. Throws a RangeError when the denominator is 0 or a number is not whole. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && Number(denominator) > 0) {
    return quickFraction(Number(numerator), Number(denominator));
  }
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('Division by zero.');
  const divisor = d < 0n ? -gcd(n, d) : gcd(n, d);
  return { numerator: n / divisor, denominator: d / divisor };
}

function quickFraction(numerator: number, denominator: number): Fraction {
  const divisor = smallGcd(Math.abs(numerator), denominator);
  return { numerator: BigInt(numerator / divisor), denominator: BigInt(denominator / divisor) };
}

/**
 * The number that plain decimal digits write: `"12"`, `"-0.85"`. Throws a SyntaxError on anything else, also on
 * exponents, signs in front of plus numbers, bare points and spaces.
 */
export function parseDecimal(text: Decimal): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new SyntaxError(`Not a decimal number: ${JSON.stringify(text)}`);
  const [, sign = '', whole = '', decimals = ''] = match;
  const digits = `${sign}${whole}${decimals}`;
  if (digits.length <= safeDigits) return fraction(Number(digits), 10 ** decimals.length);
  return fraction(BigInt(digits), 10n ** BigInt(decimals.length));
}

export function isZero(a: Fraction): boolean {
  return a.numerator === 0n;
}

/** Knuth, The Art of Computer Programming 4.5.1: both gcds have a small operand even when the sum has grown long. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.numerator === 0n) return b;
  if (b.numerator === 0n) return a;
  if (a.denominator === 1n && b.denominator === 1n) return { numerator: a.numerator + b.numerator, denominator: 1n };

  const common = gcd(a.denominator, b.denominator);
  if (common === 1n) {
    const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
    return { numerator, denominator: a.denominator * b.denominator };
  }
  const left = a.denominator / common;
  const sum = a.numerator * (b.denominator / common) + b.numerator * left;
  const rest = gcd(sum, common);
  return { numerator: sum / rest, denominator: left * (b.denominator / rest) };
}

export function negate(a: Fraction): Fraction {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  if (a.numerator === 0n || b.numerator === 0n) return zero;
  const across = gcd(a.numerator, b.denominator);
  const back = gcd(b.numerator, a.denominator);
  return {
    numerator: shorten(a.numerator, across) * shorten(b.numerator, back),
    denominator: shorten(a.denominator, back) * shorten(b.denominator, across),
  };
}

/** Throws a RangeError when b is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new RangeError('Division by zero.');
  const sign = b.numerator < 0n ? -1n : 1n;
  return multiply(a, { numerator: sign * b.denominator, denominator: sign * b.numerator });
}

/** Below, equal to or above 0 as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.denominator === b.denominator ? a.numerator : a.numerator * b.denominator;
  const right = a.denominator === b.denominator ? b.numerator : b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function min(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** `"371/4"`; whole numbers without denominator, `"95"`. */
export function toExact(a: Fraction): string {
  return a.denominator === 1n ? String(a.numerator) : `${a.numerator}/${a.denominator}`;
}

/** Reads what `toExact` wrote. Throws a SyntaxError on anything else. */
export function parseExact(text: string): Fraction {
  if (!/^-?\d+(\/[1-9]\d*)?$/.test(text)) throw new SyntaxError(`Not an exact number: ${JSON.stringify(text)}`);
  const [numerator = '', denominator = '1'] = text.split('/');
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** A decimal with exactly that many digits after the point. Half-up rounds a half away from zero; down cuts towards zero. */
export function round(a: Fraction, digits: number, mode: Rounding['mode']): Decimal {
  const units = roundToUnits(a, digits, mode);
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const sign = units < 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The rounded number as a fraction, for comparing what is printed with what is exact. */
export function rounded(a: Fraction, digits: number, mode: Rounding['mode']): Fraction {
  return fraction(roundToUnits(a, digits, mode), 10n ** BigInt(digits));
}

function roundToUnits(a: Fraction, digits: number, mode: Rounding['mode']): bigint {
  const size = a.numerator < 0n ? -a.numerator : a.numerator;
  const scaled = size * (powersOfTen[digits] ?? 10n ** BigInt(digits));
  if (a.denominator === 1n) return a.numerator < 0n ? -scaled : scaled;

  const whole = scaled / a.denominator;
  const up = roundsUp(whole, (scaled - whole * a.denominator) * 2n, a.denominator, mode);
  const units = up ? whole + 1n : whole;
  return a.numerator < 0n ? -units : units;
}

const powersOfTen = Array.from({ length: 20 }, (_, digits) => 10n ** BigInt(digits));

function roundsUp(whole: bigint, twiceRest: bigint, denominator: bigint, mode: Rounding['mode']): boolean {
  if (mode === 'down' || twiceRest < denominator) return false;
  if (twiceRest > denominator) return true;
  return mode === 'half-up' || whole % 2n === 1n;
}

function shorten(number: bigint, divisor: bigint): bigint {
  return divisor === 1n ? number : number / divisor;
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Always above 0 unless both are 0. Small operands are counted in plain numbers, which is several times faster. */
function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  if (x === 1n || y === 1n) return 1n;
  while (y !== 0n) {
    if (x <= safe && y <= safe) return BigInt(smallGcd(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

function smallGcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
