import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { changeMap } from './change-values.ts';
import { textOf } from './clause-maps.ts';
import { collectionAt, endOf, findPair, type OpenYaml, startOf } from './open-yaml.ts';
import type { TextEdit } from './text-edit.ts';

/** The conditions of grades and gates name a clause by its new id. */
export function renamesInConditions(yaml: OpenYaml, before: string, after: string): TextEdit[] {
  return conditionsOf(yaml).flatMap((condition) => {
    if (textOf(condition, 'clause') === before) return changeMap(yaml, condition, { clause: after });
    const passed = findPair(condition, 'must_pass')?.value;
    if (!isSeq(passed)) return [];
    const ids = passed.items.map((item) => (isScalar(item) ? String(item.value) : ''));
    if (!ids.includes(before)) return [];
    return changeMap(yaml, condition, { must_pass: ids.map((id) => (id === before ? after : id)) });
  });
}

/** The texts of a clause in an overlay stand under its new id. */
export function renameKey(yaml: OpenYaml, before: string, after: string): TextEdit[] {
  const clauses = collectionAt(yaml, ['clauses']);
  const pair = isMap(clauses) ? findPair(clauses, before) : undefined;
  return pair ? [{ start: startOf(pair.key), end: endOf(yaml.text, pair.key), text: after }] : [];
}

function conditionsOf(yaml: OpenYaml): YAMLMap[] {
  return ['grades', 'gates'].flatMap((key) =>
    mapsIn(collectionAt(yaml, [key])).flatMap((part) => mapsIn(findPair(part, 'requires')?.value)),
  );
}

function mapsIn(list: unknown): YAMLMap[] {
  return isSeq(list) ? list.items.filter(isMap) : [];
}

/** The same keys with other values; absent ones stay absent. */
export function mapValues<From, To>(
  record: Readonly<Partial<Record<string, From>>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value)]])),
  );
}
