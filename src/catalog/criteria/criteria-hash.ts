import { createHash } from 'node:crypto';
import type { Criteria } from '../../model/criteria.ts';

/** SHA-256, lower-case hexadecimal, of the criteria as JSON with sorted keys: the same content has the same hash anywhere. */
export function criteriaHash(criteria: Criteria): string {
  return createHash('sha256').update(canonicalJson(criteria)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}
