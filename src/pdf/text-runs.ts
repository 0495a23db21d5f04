import type { Font } from 'fontkit';
import { type StandIn, standInFor } from './stand-in-fonts.ts';
import type { Weight } from './theme.ts';
import { hasRightToLeft, levelsOf, mirrored, runsLeft, runsRight, visualOrder } from './writing-direction.ts';

/** The document font, as far as it can be asked what it has. */
export interface MainFont {
  readonly weight: Weight;
  readonly font: Font;
  has(codePoint: number): boolean;
  /** Width at the size 1 of a text of which it has everything. */
  widthOf(text: string): number;
}

/** A piece of a line in one font, as it is to be drawn; pieces follow each other from left to right. */
export interface TextRun {
  readonly name: string;
  readonly font: Font;
  readonly text: string;
  /** At the size 1. */
  readonly width: number;
}

/** Words of scripts with letters, which stay in one font; else one visible character. */
const pieces =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*|\p{RI}{2}|\P{M}(?:\p{M}|\p{Emoji_Modifier}|\u200D\P{M})*|\p{M}/gu;

interface Piece {
  readonly text: string;
  /** Null: the document font. */
  readonly standIn: StandIn | null;
  readonly level: number;
}

/** Whether the document font or one that stands in for it has all of what is one character to a reader. */
export function canPrint(cluster: string, main: MainFont): boolean {
  return isInMain(cluster, main) || standInFor(cluster, main.weight) !== null;
}

/** A line of which the document font lacks something, in pieces of one font each, from left to right as they stand on paper. */
export function textRuns(line: string, main: MainFont): TextRun[] {
  const turned = hasRightToLeft(line);
  const levels = turned ? levelsOf(line) : null;
  const found: Piece[] = [];
  let start = 0;
  for (const text of line.match(pieces) ?? []) {
    if (text !== runsLeft && text !== runsRight)
      for (const part of fontsOf(text, main)) found.push({ ...part, level: levels?.[start] ?? 0 });
    start += text.length;
  }
  const joined = join(withBlanks(found));
  return (turned ? visualOrder(joined) : joined).map((piece) => toRun(piece, main));
}

/** A word is set in one font when one has all of it; else each of its characters in the first that has it. */
function fontsOf(text: string, main: MainFont): { text: string; standIn: StandIn | null }[] {
  if (isInMain(text, main)) return [{ text, standIn: null }];
  const standIn = standInFor(text, main.weight);
  if (standIn) return [{ text, standIn }];
  return Array.from(text, (character) => ({
    text: character,
    standIn: isInMain(character, main) ? null : standInFor(character, main.weight),
  }));
}

function isInMain(text: string, main: MainFont): boolean {
  return Array.from(text).every((character) => main.has(character.codePointAt(0) ?? 0));
}

/** Blanks and marks between two words of one font are set in that font, too, so that a sentence is one piece. */
function withBlanks(found: readonly Piece[]): Piece[] {
  return found.map((piece, index) => {
    const before = found[index - 1];
    if (piece.standIn || !before?.standIn || /[\p{L}\p{N}]/u.test(piece.text)) return piece;
    const isBetween = before.standIn === found[index + 1]?.standIn && /\p{L}/u.test(before.text);
    return isBetween && before.standIn.hasAll(piece.text) ? { ...piece, standIn: before.standIn } : piece;
  });
}

function join(found: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of found) {
    const last = joined.at(-1);
    if (last && last.standIn === piece.standIn && last.level === piece.level)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function toRun({ text, standIn, level }: Piece, main: MainFont): TextRun {
  const shown = level % 2 === 1 ? turnedRound(text) : text;
  if (standIn) return { name: standIn.name, font: standIn.font, text: shown, width: standIn.widthOf(shown) };
  return { name: main.weight, font: main.font, text: shown, width: main.widthOf(shown) };
}

/** Fonts with letters from right to left turn them round themselves; of anything else in such a line that is done here. */
function turnedRound(text: string): string {
  const shown = mirrored(text);
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? shown : Array.from(shown).reverse().join('');
}
