import bidiPackage, { type Bidi } from 'bidi-js';

/** The package is the function that its types call `default`. */
const bidi = (bidiPackage as unknown as () => Bidi)();

/** Letters that are written from right to left, and the mark that begins a line of such a paragraph. */
const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Set before a line that belongs to a paragraph with letters from right to left: which way the paragraph runs. */
export const runsLeft = '\u200F';
export const runsRight = '\u200E';

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** The mark of the direction in which a paragraph runs: that of its first letter. */
export function directionMark(paragraph: string): string {
  const { paragraphs } = bidi.getEmbeddingLevels(paragraph, 'auto');
  return (paragraphs[0]?.level ?? 0) % 2 === 1 ? runsLeft : runsRight;
}

/** The level of each UTF-16 unit of a line; odd ones run from right to left. */
export function levelsOf(line: string): Uint8Array {
  return bidi.getEmbeddingLevels(line, 'auto').levels;
}

/** The pieces of a line in the order in which they stand on paper, from left to right (rule L2 of the Unicode algorithm). */
export function visualOrder<Piece extends { readonly level: number }>(pieces: readonly Piece[]): Piece[] {
  const ordered = [...pieces];
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}

/** The text with brackets turned round, as a line from right to left shows them. */
export function mirrored(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('');
}
