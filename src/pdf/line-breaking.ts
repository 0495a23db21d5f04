/** Width in points of a piece of text. */
export type Measure = (text: string) => number;

/** Never at the start of a line. */
const closing = /^[、。，．；：？！…—～·’”）〕］｝〉》」』】〗％‰℃,.;:?!)\]}%‐–々ー]$|^(?:\u200D|[\u{1F3FB}-\u{1F3FF}])$/u;
/** Never at the end of a line. */
const opening = /^[‘“（〔［｛〈《「『【〖$¥￥#([{]$|^\u200D$/u;
/** Set solid, may be parted on either side: Han, kana, hangul, full-width forms, CJK marks, and the sign for the missing. */
const solid =
  /^[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u2014\u2018\u2019\u201C\u201D\u2026\u2460-\u24FF\u25A0-\u27BF\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFF}]$/u;

/**
 * Breaks a text into lines no wider than `width`. Line feeds are kept as ends of lines; Latin words and numbers are not
 * torn unless one is wider than a line; no line starts with closing punctuation or ends with opening punctuation.
 * Always at least one line.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((line) => breakOne(line, width, measure));
}

function breakOne(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { piece, extent, blanks } of piecesOf(text, width, measure)) {
    if (line !== '' && used + extent > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += extent + blanks;
  }
  lines.push(line.trimEnd());
  return lines;
}

interface Piece {
  readonly piece: string;
  /** Width without the blanks at its end, and of those blanks. */
  readonly extent: number;
  readonly blanks: number;
}

function* piecesOf(text: string, width: number, measure: Measure): Generator<Piece> {
  for (const unit of unitsOf(text)) {
    const bare = unit.trimEnd();
    const extent = measure(bare);
    if (extent > width) yield* torn(unit, width, measure);
    else yield { piece: unit, extent, blanks: bare.length < unit.length ? measure(unit.slice(bare.length)) : 0 };
  }
}

/** A unit wider than a whole line is torn between characters. */
function* torn(unit: string, width: number, measure: Measure): Generator<Piece> {
  let piece = '';
  let extent = 0;
  for (const character of unit) {
    const own = measure(character);
    if (piece !== '' && extent + own > width) {
      yield { piece, extent, blanks: 0 };
      piece = '';
      extent = 0;
    }
    piece += character;
    extent += own;
  }
  yield { piece, extent, blanks: 0 };
}

/** The pieces between which a line may end; blanks belong to the piece before them. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let unit = '';
  let before = '';
  for (const character of text) {
    if (unit !== '' && mayBreakBetween(before, character, unit)) {
      units.push(unit);
      unit = '';
    }
    unit += character;
    before = character;
  }
  return unit === '' ? units : [...units, unit];
}

function mayBreakBetween(before: string, after: string, unit: string): boolean {
  if (after === ' ') return false;
  if (before === ' ') return unit.trim() !== '';
  if (closing.test(after) || opening.test(before)) return false;
  if (solid.test(before) || solid.test(after)) return true;
  return isInnerBreak(before, after, unit);
}

/** Long names part after a hyphen or a slash before a letter: `on-site`, `a/b`; dates and numbers never do. */
function isInnerBreak(before: string, after: string, unit: string): boolean {
  return /[-/_]/.test(before) && /\p{L}/u.test(after) && /\p{L}[-/_]+$/u.test(unit);
}
