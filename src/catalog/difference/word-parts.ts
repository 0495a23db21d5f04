/** A stretch of text that stands in both versions, or in one only. */
export interface TextPart {
  readonly part: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More words than that are not compared one by one: all is removed and added. */
const mostCells = 4_000_000;

/**
 * Two versions of a text word by word (each Chinese character is a word): the parts of `same` and `removed` make the old text,
 * those of `same` and `added` the new one.
 */
export function wordParts(before: string, after: string): TextPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(old, now);
  const end = commonEnd(old, now, start);
  const [oldMiddle, nowMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return joinParts([
    ...old.slice(0, start).map(same),
    ...middleParts(oldMiddle, nowMiddle),
    ...old.slice(old.length - end).map(same),
  ]);
}

const words = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|\s+|./gsu;

function wordsOf(text: string): string[] {
  return text.match(words) ?? [];
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}

/** By way of a longest common subsequence. */
function middleParts(old: readonly string[], now: readonly string[]): TextPart[] {
  if (old.length * now.length > mostCells) return [...old.map(removed), ...now.map(added)];
  const lengths = commonLengths(old, now);
  const width = now.length + 1;
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [word = '', other = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && word === other) {
      parts.push(same(word));
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))) {
      parts.push(removed(word));
      i += 1;
    } else {
      parts.push(added(other));
      j += 1;
    }
  }
  return parts;
}

/** At `i × width + j`: how long the longest common subsequence of what follows is. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] =
        old[i] === now[j] ? at(lengths, here + width + 1) + 1 : Math.max(at(lengths, here + width), at(lengths, here + 1));
    }
  }
  return lengths;
}

function at(lengths: Uint32Array, index: number): number {
  return lengths[index] ?? 0;
}

/** Neighbours of one kind become one part; of what changed, the removed stands before the added. */
function joinParts(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    if (gone !== '') joined.push({ part: 'removed', text: gone });
    if (come !== '') joined.push({ part: 'added', text: come });
    [gone, come] = ['', ''];
  };
  for (const { part, text } of parts) {
    const last = joined.at(-1);
    if (part === 'removed') gone += text;
    else if (part === 'added') come += text;
    else if (gone === '' && come === '' && last?.part === 'same') joined[joined.length - 1] = { part, text: last.text + text };
    else {
      flush();
      joined.push({ part, text });
    }
  }
  flush();
  return joined;
}

function same(text: string): TextPart {
  return { part: 'same', text };
}

function removed(text: string): TextPart {
  return { part: 'removed', text };
}

function added(text: string): TextPart {
  return { part: 'added', text };
}
