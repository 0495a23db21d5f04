import { type Alias, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { type Message, message } from '../../i18n/translate.ts';
import { PlainNumber } from './plain-number.ts';

const mostAliases = 100;
/** Two levels of YAML for each of 32 levels of clauses, and some for what stands in a clause. */
const deepest = 80;

export interface Fault {
  readonly offset: number;
  readonly message: Message;
  readonly hint: Message | null;
}

interface Reading {
  readonly anchors: Map<string, Node>;
  readonly faults: Fault[];
  aliases: number;
}

/**
 * Turns nodes into plain values, in which numbers keep their spelling; reports what no file of ours may hold. `depth`: how
 * deep the root itself stands in its file.
 */
export function readYamlValue(
  root: Node | null,
  depth = 0,
): {
  value: unknown;
  faults: readonly Fault[];
  anchors: ReadonlyMap<string, Node>;
} {
  const reading: Reading = { anchors: new Map(), faults: [], aliases: 0 };
  const value = root === null ? undefined : plainValue(root, depth, reading);
  return { value, faults: reading.faults, anchors: reading.anchors };
}

function plainValue(node: unknown, depth: number, reading: Reading): unknown {
  if (isScalar(node)) return scalarOf(node, reading);
  if (isAlias(node)) return aliasValue(node, depth, reading);
  if (!isMap(node) && !isSeq(node)) return null;
  if (depth > deepest) {
    refuse(reading, node, message('catalog.tooDeep'));
    return null;
  }
  if (node.anchor) reading.anchors.set(node.anchor, node);
  return isMap(node) ? mapOf(node, depth, reading) : node.items.map((item) => plainValue(item, depth + 1, reading));
}

function aliasValue(node: Alias, depth: number, reading: Reading): unknown {
  reading.aliases += 1;
  if (reading.aliases === mostAliases + 1) refuse(reading, node, message('catalog.tooManyAliases', { most: mostAliases }));
  const target = reading.anchors.get(node.source);
  if (!target) refuse(reading, node, message('catalog.yamlBadAlias'));
  return reading.aliases > mostAliases ? null : plainValue(target, depth + 1, reading);
}

function mapOf(map: YAMLMap, depth: number, reading: Reading): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = keyOf(pair.key);
    const place = isNode(pair.key) ? pair.key : map;
    if (key === null) refuse(reading, place, message('catalog.keyNotText'));
    else if (seen.has(key)) refuse(reading, place, message('catalog.doubledKey', { key }));
    else if (key === '__proto__') refuse(reading, place, message('catalog.reservedWord', { found: key }));
    else value[key] = plainValue(pair.value, depth + 1, reading);
    if (key !== null) seen.add(key);
  }
  return value;
}

/** Keys are text as spelt: `0:` and `no:` are the keys "0" and "no". */
function keyOf(key: unknown): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return key.source ?? String(key.value);
}

function scalarOf(node: Scalar, reading: Reading): unknown {
  if (node.anchor) reading.anchors.set(node.anchor, node);
  const { value } = node;
  if (typeof value === 'number' || typeof value === 'bigint') return new PlainNumber(node.source ?? String(value));
  if (typeof value === 'string' && unprintable.test(value)) refuse(reading, node, message('catalog.unprintable'));
  return value;
}

/** Control characters other than tab and line break, and halves of characters: databases and fonts refuse them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
export const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;

function refuse(reading: Reading, node: Node, text: Message): void {
  reading.faults.push({ offset: node.range?.[0] ?? 0, message: text, hint: null });
}
