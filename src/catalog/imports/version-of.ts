import { textOf } from './source-values.ts';

/** A version of three numbers from what the source calls its version: `2` → `2.0.0`, `v1.1-rc` → `1.1.0`; `1.0.0` when there is none. */
export function versionOf(value: unknown): string {
  const numbers = textOf(value).match(/\d{1,6}/g) ?? [];
  const [major, minor, patch] = numbers.map((digits) => String(Number(digits)));
  return major === undefined ? '1.0.0' : `${major}.${minor ?? 0}.${patch ?? 0}`;
}
