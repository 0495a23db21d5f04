import type { Face } from './face.ts';

/** The sign of printers for a type that the case lacks. */
export const missingSign = '〓';

/** Zero-width marks, direction marks, joiners, variation selectors, tags: nothing of them is visible. */
const invisible = /\p{Cf}|\u034F|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
/** Control characters other than the line feed, and halves of surrogate pairs. */
const control = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text as the face can print it: composed, without control and invisible characters, tabs as blanks, line ends as
 * line feeds. What the font lacks becomes one 〓 a visible character and is added to `missing`.
 */
export function printable(text: string, face: Face, missing: Set<string>): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ');
  if (isAllThere(plain, face)) return plain;

  let printed = '';
  for (const { segment } of clusters.segment(plain)) printed += printableCluster(segment, face, missing);
  return printed;
}

function isAllThere(text: string, face: Face): boolean {
  for (const character of text) {
    if (character !== '\n' && (isUnseen(character) || !face.has(character.codePointAt(0) ?? 0))) return false;
  }
  return true;
}

function isUnseen(character: string): boolean {
  return character.replace(invisible, '').replace(control, '') === '';
}

function printableCluster(cluster: string, face: Face, missing: Set<string>): string {
  if (cluster === '\n') return cluster;
  const seen = cluster.replace(invisible, '').replace(control, '');
  if (seen === '' || isAllThere(seen, face)) return seen;
  missing.add(seen);
  return missingSign;
}
