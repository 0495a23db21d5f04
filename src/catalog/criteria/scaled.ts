import type { Decimal } from '../../model/criteria.ts';

/** Millionths: decimals of a file have at most six digits after the point, so that sums and comparisons are exact. */
export function scaled(decimal: Decimal): bigint {
  const [whole = '0', digits = ''] = decimal.split('.');
  return BigInt(whole + digits.padEnd(6, '0'));
}

/** The decimal of so many millionths. */
export function unscaled(millionths: bigint): Decimal {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}
