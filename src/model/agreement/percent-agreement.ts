import { add, divide, fraction, zero } from '../fraction.ts';
import { type Agreement, countCategories, type Item, pairableItems } from './agreement.ts';

/**
 * The share of pairs of raters who said the same of an item, averaged over the items; 0…1. Also called observed
 * agreement: P̄ in J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971),
 * 378–382. It takes no account of chance. An item that fewer than two raters judged is left out.
 */
export function percentAgreement(items: readonly Item[]): Agreement {
  const judged = pairableItems(items);
  if (judged.length === 0) return { value: null, why: 'too-few', items: 0 };
  const sum = judged.map(agreementOn).reduce(add, zero);
  return { value: divide(sum, fraction(judged.length)), items: judged.length };
}

/** The share of pairs among these judgements that agree. */
export function agreementOn(judgements: readonly string[]) {
  const pairs = judgements.length * (judgements.length - 1);
  const agreeing = [...countCategories(judgements).values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return fraction(agreeing, pairs);
}
