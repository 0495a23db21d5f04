import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font, type GlyphRun } from 'fontkit';
import { kept } from './kept.ts';
import type { Weight } from './theme.ts';

/** A font that prints what the document font lacks. It is opened with the first character that needs it. */
export interface StandIn {
  /** By which a document knows it. */
  readonly name: string;
  readonly font: Font;
  hasAll(text: string): boolean;
  /** Width of a text at the size 1. */
  widthOf(text: string): number;
}

interface Family {
  readonly folder: string;
  readonly file: string;
  readonly hasBold: boolean;
  /** What it is asked for at all, so that no font is opened in vain. */
  readonly writes: RegExp;
}

/** Asked from the first to the last. */
const families: readonly Family[] = [
  {
    folder: 'noto-sans',
    file: 'NotoSans',
    hasBold: true,
    writes: /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{P}\p{S}\p{N}]/u,
  },
  { folder: 'nanum-gothic', file: 'NanumGothic', hasBold: true, writes: /^\p{Script=Hangul}/u },
  { folder: 'noto-sans-jp', file: 'NotoSansJP', hasBold: true, writes: /^\p{Script=Han}/u },
  // Its letters are whole glyphs; in fonts that make them of parts, a letter cannot be told from its neighbour when copied.
  {
    folder: 'ibm-plex-sans-arabic',
    file: 'IBMPlexSansArabic',
    hasBold: true,
    writes: /^[\p{Script=Arabic}\u0660-\u0669\u060C\u061B\u061F]/u,
  },
  { folder: 'noto-sans-hebrew', file: 'NotoSansHebrew', hasBold: true, writes: /^\p{Script=Hebrew}/u },
  { folder: 'noto-sans-symbols-2', file: 'NotoSansSymbols2', hasBold: false, writes: /^\p{S}/u },
  { folder: 'noto-emoji', file: 'NotoEmoji', hasBold: true, writes: /^\p{Emoji}/u },
];

const opened = new Map<string, StandIn>();

/** The first font that has every character of the text; null when none has. */
export function standInFor(text: string, weight: Weight): StandIn | null {
  for (const family of families) {
    if (!family.writes.test(text)) continue;
    const standIn = openStandIn(family, weight);
    if (standIn.hasAll(text)) return standIn;
  }
  return null;
}

function openStandIn({ folder, file: family, hasBold }: Family, weight: Weight): StandIn {
  const style = weight === 'bold' && hasBold ? '700Bold' : '400Regular';
  const name = `${family}_${style}`;
  const known = opened.get(name);
  if (known) return known;

  const file = readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${folder}/${style}/${name}.ttf`)));
  // The box of an empty glyph at the very end of a font is read from behind it.
  const font = create(Buffer.concat([file, Buffer.alloc(16)]));
  if (!('layout' in font)) throw new Error(`Not a single font: ${name}`);
  const standIn = toStandIn(name, font);
  opened.set(name, standIn);
  return standIn;
}

function toStandIn(name: string, font: Font): StandIn {
  const points = new Set(font.characterSet);
  const { unitsPerEm } = font;
  // Scripts like these are shaped in full, which costs a hundred times what Chinese does.
  const shape = kept((text) => readable(font.layout(text, { liga: false })), 2000);
  const widthOf = kept((text) => shape(text).advanceWidth / unitsPerEm);
  const hasAll = (text: string) => Array.from(text).every((character) => points.has(character.codePointAt(0) ?? 0));
  return { name, font: Object.create(font, { layout: { value: (text: string) => ownPositions(shape(text)) } }), hasAll, widthOf };
}

/** The same run with positions of its own, since PDFKit scales them in place. */
function ownPositions(run: GlyphRun): GlyphRun {
  return Object.create(run, { positions: { value: run.positions.map((position) => ({ ...position })) } });
}

/** Readers turn a line from right to left round, letter by letter: those of a ligature must stand as the line does. */
function readable(run: GlyphRun): GlyphRun {
  if (run.direction !== 'rtl') return run;
  run.glyphs = run.glyphs.map((glyph) =>
    glyph.codePoints.length > 1 ? Object.create(glyph, { codePoints: { value: [...glyph.codePoints].reverse() } }) : glyph,
  );
  return run;
}
