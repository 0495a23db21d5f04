import { PlainNumber } from '../source/plain-number.ts';
import type { Path } from '../source/yaml-source.ts';
import { isList, isWantedMap, pruned } from './same-value.ts';
import type { Wanted, WantedMap } from './write-node.ts';

/** The value of a file after the change that `changeMap` makes in its text, without a text: for checking while one types. */
export function patchValue(value: unknown, path: Path, wanted: WantedMap): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return patched(value, wanted);
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? patchValue(one, rest, wanted) : one));
  const map = isMap(value) ? value : {};
  const inner = patchValue(map[String(step)], rest, wanted);
  return inner === undefined ? without(map, String(step)) : { ...map, [String(step)]: inner };
}

function patched(value: unknown, wanted: Wanted): unknown {
  if (isList(wanted)) {
    const old = Array.isArray(value) ? value : [];
    return wanted.map((one, index) => patched(old[index], one));
  }
  if (!isWantedMap(wanted)) return wanted;
  const map = isMap(value) ? value : {};
  const changed = Object.entries(wanted).map(([key, patch]) => [key, patchedEntry(map[key], patch)] as const);
  const left = Object.entries({ ...map, ...Object.fromEntries(changed) }).filter(([, one]) => one !== undefined);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

function patchedEntry(value: unknown, patch: Wanted | undefined): unknown {
  const next = patch === undefined ? undefined : patched(value, patch);
  return pruned(patch) === undefined && isEmpty(next) ? undefined : next;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isMap(value) && Object.keys(value).length === 0;
}

function without(map: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PlainNumber);
}
