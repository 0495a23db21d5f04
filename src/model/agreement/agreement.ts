import type { Fraction } from '../fraction.ts';

/** What one rater said of one item, as a category; null: nothing. */
export type Judgement = string | null;

/** An item with what each rater said of it, the raters always in the same order. */
export type Item = readonly Judgement[];

/**
 * A figure of agreement, exact; or why there is none. `too-few`: fewer than two items that two raters judged;
 * `no-variation`: everybody said the same everywhere, so that chance alone would agree too; `uneven`: not every item was
 * judged by the same number of raters, which the figure asks for.
 */
export type Agreement =
  | { readonly value: Fraction; readonly items: number }
  | { readonly value: null; readonly why: 'too-few' | 'no-variation' | 'uneven'; readonly items: number };

/** Items that at least two raters judged, without the gaps. */
export function pairableItems(items: readonly Item[]): string[][] {
  return items.map((item) => item.filter((judgement) => judgement !== null)).filter(({ length }) => length >= 2);
}

/** Category → how often it occurs. */
export function countCategories(judgements: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const judgement of judgements) counts.set(judgement, (counts.get(judgement) ?? 0) + 1);
  return counts;
}
