import { message } from '../../i18n/translate.ts';
import { nearest, suggest } from '../source/nearest.ts';
import { PlainNumber, showValue } from '../source/plain-number.ts';
import { type Refusal, refuse, scalar } from './scalar.ts';

/** Text of 1 to `most` characters, without space at its ends. */
export function text(most: number) {
  return scalar({ type: 'string', minLength: 1, maxLength: most }, (value) => {
    if (typeof value !== 'string') return notText(value);
    const trimmed = value.trim();
    if (trimmed === '') return refuse(message('catalog.emptyText'));
    const length = lengthOf(trimmed, most);
    return length > most ? refuse(message('catalog.textTooLong', { length, most })) : { value: trimmed };
  });
}

export const shortText = text(300);
export const longText = text(20_000);

const identifierPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const identifier = scalar({ type: 'string', pattern: identifierPattern.source, maxLength: 80 }, (value) => {
  if (typeof value !== 'string') return notText(value);
  if (value === 'constructor') return refuse(message('catalog.reservedWord', { found: value }));
  if (identifierPattern.test(value) && value.length <= 80) return { value };
  const better = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  const hint = better === '' || better === value ? null : message('catalog.didYouMean', { word: better });
  return refuse(message('catalog.badIdentifier', { found: showValue(value) }), hint);
});

export const versionNumber = scalar({ type: 'string', pattern: '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$' }, (value) => {
  const found = value instanceof PlainNumber ? value.source : value;
  if (typeof found === 'string' && /^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/.test(found)) return { value: found };
  return refuse(message('catalog.badVersion', { found: showValue(value) }));
});

/** One of the words. */
export function choice<const Word extends string>(words: readonly Word[]) {
  return scalar({ type: 'string', enum: words }, (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return { value: word };
    const found = showValue(value);
    return refuse(message('catalog.badChoice', { found, allowed: words.join(', ') }), suggest(found, words));
  });
}

export const flag = scalar({ type: 'boolean' }, (value) => {
  if (typeof value === 'boolean') return { value };
  const found = showValue(value).toLowerCase();
  const meant = /^(yes|y|on|是|true)$/.test(found)
    ? 'true'
    : /^(no|n|off|否|false)$/.test(found)
      ? 'false'
      : nearest(found, ['true', 'false']);
  return refuse(
    message('catalog.badFlag', { found: showValue(value) }),
    meant ? message('catalog.didYouMean', { word: meant }) : null,
  );
});

/** A whole number within bounds, both inclusive. Plain or in quotes. */
export function wholeNumber(least: number, most: number) {
  return scalar({ type: 'integer', minimum: least, maximum: most }, (value) => {
    const found = value instanceof PlainNumber ? value.source : value;
    if (typeof found === 'string' && /^(0|[1-9]\d{0,14})$/.test(found)) {
      const number = Number(found);
      if (number >= least && number <= most) return { value: number };
    }
    return refuse(message('catalog.badWholeNumber', { found: showValue(value), least, most }));
  });
}

const decimalPattern = /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/;

/** A number of 0 or more in digits, from its spelling, without needless zeros: `5.10` and `"5.1"` are both `"5.1"`. */
export const decimal = scalar({ type: ['number', 'string'], minimum: 0, pattern: decimalPattern.source }, (value) => {
  const found = value instanceof PlainNumber ? value.source : value;
  if (typeof found !== 'string') return refuse(message('catalog.badDecimal', { found: showValue(value) }));
  if (decimalPattern.test(found)) return { value: normaliseDecimal(found) };
  if (/^-\d/.test(found)) return refuse(message('catalog.negative', { found: showValue(value) }));
  return refuse(message('catalog.badDecimal', { found: showValue(value) }), decimalHint(found));
});

/** A number as printed, with all its digits: `95.00` stays so. */
export const printedDecimal = scalar({ type: ['number', 'string'], minimum: 0, pattern: decimalPattern.source }, (value) => {
  const found = value instanceof PlainNumber ? value.source : value;
  if (typeof found === 'string' && decimalPattern.test(found)) return { value: found };
  return refuse(message('catalog.badDecimal', { found: showValue(value) }));
});

/** A share, 0 to 1. */
export const share = scalar(
  { type: ['number', 'string'], minimum: 0, maximum: 1, pattern: '^(0|1|0\\.\\d{1,6}|1\\.0{1,6})$' },
  (value) => {
    const found = value instanceof PlainNumber ? value.source : value;
    if (typeof found === 'string' && /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(found)) return { value: normaliseDecimal(found) };
    const percent = typeof found === 'string' ? /^(\d{1,2}|100)\s*[%％]?$/.exec(found)?.[1] : undefined;
    const hint = percent === undefined ? null : message('catalog.didYouMean', { word: String(Number(percent) / 100) });
    return refuse(message('catalog.badShare', { found: showValue(value) }), hint);
  },
);

/** Without trailing zeros after the point. */
export function normaliseDecimal(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

export function notText(value: unknown): Refusal {
  if (value === null || value === undefined) return refuse(message('catalog.emptyValue'));
  const found = showValue(value);
  if (value instanceof PlainNumber || typeof value === 'boolean') {
    return refuse(message('catalog.notText', { found }), message('catalog.quoteIt', { quoted: `"${found}"` }));
  }
  return refuse(message('catalog.notText', { found }));
}

function decimalHint(found: string) {
  const plain = found
    .trim()
    .replace(/^\+/, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/^(\d+)[,，](\d{1,2})$/, '$1.$2');
  return plain !== found && decimalPattern.test(plain) ? message('catalog.didYouMean', { word: plain }) : null;
}

/** Characters, not UTF-16 units; counted only when the limit may be passed. */
function lengthOf(value: string, most: number): number {
  return value.length <= most ? value.length : [...value].length;
}

/** The same as printed, with all its digits: `0.8250` stays so. */
export const printedShare = scalar(
  { type: ['number', 'string'], minimum: 0, maximum: 1, pattern: '^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$' },
  (value) => {
    const found = value instanceof PlainNumber ? value.source : value;
    if (typeof found === 'string' && /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(found)) return { value: found };
    return refuse(message('catalog.badShare', { found: showValue(value) }));
  },
);
