import { isMap, isScalar, isSeq, type Pair, type Scalar, visit } from 'yaml';
import { PlainNumber } from '../source/plain-number.ts';
import { type CriteriaTexts, edited, openForEditing } from './criteria-texts.ts';
import { collectionAt, endOf, findPair, keyOf, type OpenYaml, startOf } from './open-yaml.ts';
import { mapValues } from './rename-clauses.ts';
import type { TextEdit } from './text-edit.ts';

/** What other places of a criteria file name, and the keys under which they do; those of `points_in` may join two by a plus. */
const namedBy = {
  scale: ['scale'],
  grade: ['cap_at', 'held_grade'],
  variant: ['only_in', 'points_in'],
  profile: ['only_in', 'points_in'],
  part: ['part'],
} as const satisfies Record<string, readonly string[]>;

export type NamedKind = keyof typeof namedBy;

/** Of the entry of that kind. */
export interface Renaming {
  readonly kind: NamedKind;
  readonly before: string;
  readonly after: string;
}

export function isNamedKind(kind: string): kind is NamedKind {
  return Object.hasOwn(namedBy, kind);
}

export function isIdentifier(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/**
 * Whatever names the scale, grade, variant, profile or part by its former name calls it by the new one. A scale, whose name is
 * its key, gets that key itself, in the overlays too; of the others the own id is changed already.
 */
export function renameNamed(texts: CriteriaTexts, { kind, before, after }: Renaming): CriteriaTexts {
  const rename = (text: string) => {
    const yaml = openForEditing(text);
    const own = kind === 'scale' ? renameScaleKey(yaml, before, after) : [];
    return edited(yaml, [...own, ...renamesWhereNamed(yaml, kind, before, after)]);
  };
  if (kind !== 'scale') return { ...texts, source: rename(texts.source) };
  const overlays = mapValues(texts.overlays, (text) => {
    const yaml = openForEditing(text);
    return edited(yaml, renameScaleKey(yaml, before, after));
  });
  return { source: rename(texts.source), overlays };
}

function renameScaleKey(yaml: OpenYaml, before: string, after: string): TextEdit[] {
  const scales = collectionAt(yaml, ['scales']);
  const pair = isMap(scales) ? findPair(scales, before) : undefined;
  return pair && isScalar(pair.key) ? [exchange(yaml, pair.key, after)] : [];
}

function renamesWhereNamed(yaml: OpenYaml, kind: NamedKind, before: string, after: string): TextEdit[] {
  const keys: readonly string[] = namedBy[kind];
  const edits: TextEdit[] = [];
  visit(yaml.contents, {
    Pair(_, pair) {
      if (!keys.includes(keyOf(pair))) return;
      edits.push(...scalarsUnder(pair).flatMap((scalar) => renameScalar(yaml, scalar, before, after)));
    },
  });
  return edits;
}

/** The same in the values of a file, for checking while one types. */
export function renameInValue(value: unknown, { kind, before, after }: Renaming): unknown {
  const keys: readonly string[] = namedBy[kind];
  const renamed = (name: string) =>
    name
      .split('+')
      .map((one) => (one === before ? after : one))
      .join('+');
  const names = (found: unknown): unknown => {
    if (typeof found === 'string') return renamed(found);
    if (Array.isArray(found)) return found.map(names);
    return isRecord(found) ? Object.fromEntries(Object.entries(found).map(([key, one]) => [renamed(key), one])) : found;
  };
  const walk = (found: unknown): unknown => {
    if (Array.isArray(found)) return found.map(walk);
    if (!isRecord(found)) return found;
    return Object.fromEntries(Object.entries(found).map(([key, one]) => [key, keys.includes(key) ? names(one) : walk(one)]));
  };
  const walked = walk(value);
  if (kind !== 'scale' || !isRecord(walked) || !isRecord(walked.scales)) return walked;
  return { ...walked, scales: names(walked.scales) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PlainNumber);
}

/** A name alone, the names of a list, or the keys of a map. */
function scalarsUnder({ value }: Pair): Scalar[] {
  if (isScalar(value)) return [value];
  if (isSeq(value)) return value.items.filter(isScalar);
  return isMap(value) ? value.items.map(({ key }) => key).filter(isScalar) : [];
}

function renameScalar(yaml: OpenYaml, scalar: Scalar, before: string, after: string): TextEdit[] {
  const names = String(scalar.value).split('+');
  if (!names.includes(before)) return [];
  return [exchange(yaml, scalar, names.map((name) => (name === before ? after : name)).join('+'))];
}

/** In quotes where the name alone would be read as a number or a word of YAML. */
function exchange(yaml: OpenYaml, scalar: Scalar, name: string): TextEdit {
  const isPlain = /^[a-z][a-z0-9+-]*$/.test(name) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(name);
  return { start: startOf(scalar), end: endOf(yaml.text, scalar), text: isPlain ? name : JSON.stringify(name) };
}
