import { isMap } from '../forms/part.ts';
import { normaliseDecimal } from '../forms/scalars.ts';
import { PlainNumber } from '../source/plain-number.ts';

/** A map of a foreign file. */
export type SourceMap = Readonly<Record<string, unknown>>;

export function mapOf(value: unknown): SourceMap {
  return isMap(value) && !(value instanceof PlainNumber) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The maps of a list; what else stands in it is left out. */
export function mapsOf(value: unknown): SourceMap[] {
  return listOf(value).filter((item): item is SourceMap => isMap(item) && !(item instanceof PlainNumber));
}

/** A text, also from a number or a truth value; without control characters, tabs as spaces, trimmed; empty when there is none. */
export function textOf(value: unknown): string {
  if (value instanceof PlainNumber) return value.source;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? cleanText(value) : '';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unprintable, '').trim();
}

/** A number of 0 or more with at most six decimals, from its spelling (full-width digits too); null when it is none. */
export function decimalOf(value: unknown): string | null {
  const text = textOf(value)
    .normalize('NFKC')
    .replace(/^\+/, '')
    .replace(/,(?=\d{3}\b)/g, '');
  const match = /^0*(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, whole = '', decimals = ''] = match;
  if (decimals.replace(/0+$/, '').length > 6) return null;
  return normaliseDecimal(decimals === '' ? whole : `${whole}.${decimals.slice(0, 6).padEnd(1, '0')}`);
}

/** A number that may be below 0; null when it is none. */
export function signedOf(value: unknown): number | null {
  const text = textOf(value).normalize('NFKC');
  return /^[-+]?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** Part ÷ whole as a share with at most six decimals, 0 to 1. */
export function shareOf(part: number, whole: number): string {
  if (whole <= 0) return '0';
  const share = Math.min(1, Math.max(0, part / whole));
  return normaliseDecimal(share.toFixed(6));
}
