import { setImmediate } from 'node:timers/promises';
import { isAlias, LineCounter, visit } from 'yaml';
import { cutPieces, type Piece } from './cut-pieces.ts';
import type { Problem } from './problem.ts';
import { nodeAt, type Path, type Place, parseYaml, readYaml, startOfNode, type YamlSource } from './yaml-source.ts';
import { type Fault, readYamlValue } from './yaml-value.ts';

export type ReadYaml = typeof readYaml;

/** What a piece says; null when it can be read only with the rest of its file. */
type Reading = { readonly value: unknown; readonly faults: readonly Fault[] } | null;

/** Characters of pieces whose readings are kept, and of texts that were read as a whole, whose nodes take far more memory. */
const mostInPieces = 8_000_000;
const mostWhole = 1_000_000;

export interface PieceReader {
  /** Reads as `readYaml` does, and keeps what it has read: of a text of which one clause changed only that clause is read again. */
  readonly read: ReadYaml;
  /** Reads the clauses of a large text a few at a time, so that others get their turn; `read` then finds them read. */
  readonly readAhead: (text: string) => Promise<void>;
}

/** Characters that are read in one go; a few milliseconds. */
const mostAtOnce = 30_000;

/** Reads clause by clause. What cannot be read in pieces (anchors, faults of YAML) is read as a whole. */
export function openPieceReader(): PieceReader {
  const pieces = keepLatest<Reading>(mostInPieces);
  const wholes = keepLatest<YamlSource>(mostWhole);
  const readOne = (text: string, depth: number) => pieces(`${depth}\n${text}`, () => readPiece(text, depth));
  const read: ReadYaml = (file, text) => {
    const readWhole = () => wholes(`${file}\n${text}`, () => readYaml(file, text));
    const top = cutPieces(text);
    if (!top?.below) return readWhole();
    const problems: Problem[] = [];
    const report = ({ offset, message, hint }: Fault, piece: Piece) =>
      problems.push({ file, ...placeAt(piece, offset), message, hint });
    const value = gather(top, 0, readOne, report);
    if (value === null) return readWhole();
    return {
      file,
      value,
      problems,
      placeOf: (path) => placeIn(top, path, 'value'),
      placeOfKey: (path) => placeIn(top, path, 'key'),
    };
  };
  const readAhead = async (text: string) => {
    if (text.length <= mostAtOnce) return;
    let length = 0;
    for (const { text: piece, depth } of allPieces(cutPieces(text), 0)) {
      readOne(piece, depth);
      length += piece.length;
      if (length < mostAtOnce) continue;
      length = 0;
      await setImmediate();
    }
  };
  return { read, readAhead };
}

/** A piece with those below it, each with the depth at which `gather` reads it. */
function* allPieces(piece: Piece | null, depth: number): Generator<{ readonly text: string; readonly depth: number }> {
  if (!piece) return;
  yield { text: piece.text, depth };
  for (const below of piece.below?.pieces ?? []) yield* allPieces(below, depth + 2);
}

/** What was made of a text, while it is among the latest that have so many characters together. */
function keepLatest<T>(most: number): (text: string, make: () => T) => T {
  const kept = new Map<string, { readonly made: T }>();
  let length = 0;
  return (text, make) => {
    const found = kept.get(text);
    const { made } = found ?? { made: make() };
    if (found) kept.delete(text);
    else length += text.length;
    kept.set(text, { made });
    for (const [oldest] of kept) {
      if (length <= most) break;
      kept.delete(oldest);
      length -= oldest.length;
    }
    return made;
  };
}

function readPiece(text: string, depth: number): Reading {
  const document = parseYaml(text, new LineCounter());
  if (!document || document.errors.length > 0 || document.warnings.length > 0) return null;
  let isAlone = true;
  visit(document.contents, {
    Node(_, node) {
      if (isAlias(node) || ('anchor' in node && node.anchor) || node.tag) isAlone = false;
      return isAlone ? undefined : visit.BREAK;
    },
  });
  if (!isAlone) return null;
  const { value, faults } = readYamlValue(document.contents, depth);
  return { value, faults };
}

/** The value of a piece with those below it; null when one of them cannot be read by itself. */
function gather(
  { text, below, ...place }: Piece,
  depth: number,
  readOne: (text: string, depth: number) => Reading,
  report: (fault: Fault, piece: Piece) => void,
): unknown {
  const reading = readOne(text, depth);
  if (!reading) return null;
  for (const fault of reading.faults) report(fault, { text, below, ...place });
  if (!below) return reading.value;
  const { value } = reading;
  if (!isMap(value) || value.clauses !== null) return null;
  const clauses: unknown[] = [];
  for (const piece of below.pieces) {
    const clause = gather(piece, depth + 2, readOne, report);
    if (clause === null) return null;
    clauses.push(clause);
  }
  return { ...value, clauses };
}

function placeIn(top: Piece, path: Path, of: 'value' | 'key'): Place {
  let piece = top;
  let at = 0;
  for (; path[at] === 'clauses'; at += 2) {
    const index = path[at + 1];
    const next = typeof index === 'number' ? piece.below?.pieces[index] : undefined;
    if (!next) break;
    piece = next;
  }
  const rest = path.slice(at);
  const { below } = piece;
  if (below && rest[0] === 'clauses' && (of === 'value' || rest.length > 1))
    return { line: below.line + 1, column: below.column + 1 };
  const { node, key } = nodeAt(parseYaml(piece.text, new LineCounter())?.contents ?? null, rest, new Map());
  return placeAt(piece, of === 'key' ? key : startOfNode(node));
}

function placeAt({ text, line }: Piece, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: line + before.length, column: (before.at(-1) ?? '').length + 1 };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
