/**
 * The fewest items that must be moved to bring `before` into the order of `after`; both hold the same items once each.
 * All but a longest rising run, found in O(n log n) (patience sorting).
 */
export function reorderedItems(before: readonly string[], after: readonly string[]): Set<string> {
  const rank = new Map(before.map((item, index) => [item, index]));
  const ranks = after.map((item) => rank.get(item) ?? 0);
  const kept = longestRisingRun(ranks);
  return new Set(after.filter((_, index) => !kept.has(index)));
}

/** Indexes of a longest strictly rising run. */
function longestRisingRun(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    const at = firstNotBelow(tails, values, value);
    previous.push(at === 0 ? -1 : (tails[at - 1] ?? -1));
    tails[at] = index;
  });
  const run = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.add(index);
  return run;
}

function firstNotBelow(tails: readonly number[], values: readonly number[], value: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
