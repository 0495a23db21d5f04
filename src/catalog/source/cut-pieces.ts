/**
 * A clause as lines of a file, without the clauses below it: in their place stand empty lines, and a space in place of its
 * dash, so that every character keeps its line and column.
 */
export interface Piece {
  readonly text: string;
  /** The line of the file on which it begins, from 0. */
  readonly line: number;
  /** null when no list of clauses stands in it. */
  readonly below: { readonly pieces: readonly Piece[]; readonly line: number; readonly column: number } | null;
}

/** Deeper trees are read as a whole. */
const deepest = 12;

/** Cuts a file at its clauses, by its lines alone; null when it is not written so that this can be right. */
export function cutPieces(text: string): Piece | null {
  if (/^(---|\.\.\.|%)|\r|^ *\t/m.test(text)) return null;
  const lines = text.split('\n');
  return cut(lines, { from: 0, to: lines.length, keys: 0, dash: null, level: 0 });
}

interface Lines {
  readonly from: number;
  readonly to: number;
  /** The column of the keys. */
  readonly keys: number;
  /** The column of the dash on the first line; null at the top of the file. */
  readonly dash: number | null;
  readonly level: number;
}

function cut(lines: readonly string[], { from, to, keys, dash, level }: Lines): Piece | null {
  if (level > deepest) return null;
  const own = lines.slice(from, to);
  if (dash !== null) own[0] = `${' '.repeat(dash + 1)}${own[0]?.slice(dash + 1) ?? ''}`;
  const key = own.findIndex((line) => isClausesKey(line, keys));
  const first = key < 0 ? -1 : nextWritten(own, key + 1);
  const column = first < 0 ? -1 : columnOfDash(own[first] ?? '');
  if (column < keys) return { text: own.join('\n'), line: from, below: null };

  const { starts, end } = entriesOf(own, first, column);
  const pieces = starts.map((start, index) => {
    const inner = indentOf((own[start] ?? '').replace('-', ' '));
    const next = from + (starts[index + 1] ?? end);
    return inner < 0 ? null : cut(lines, { from: from + start, to: next, keys: inner, dash: column, level: level + 1 });
  });
  const whole = pieces.filter((piece) => piece !== null);
  if (whole.length < pieces.length) return null;
  own.fill('', first, end);
  return { text: own.join('\n'), line: from, below: { pieces: whole, line: from + first, column } };
}

/** Where the entries of a list begin whose first dash stands there, and where the list ends. */
function entriesOf(lines: readonly string[], first: number, column: number): { starts: number[]; end: number } {
  const starts = [first];
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const indent = indentOf(line);
    if (indent < 0 || indent > column) continue;
    if (columnOfDash(line) !== column) return { starts, end: at };
    starts.push(at);
  }
  return { starts, end: lines.length };
}

function isClausesKey(line: string, column: number): boolean {
  return line.startsWith('clauses:', column) && indentOf(line) === column && /^\s*(#.*)?$/.test(line.slice(column + 8));
}

function nextWritten(lines: readonly string[], from: number): number {
  return lines.findIndex((line, index) => index >= from && indentOf(line) >= 0);
}

/** -1 for an empty line and for one that holds only a comment. */
function indentOf(line: string): number {
  const indent = line.search(/[^ ]/);
  return indent < 0 || line[indent] === '#' ? -1 : indent;
}

/** -1 when the line begins no entry of a list. */
function columnOfDash(line: string): number {
  const indent = indentOf(line);
  return indent >= 0 && line[indent] === '-' && /^[ ]?$/.test(line[indent + 1] ?? '') ? indent : -1;
}
