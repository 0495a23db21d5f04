/** The pairs of neighbouring letters and digits of a text, without regard to case, spaces and punctuation. */
export function bigramsOf(text: string): Set<string> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const bigrams = new Set<string>();
  for (let index = 0; index + 1 < letters.length; index += 1) bigrams.add(letters.slice(index, index + 2));
  if (letters.length === 1) bigrams.add(letters);
  return bigrams;
}

/** How much two texts have in common, 0 to 1 (Dice's coefficient of their pairs of letters). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * sharedCount(a, b)) / (a.size + b.size);
}

/** How much of the part is found in the whole, 0 to 1. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : sharedCount(part, whole) / part.size;
}

function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const bigram of small) if (large.has(bigram)) count += 1;
  return count;
}
