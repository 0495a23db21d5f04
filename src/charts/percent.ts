import type { Decimal } from '../model/criteria.ts';
import { fraction, multiply, parseDecimal, round } from '../model/fraction.ts';

/** A rate 0…1 in percent, rounded half up to two digits: `"0.9375"` → `"93.75"`. */
export function percent(rate: Decimal): Decimal {
  return round(multiply(parseDecimal(rate), fraction(100)), 2, 'half-up');
}

/** As printed: `"93.75%"`, or a dash where there is no rate. */
export function percentText(rate: Decimal | null | undefined): string {
  return rate === null || rate === undefined ? '—' : `${percent(rate)}%`;
}
