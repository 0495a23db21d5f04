import { isMap, isScalar, isSeq } from 'yaml';
import { PlainNumber } from '../source/plain-number.ts';
import { findPair, keyOf, type OpenYaml } from './open-yaml.ts';
import type { Wanted, WantedMap } from './write-node.ts';

/** What a node says, numbers as they are spelt. */
export function plainOf(node: unknown): Wanted {
  if (isSeq(node)) return node.items.map(plainOf);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [keyOf(pair), plainOf(pair.value)]));
  if (!isScalar(node)) return '';
  if (typeof node.value === 'number') return new PlainNumber(node.source ?? String(node.value));
  return typeof node.value === 'boolean' ? node.value : String(node.value ?? '');
}

/** The map under a key at the top; empty when there is none. */
export function plainAt({ contents }: OpenYaml, key: string): WantedMap {
  const value = findPair(contents, key)?.value;
  return isMap(value) ? Object.fromEntries(value.items.map((pair) => [keyOf(pair), plainOf(pair.value)])) : {};
}
