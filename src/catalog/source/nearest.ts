import { type Message, message } from '../../i18n/translate.ts';

/** "Did you mean …" with the allowed word that is at most a third of the letters away; null when none is. */
export function suggest(word: string, allowed: Iterable<string>): Message | null {
  const found = nearest(word, allowed);
  return found === null ? null : message('catalog.didYouMean', { word: found });
}

/** The word with the fewest edits, no more than a third of the longer word's letters (at least 1); null when none is so near. */
export function nearest(word: string, allowed: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of allowed) {
    const limit = Math.min(fewest - 1, Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3)));
    const edits = editDistance(word.slice(0, 80), candidate, limit);
    if (edits <= limit) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours; may stop early and answer more than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;

  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(cheapest(a, b, i, j, { before, last, row }));
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function cheapest(a: string, b: string, i: number, j: number, rows: { before: number[]; last: number[]; row: number[] }): number {
  const far = Number.POSITIVE_INFINITY;
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const replaced = (rows.last[j - 1] ?? far) + same;
  const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows.before[j - 2] ?? far) + 1 : far;
  return Math.min((rows.last[j] ?? far) + 1, (rows.row[j - 1] ?? far) + 1, replaced, swapped);
}
