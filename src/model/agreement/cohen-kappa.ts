import { add, compare, divide, type Fraction, fraction, isZero, multiply, negate, one, subtract, zero } from '../fraction.ts';
import { type Agreement, countCategories } from './agreement.ts';

/** What two raters said of the same item. */
export type Pair = readonly [first: string, second: string];

/** How far two categories lie apart: 0 for the same, more the worse. */
export type Distance = (a: string, b: string) => Fraction;

/**
 * Cohen's kappa of two raters: (p_o − p_e) / (1 − p_e), with p_o the observed agreement and p_e that expected by chance
 * from how often each of the two uses each category. 1: agree always; 0: as by chance; below 0: less than by chance.
 * J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohensKappa(pairs: readonly Pair[]): Agreement {
  return weightedKappa(pairs, (a, b) => (a === b ? zero : one));
}

/**
 * Kappa that counts a near miss as less than a wide one: 1 − Σ d·p_observed / Σ d·p_expected over all pairs of
 * categories, d their distance. With a distance of 0 or 1 it is Cohen's kappa.
 * J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), 213–220.
 */
export function weightedKappa(pairs: readonly Pair[], distance: Distance): Agreement {
  const items = pairs.length;
  if (items < 2) return { value: null, why: 'too-few', items };

  const observed = pairs.map(([first, second]) => distance(first, second)).reduce(add, zero);
  const firsts = [...countCategories(pairs.map(([first]) => first))];
  const seconds = [...countCategories(pairs.map(([, second]) => second))];
  const expected = firsts
    .flatMap(([a, often]) => seconds.map(([b, oftenToo]) => multiply(fraction(often * oftenToo), distance(a, b))))
    .reduce(add, zero);
  if (isZero(expected)) return { value: null, why: 'no-variation', items };
  return { value: subtract(one, divide(multiply(observed, fraction(items)), expected)), items };
}

/** The distance of numbers, linear: |a − b|, given the number that each category stands for. */
export function linearDistance(numbers: ReadonlyMap<string, Fraction>): Distance {
  return (a, b) => {
    const gap = subtract(numbers.get(a) ?? zero, numbers.get(b) ?? zero);
    return compare(gap, zero) < 0 ? negate(gap) : gap;
  };
}
