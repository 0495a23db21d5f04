import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '../source/yaml-source.ts';

/** A YAML text with its nodes, whose ranges say where each stands, and the manner in which it is written. */
export interface OpenYaml {
  readonly text: string;
  readonly contents: YAMLMap;
  readonly style: YamlStyle;
}

export interface YamlStyle {
  /** Columns by which a map stands further in than the one around it. */
  readonly step: number;
  /** Whether lists stand further in than their key. */
  readonly indentSeq: boolean;
  /** Whether braces have space inside. */
  readonly padding: boolean;
}

/** null when the text is not sound YAML with a map at its top: such a text can be edited only as text. */
export function openYaml(text: string): OpenYaml | null {
  try {
    const document = parseDocument(text, { uniqueKeys: false, version: '1.2', logLevel: 'silent', prettyErrors: false });
    const { contents } = document;
    if (document.errors.length > 0 || !isMap(contents) || contents.flow) return null;
    return { text, contents, style: styleOf(text, contents) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** As the first nested map and the first list show it. */
function styleOf(text: string, contents: YAMLMap): YamlStyle {
  let step: number | null = null;
  let indentSeq: boolean | null = null;
  visit(contents, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !(isMap(value) || isSeq(value)) || value.flow) return undefined;
      const inside = columnOf(text, startOf(value)) - columnOf(text, startOf(key));
      if (isMap(value) && inside > 0) step ??= inside;
      if (isSeq(value)) indentSeq ??= inside > 0;
      return step === null || indentSeq === null ? undefined : visit.BREAK;
    },
  });
  return { step: Math.min(Math.max(step ?? 2, 1), 8), indentSeq: indentSeq ?? true, padding: /[:[,-] ?\{ +\w/.test(text) };
}

export function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Where the value ends, without line ends and space after it. */
export function endOf(text: string, node: unknown): number {
  const [start = 0, end = 0] = isNode(node) ? (node.range ?? []) : [];
  return start + text.slice(start, end).trimEnd().length;
}

/** The column in which the character at that offset stands, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line's end, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found;
}

export function keyOf(pair: Pair): string {
  const { key } = pair;
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

export function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

/** The map or list at the path; null when there is none. */
export function collectionAt(yaml: OpenYaml, path: Path): YAMLMap | YAMLSeq | null {
  let node: unknown = yaml.contents;
  for (const step of path) {
    if (isMap(node)) node = findPair(node, String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else return null;
  }
  return isMap(node) || isSeq(node) ? node : null;
}

export function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
