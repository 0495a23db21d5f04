import { type Document, isAlias, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { type Message, message } from '../../i18n/translate.ts';
import type { Problem } from './problem.ts';
import { syntaxMessage } from './yaml-syntax.ts';
import { readYamlValue } from './yaml-value.ts';

/** Keys and indexes from the top of a file to a value. */
export type Path = readonly (string | number)[];

export interface Place {
  readonly line: number;
  readonly column: number;
  /** The sheet of a workbook, whose row and column these are. */
  readonly sheet?: string;
}

export interface YamlSource {
  readonly file: string;
  /** Plain objects, lists, strings, booleans, null and `PlainNumber`; undefined when the file holds nothing. */
  readonly value: unknown;
  /** What is wrong with the file as YAML. */
  readonly problems: readonly Problem[];
  /** Where the value stands; where it is missing, the innermost value around it. */
  readonly placeOf: (path: Path) => Place;
  /** Where the key of the value stands. */
  readonly placeOfKey: (path: Path) => Place;
}

/** Reads YAML 1.2. Numbers keep their spelling; every problem is collected; never throws on any text. */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const excess = excessIn(text);
  if (excess) return unread(file, { line: 1, column: 1 }, excess);
  const document = parseYaml(text, lines);
  const tooDeep = document === null ? 0 : document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')?.pos[0];
  if (document === null || tooDeep !== undefined) {
    return unread(file, placeAt(tooDeep ?? 0), message('catalog.tooDeep'));
  }

  const syntax = [...document.errors, ...document.warnings].map((fault) => ({
    file,
    ...placeAt(fault.pos[0]),
    message: syntaxMessage(fault.code, fault.message),
    hint: null,
  }));
  const { value, faults, anchors } = readYamlValue(document.contents);
  const broken = new Set(syntax.map(({ line }) => line));
  const found = faults
    .map(({ offset, message, hint }) => ({ file, ...placeAt(offset), message, hint }))
    .filter(({ line }) => !broken.has(line));
  const walk = (path: Path) => nodeAt(document.contents, path, anchors);
  return {
    file,
    value,
    problems: [...syntax, ...found],
    placeOf: (path) => placeAt(startOfNode(walk(path).node)),
    placeOfKey: (path) => placeAt(walk(path).key),
  };
}

function unread(file: string, place: Place, text: Message): YamlSource {
  const problem = { file, ...place, message: text, hint: null };
  return { file, value: undefined, problems: [problem], placeOf: () => place, placeOfKey: () => place };
}

/** Ten thousand clauses have a quarter of that. Each costs the parser about a kilobyte. */
const mostParts = 400_000;
/** Brackets open at once. */
const mostOpen = 500;
/** Items begun on one line; a long text of one line may hold some hundred dashes and question marks. */
const mostOnLine = 5000;

/**
 * Why the text is not even parsed: millions of tiny parts, or thousands one within the other, would take the parser minutes and
 * gigabytes. Counts signs wherever they stand, also in quotes, so that it never counts too few.
 */
function excessIn(text: string): Message | null {
  const tally = { parts: 0, brackets: 0, items: 0 };
  for (const [sign] of text.matchAll(/[\n,[\]{}]|[-?:][ \t]/g)) {
    countSign(tally, sign);
    if (tally.parts > mostParts) return message('catalog.tooManyParts', { most: mostParts });
    if (tally.brackets > mostOpen || tally.items > mostOnLine) return message('catalog.tooDeep');
  }
  return null;
}

function countSign(tally: { parts: number; brackets: number; items: number }, sign: string): void {
  tally.parts += 1;
  if ('[{'.includes(sign)) tally.brackets += 1;
  else if (']}'.includes(sign)) tally.brackets -= 1;
  else if (sign === '\n') tally.items = 0;
  else if (/^[-?]/.test(sign)) tally.items += 1;
}

/** null when the text nests so deep that the parser itself gives up; at other depths it reports as much. */
export function parseYaml(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, version: '1.2', logLevel: 'error' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The node at the path, or the innermost one on the way to it, and the offset of its key. */
export function nodeAt(root: Node | null, path: Path, anchors: ReadonlyMap<string, Node>): { node: Node | null; key: number } {
  let node = resolve(root, anchors);
  let key = startOfNode(node);
  for (const step of path) {
    const next = childAt(node, step);
    if (!next) break;
    key = next.key;
    if (!next.node) return { node, key };
    node = resolve(next.node, anchors);
  }
  return { node, key };
}

function childAt(node: Node | null, step: string | number): { node: Node | null; key: number } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && (key.source ?? String(key.value)) === String(step));
    if (!pair || !isScalar(pair.key)) return null;
    return { node: isNode(pair.value) ? pair.value : null, key: startOfNode(pair.key) };
  }
  if (!isCollection(node)) return null;
  const item = node.items[Number(step)];
  return isNode(item) ? { node: item, key: startOfNode(item) } : null;
}

function resolve(node: Node | null, anchors: ReadonlyMap<string, Node>): Node | null {
  return isAlias(node) ? (anchors.get(node.source) ?? node) : node;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isCollection(value) || isAlias(value);
}

export function startOfNode(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
