import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { kept } from './kept.ts';
import { canPrint, type MainFont, type TextRun, textRuns } from './text-runs.ts';
import type { Weight } from './theme.ts';

/** One weight of the document font, opened once a process and shared by all documents. */
export interface Face {
  readonly weight: Weight;
  /** To be registered with PDFKit: the opened font with a quick, even-handed `layout`. */
  readonly font: Font;
  has(codePoint: number): boolean;
  /** Whether it or a font that stands in for it has all of what is one character to a reader. */
  canPrint(cluster: string): boolean;
  /** Width in points of a text as it will be set. */
  widthOf(text: string, size: number): number;
  /** The pieces of a line of which the font lacks something, from left to right; null: it has everything. */
  runsOf(line: string): readonly TextRun[] | null;
}

export type Faces = Readonly<Record<Weight, Face>>;

interface PlacedGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** The em box of the font: the part of the size above the baseline; the rest lies below. */
export const ascent = 0.88;

let opened: Faces | null = null;

/** The faces of the document font. The first call reads some 20 MB; later calls return the same objects. */
export function openFaces(): Faces {
  opened ??= { regular: openFace('regular', '400Regular'), bold: openFace('bold', '700Bold') };
  return opened;
}

function openFace(weight: Weight, folder: string): Face {
  const url = import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${folder}/NotoSansSC_${folder}.ttf`);
  const font = create(readFileSync(fileURLToPath(url)));
  if (!('layout' in font)) throw new Error(`Not a single font: ${url}`);
  return faceOf(weight, font);
}

function faceOf(weight: Weight, font: Font): Face {
  const place = glyphPlacer(font);
  const kern = kerner(font, place);
  const { unitsPerEm } = font;
  const layout = remembered((text: string): Run => {
    const glyphs = glyphsOf(text, place);
    const positions = glyphs.map((glyph, index) => {
      const xAdvance = glyph.advanceWidth + kern(glyph, glyphs[index + 1]);
      return { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 };
    });
    const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return { glyphs, positions, advanceWidth, lacks: glyphs.some(({ id }) => id === 0) };
  });
  const known = new Map<number, boolean>();
  const has = (codePoint: number) => {
    const found = known.get(codePoint) ?? font.hasGlyphForCodePoint(codePoint);
    known.set(codePoint, found);
    return found;
  };
  const shared = withLayout(font, layout);
  const main: MainFont = { weight, font: shared, has, widthOf: (text) => layout(text).advanceWidth / unitsPerEm };
  const mixed = remembered((line: string) => textRuns(line, main));
  const mixedWidth = kept((piece) => unitsPerEm * mixed(piece).reduce((sum, { width }) => sum + width, 0));
  const advance = (text: string) => {
    const one = isOneUnit(text) ? place(text.charCodeAt(0), false) : null;
    if (one && one.id !== 0) return one.advanceWidth;
    const run = layout(text);
    return run.lacks ? mixedWidth(text) : run.advanceWidth;
  };
  return {
    weight,
    font: shared,
    has,
    canPrint: kept((cluster) => canPrint(cluster, main)),
    widthOf: (text, size) => (advance(text) * size) / unitsPerEm,
    runsOf: (line) => (layout(line).lacks ? mixed(line) : null),
  };
}

function isOneUnit(text: string): boolean {
  return text.length === 1 && !narrowBesideLatin.has(text.charCodeAt(0));
}

interface Run {
  readonly glyphs: readonly PlacedGlyph[];
  readonly positions: readonly object[];
  readonly advanceWidth: number;
  /** Some of it is not in the font. */
  readonly lacks: boolean;
}

/** PDFKit lays a line out three times over: to measure, to draw, to move on. */
function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  let last: { text: string; made: Made } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}

/**
 * The same font with its shaping replaced: the full one costs milliseconds a page and this script needs none of it. The size of
 * the em is copied, because the font decodes a table each time it is asked. PDFKit scales positions in place, by 1 for this em.
 */
function withLayout(font: Font, layout: (text: string) => Run): Font {
  return Object.create(font, { layout: { value: layout }, unitsPerEm: { value: font.unitsPerEm } });
}

/** Marks that the font sets a full square wide, as Chinese wants them; beside Latin letters the narrow form is right. */
const narrowBesideLatin = new Set('‘’“”·…×÷±≥≤'.split('').map((mark) => mark.codePointAt(0) ?? 0));

type Place = (codePoint: number, narrow: boolean) => PlacedGlyph;

function glyphPlacer(font: Font): Place {
  const known = new Map<number, PlacedGlyph>();
  return (codePoint, narrow) => {
    const key = narrow ? -codePoint : codePoint;
    const found = known.get(key);
    if (found) return found;

    const glyph = narrow ? narrowGlyph(font, codePoint) : font.glyphForCodePoint(codePoint);
    const placed = { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: [codePoint] };
    known.set(key, placed);
    return placed;
  };
}

function narrowGlyph(font: Font, codePoint: number) {
  const run = font.layout(String.fromCodePoint(codePoint), { pwid: true });
  return run.glyphs[0] ?? font.glyphForCodePoint(codePoint);
}

function glyphsOf(text: string, place: Place): PlacedGlyph[] {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.map((point, index) => place(point, narrowBesideLatin.has(point) && besideLatin(points, index)));
}

/** The nearest neighbour that is not a blank decides, the one before first. */
function besideLatin(points: readonly number[], index: number): boolean {
  const neighbour = [points[index - 1], points[index + 1], points[index - 2], points[index + 2]].find(
    (point) => point !== undefined && point !== 0x20 && !narrowBesideLatin.has(point),
  );
  return neighbour !== undefined && neighbour < 0x250;
}

/** Pair kerning of Latin letters; figures keep their common width so that columns line up. */
function kerner(font: Font, place: Place) {
  const known = new Map<number, number>();
  return (left: PlacedGlyph, right: PlacedGlyph | undefined): number => {
    const first = left.codePoints[0] ?? 0;
    const second = right?.codePoints[0] ?? 0;
    if (!isKerned(first) || !isKerned(second)) return 0;

    const key = first * 0x400 + second;
    const found = known.get(key);
    if (found !== undefined) return found;

    const together = font.layout(String.fromCodePoint(first, second), { liga: false, dlig: false });
    const kerning =
      together.glyphs.length === 2
        ? together.advanceWidth - place(first, false).advanceWidth - place(second, false).advanceWidth
        : 0;
    known.set(key, kerning);
    return kerning;
  };
}

function isKerned(point: number): boolean {
  return (
    (point >= 0x41 && point < 0x250 && point !== 0xb7 && point !== 0xd7 && point !== 0xf7) || point === 0x2c || point === 0x2e
  );
}
