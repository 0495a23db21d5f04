/**
 * Terms by which an index finds certificates: every character and every pair of neighbouring characters. A text that
 * contains a word has all terms of that word; the other way round it need not be so, hence what the index finds is compared
 * once more with the words themselves.
 */

/** What is searched in: keys as the store compares them. */
export interface SearchedTexts {
  readonly numberKey: string;
  readonly searchKey: string;
}

/** Enough terms of one question to find few; more would only make it take longer. */
const mostTerms = 6;

/** The terms of a certificate: those of its number and those of its texts, told apart by their first letter. */
export function termsOfTexts({ numberKey, searchKey }: SearchedTexts): string[] {
  const words = searchKey.split(/\s+/);
  return [...new Set([...partsOf('n', numberKey), ...words.flatMap((word) => partsOf('t', word))])];
}

/** The terms that a number has which contains this key; empty: nothing to look for. */
export function termsOfNumber(key: string): string[] {
  return fewest('n', [key]);
}

/** The terms that a certificate has whose texts contain all these words; empty: every certificate has. */
export function termsOfWords(words: readonly string[]): string[] {
  return fewest('t', words);
}

/** Pairs of Latin letters stand in nearly every text; those that tell more come first. */
function fewest(mark: string, words: readonly string[]): string[] {
  const parts = words.flatMap((word) => (word.length === 1 ? [word] : pairsOf(word)));
  const common = (part: string) => /^[a-z]+$/i.test(part);
  const ranked = [...parts.filter((part) => !common(part)), ...parts.filter(common)];
  return [...new Set(ranked)].slice(0, mostTerms).map((part) => mark + hex(part));
}

function partsOf(mark: string, word: string): string[] {
  return [...Array.from({ length: word.length }, (_, at) => word.charAt(at)), ...pairsOf(word)].map((part) => mark + hex(part));
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}

/** Written as letters and digits, so that no index takes a character for a separator. */
function hex(part: string): string {
  return Array.from({ length: part.length }, (_, at) => part.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}
