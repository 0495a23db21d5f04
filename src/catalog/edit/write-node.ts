import { Document, isMap, isScalar, isSeq, type Node, Pair, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml';
import { toNode } from '../sheets/write-criteria-yaml.ts';
import { PlainNumber } from '../source/plain-number.ts';
import type { YamlStyle } from './open-yaml.ts';

/**
 * What shall stand in a text. In a map, a key with `undefined` is taken out and a key that is not named stays as it is;
 * a list is wanted as a whole.
 */
export type Wanted = string | boolean | PlainNumber | readonly Wanted[] | WantedMap;
export interface WantedMap {
  readonly [key: string]: Wanted | undefined;
}

/** How a scalar was quoted. */
export type Quoting = Scalar['type'];

export interface Place {
  /** Where the keys of the map, or the dashes of the list, stand. */
  readonly column: number;
  /** Within braces or brackets. */
  readonly inFlow: boolean;
}

/** `key: value` without a line break at its end; lines after the first are set in as they must be there. */
export function writePair(key: string, wanted: Wanted, place: Place, style: YamlStyle): string {
  const map = new YAMLMap<Scalar, Node>();
  map.add(new Pair(new Scalar(/^(0|[1-9]\d{0,2})$/.test(key) ? Number(key) : key), nodeOf(wanted, key)));
  return writeOne(map, place, style);
}

/** An entry of a list: with its dash in a block, bare in brackets. */
export function writeItem(wanted: Wanted, key: string, { column, inFlow }: Place, style: YamlStyle, onOneLine: boolean): string {
  const list = new YAMLSeq<Node>();
  const node = nodeOf(wanted, `${key}[]`);
  if (onOneLine) setFlow(node);
  else if (isMap(node)) node.flow = false;
  list.add(node);
  return writeOne(list, { column, inFlow }, style);
}

/** A single value that replaces another: quoted as that one was, a text of several lines as a block where that may stand. */
export function writeScalar(
  wanted: Wanted,
  key: string,
  quoting: Quoting,
  place: Place,
  style: YamlStyle,
  block: boolean,
): string {
  const isText = typeof wanted === 'string';
  if (isText && wanted.includes('\n') && !block) return JSON.stringify(wanted);
  const quoted = quoting === 'QUOTE_DOUBLE' || quoting === 'QUOTE_SINGLE';
  const node = quoted && wanted instanceof PlainNumber ? new Scalar(wanted.source) : nodeOf(wanted, key);
  if (isScalar(node) && quoted && !(isText && wanted.includes('\n')) && typeof wanted !== 'boolean') node.type = quoting;
  if (isScalar(node) && quoting === 'BLOCK_FOLDED' && block) node.type = quoting;
  const map = new YAMLMap<Scalar, Node>();
  map.add(new Pair(new Scalar('k'), node));
  return writeOne(map, place, style).slice('k:'.length).trimStart();
}

/** A node as it can stand within brackets; its comments are left out. */
export function writeOnOneLine(node: Node, style: YamlStyle): string {
  visit(node, {
    Node(_, inner) {
      inner.comment = null;
      inner.commentBefore = null;
      inner.spaceBefore = false;
    },
  });
  const list = new YAMLSeq<Node>();
  list.add(node);
  return writeOne(list, { column: 0, inFlow: true }, style);
}

function writeOne(collection: YAMLMap | YAMLSeq, { column, inFlow }: Place, style: YamlStyle): string {
  if (inFlow) setFlow(collection);
  const written = new Document(collection)
    .toString({
      indent: style.step,
      indentSeq: style.indentSeq,
      flowCollectionPadding: style.padding,
      lineWidth: 0,
      blockQuote: inFlow ? false : 'literal',
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    })
    .trimEnd();
  if (inFlow) return written.slice(1, -1).trim();
  return written.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}

/** Numbers of clauses are quoted, so that nobody reads 5.10 as 5.1. */
function nodeOf(wanted: Wanted, key: string): Node {
  const node = toNode(wanted, key);
  if (key === 'number' && isScalar(node)) node.type = 'QUOTE_DOUBLE';
  visit(node, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === 'number' && isScalar(pair.value)) pair.value.type = 'QUOTE_DOUBLE';
    },
  });
  return node;
}

function setFlow(node: Node): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
  visit(node, {
    Collection(_, inner) {
      inner.flow = true;
    },
  });
}
