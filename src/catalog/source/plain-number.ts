/**
 * A number that stands in the file without quotes, kept as it is spelt: `0.1` must not become a binary float, and
 * `5.10` must not lose its last digit.
 */
export class PlainNumber {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** A value as found, short enough for a message. */
export function showValue(value: unknown): string {
  if (value instanceof PlainNumber) return value.source;
  if (typeof value === 'string') return value.length > 60 ? `${[...value].slice(0, 57).join('')}…` : value;
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}
