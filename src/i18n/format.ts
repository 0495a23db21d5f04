import type { Language } from './language.ts';
import { type TextBlock, textBlocks } from './text-blocks.ts';

/** Numbers, dates and sizes as the reader writes them. */
export interface Formatters {
  /** `2026-01-05` in tables, both languages. */
  readonly date: (day: string | null) => string;
  /** 2026年1月5日 or 5 January 2026, for running text. */
  readonly longDate: (day: string) => string;
  /** A UTC moment in the deployment's zone, `2026-01-05 14:02`. */
  readonly dateTime: (moment: string) => string;
  /** Only the time of day, `14:02`. */
  readonly time: (moment: string) => string;
  readonly count: (value: number) => string;
  /** A rate 0…1 (decimal text) as `92.5 %` with one digit, or a dash. */
  readonly percent: (rate: string | null) => string;
  /** Bytes as `1.4 MB`. */
  readonly size: (bytes: number) => string;
  /** Names in a row: 甲、乙 or A, B. */
  readonly names: (names: readonly string[]) => string;
  /** Running text in parts: blank lines part paragraphs, lines that begin with `- ` are a list. */
  readonly blocks: (text: string) => TextBlock[];
  /** JSON that is safe inside a script element of type application/json. */
  readonly json: (value: unknown) => string;
}

const cache = new Map<string, Formatters>();

export function formatters(language: Language, timeZone: string): Formatters {
  const key = `${language} ${timeZone}`;
  const known = cache.get(key);
  if (known) return known;

  const made = makeFormatters(language, timeZone);
  cache.set(key, made);
  return made;
}

function makeFormatters(language: Language, timeZone: string): Formatters {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  // Swedish writes dates as ISO 8601 does; the digits are the same in every language.
  const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone });
  const whole = new Intl.NumberFormat(locale);
  const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  return {
    date: (day) => day ?? '',
    longDate: (day) => long.format(new Date(`${day}T00:00:00Z`)),
    dateTime: (at) => moment.format(new Date(at)),
    time: (at) => clock.format(new Date(at)),
    count: (value) => whole.format(value),
    percent: (rate) => (rate === null ? '–' : `${oneDigit.format(Number(rate) * 100)} %`),
    size: (bytes) => formatSize(bytes, oneDigit),
    names: (names) => names.join(language === 'en' ? ', ' : '、'),
    blocks: textBlocks,
    json: (value) =>
      JSON.stringify(value)
        .replace(/</g, '\\u003c')
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029'),
  };
}

function formatSize(bytes: number, oneDigit: Intl.NumberFormat): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${oneDigit.format(value)} ${units[unit]}`;
}

/** The day of a moment in a zone, `2026-01-05`. */
export function dayOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(moment);
}

/** The moment at which a day begins in a zone; where clocks jump over midnight, the first moment after it. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const first = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(first, timeZone));
}

/** Milliseconds by which a zone's clocks are ahead of UTC at that moment. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(moment);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
}
