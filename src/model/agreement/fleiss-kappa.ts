import { add, divide, fraction, isZero, multiply, one, subtract, zero } from '../fraction.ts';
import { type Agreement, countCategories, type Item, pairableItems } from './agreement.ts';
import { agreementOn } from './percent-agreement.ts';

/**
 * Fleiss' kappa of any fixed number of raters: (P̄ − P̄_e) / (1 − P̄_e), with P̄ the share of agreeing pairs averaged over
 * the items and P̄_e the sum of the squared shares of the categories in all judgements. Which rater said what does not
 * matter, only how many said it.
 * J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971), 378–382.
 */
export function fleissKappa(items: readonly Item[]): Agreement {
  const judged = pairableItems(items);
  const size = judged.length;
  if (size < 2) return { value: null, why: 'too-few', items: size };
  if (judged.some(({ length }) => length !== judged[0]?.length)) return { value: null, why: 'uneven', items: size };

  const observed = divide(judged.map(agreementOn).reduce(add, zero), fraction(size));
  const all = judged.flat();
  const expected = [...countCategories(all).values()]
    .map((count) => fraction(count, all.length))
    .map((share) => multiply(share, share))
    .reduce(add, zero);
  const room = subtract(one, expected);
  if (isZero(room)) return { value: null, why: 'no-variation', items: size };
  return { value: divide(subtract(observed, expected), room), items: size };
}
