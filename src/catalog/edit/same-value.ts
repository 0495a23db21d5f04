import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';
import { PlainNumber } from '../source/plain-number.ts';
import { keyOf, type OpenYaml } from './open-yaml.ts';
import type { Wanted, WantedMap } from './write-node.ts';

/** Whether the node says already what is wanted; of a map only the named keys count. Aliases stand for what they name. */
export function isSame(yaml: OpenYaml, node: unknown, wanted: Wanted): boolean {
  if (isAlias(node)) return isSame(yaml, anchored(yaml, node.source), wanted);
  if (isScalar(node)) return isSameScalar(node.value, node.source, wanted);
  if (isSeq(node)) {
    return (
      isList(wanted) && wanted.length === node.items.length && wanted.every((one, index) => isSame(yaml, node.items[index], one))
    );
  }
  if (!isMap(node) || !isWantedMap(wanted)) return false;
  return Object.entries(wanted).every(([key, value]) => {
    const pair = node.items.find((one) => keyOf(one) === key);
    return value === undefined ? pair === undefined : pair !== undefined && isSame(yaml, pair.value, value);
  });
}

function isSameScalar(value: unknown, source: string | undefined, wanted: Wanted): boolean {
  if (wanted instanceof PlainNumber) return (typeof value === 'string' ? value : source) === wanted.source;
  if (typeof wanted === 'boolean') return value === wanted;
  return typeof wanted === 'string' && typeof value === 'string' && value.trim() === wanted.trim();
}

function anchored({ contents }: OpenYaml, name: string): unknown {
  let found: unknown = null;
  visit(contents, {
    Node(_, node) {
      if ('anchor' in node && node.anchor === name && !isAlias(node)) found = node;
    },
  });
  return found;
}

export function isList(wanted: Wanted): wanted is readonly Wanted[] {
  return Array.isArray(wanted);
}

export function isWantedMap(wanted: Wanted | undefined): wanted is WantedMap {
  return typeof wanted === 'object' && !(wanted instanceof PlainNumber) && !Array.isArray(wanted);
}

/** Without what is taken out; undefined when nothing is left. */
export function pruned(wanted: Wanted | undefined): Wanted | undefined {
  if (wanted === undefined) return undefined;
  if (isList(wanted)) return wanted.length === 0 ? undefined : wanted.flatMap((one) => pruned(one) ?? []);
  if (!isWantedMap(wanted)) return wanted;
  const left = Object.entries(wanted).flatMap(([key, value]) => {
    const kept = pruned(value);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}
