import { add, compare, divide, type Fraction, fraction, isZero, multiply, one, subtract, zero } from '../fraction.ts';
import { type Agreement, countCategories, type Item, pairableItems } from './agreement.ts';

/** How categories are compared: by sameness alone, by rank, or as numbers. */
export const alphaMetrics = ['nominal', 'ordinal', 'interval'] as const;
export type AlphaMetric = (typeof alphaMetrics)[number];

/**
 * Krippendorff's alpha of any number of raters, of whom some may have left items out: 1 − D_o / D_e, the observed
 * disagreement over that expected by chance, both from the coincidences of values within items. `numbers` gives the
 * number that each category stands for; `nominal` needs none.
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), and "Content Analysis" (2004), chapter 11.
 */
export function krippendorffAlpha(
  items: readonly Item[],
  metric: AlphaMetric,
  numbers: ReadonlyMap<string, Fraction> = new Map(),
): Agreement {
  const judged = pairableItems(items);
  const size = judged.length;
  if (size < 2) return { value: null, why: 'too-few', items: size };

  const totals = countCategories(judged.flat());
  const distance = squaredDistance(metric, totals, numbers);
  const observed = judged.map((item) => disagreementIn(item, distance)).reduce(add, zero);
  const all = judged.reduce((sum, { length }) => sum + length, 0);
  const expected = divide(disagreementBetween([...totals], distance), fraction(all - 1));
  if (isZero(expected)) return { value: null, why: 'no-variation', items: size };
  return { value: subtract(one, divide(observed, expected)), items: size };
}

type SquaredDistance = (a: string, b: string) => Fraction;

/** The pairs of values within one item, each pair weighed so that an item counts as often as it has values. */
function disagreementIn(judgements: readonly string[], distance: SquaredDistance): Fraction {
  return divide(disagreementBetween([...countCategories(judgements)], distance), fraction(judgements.length - 1));
}

function disagreementBetween(counts: readonly (readonly [string, number])[], distance: SquaredDistance): Fraction {
  let sum = zero;
  for (const [a, often] of counts) {
    for (const [b, oftenToo] of counts) {
      if (a !== b) sum = add(sum, multiply(fraction(often * oftenToo), distance(a, b)));
    }
  }
  return sum;
}

function squaredDistance(
  metric: AlphaMetric,
  totals: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, Fraction>,
): SquaredDistance {
  if (metric === 'nominal') return () => one;
  const numberOf = (category: string) => numbers.get(category) ?? zero;
  const places = metric === 'interval' ? numberOf : ranksOf(totals, numberOf);
  return (a, b) => {
    const gap = subtract(places(a), places(b));
    return multiply(gap, gap);
  };
}

/**
 * The place of each category when all values are lined up: the middle of its own. The gap between two of these is
 * Krippendorff's ordinal distance, the values from one category to the other less half of both ends.
 */
function ranksOf(totals: ReadonlyMap<string, number>, numberOf: (category: string) => Fraction): (category: string) => Fraction {
  const places = new Map<string, Fraction>();
  let before = 0;
  for (const [category, count] of [...totals].sort(([a], [b]) => compare(numberOf(a), numberOf(b)))) {
    places.set(category, fraction(2 * before + count, 2));
    before += count;
  }
  return (category) => places.get(category) ?? zero;
}
