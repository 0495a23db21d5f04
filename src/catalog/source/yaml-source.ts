import { type Document, isAlias, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { message } from '../../i18n/translate.ts';
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
  const document = parseYaml(text, lines);
  const tooDeep = document === null ? 0 : document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')?.pos[0];
  if (document === null || tooDeep !== undefined) {
    const place = placeAt(tooDeep ?? 0);
    const problem = { file, ...place, message: message('catalog.tooDeep'), hint: null };
    return { file, value: undefined, problems: [problem], placeOf: () => place, placeOfKey: () => place };
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
