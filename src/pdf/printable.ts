import type { Face } from './face.ts';

/** The sign of printers for a type that the case lacks. */
export const missingSign = '〓';

/** Zero-width marks, direction marks, joiners, variation selectors, tags: nothing of them is visible. */
const invisible = /\p{Cf}|\u034F|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
/** Control characters other than the line feed, and halves of surrogate pairs. */
const control = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** What a reader sees as one character: a flag, or a base with its marks and whatever is joined to it. */
const cluster = /\p{RI}{2}|\P{M}(?:\p{M}|\p{Emoji_Modifier}|\u200D\P{M})*|\p{M}/gu;

/**
 * The text as the face and those that stand in for it can print it: composed, without control and invisible characters, tabs as blanks, line ends as
 * line feeds. What they lack becomes one 〓 a visible character and is added to `missing`.
 */
export function printable(text: string, face: Face, missing: Set<string>): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ');
  if (isAllThere(plain, face)) return plain;
  return plain.replace(cluster, (seen) => printableCluster(seen, face, missing));
}

function isAllThere(text: string, face: Face): boolean {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (character !== '\n' && (!face.has(point) || (!isPlain(point) && isUnseen(character)))) return false;
  }
  return true;
}

/** Printable ASCII and Han, nearly all of any text: never invisible. */
function isPlain(point: number): boolean {
  return (point >= 0x20 && point < 0x7f) || (point >= 0x3001 && point <= 0x9fff);
}

function isUnseen(character: string): boolean {
  return withoutUnseen(character) === '';
}

function printableCluster(found: string, face: Face, missing: Set<string>): string {
  if (found === '\n') return found;
  const seen = withoutUnseen(found);
  if (seen === '' || isAllThere(seen, face)) return seen;
  const joined = emojiSequence.test(found) ? found.replace(variation, '') : seen;
  for (const shown of [joined, seen]) if (face.canPrint(shown)) return shown;
  missing.add(seen);
  return missingSign;
}

/** People and things joined to one picture keep what joins them. */
const emojiSequence = /^\p{Emoji}.*\u200D/u;
const variation = /[\uFE00-\uFE0F]/g;

function withoutUnseen(text: string): string {
  return text.replace(invisible, '').replace(control, '');
}
