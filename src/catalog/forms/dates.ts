import { message } from '../../i18n/translate.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import { PlainNumber, showValue } from '../source/plain-number.ts';
import { refuse, scalar } from './scalar.ts';

/** A day that exists, `2026-01-05`. */
export const isoDate = scalar({ type: 'string', format: 'date' }, (value): { value: IsoDate } | ReturnType<typeof refuse> => {
  const found = typeof value === 'string' ? value.trim() : '';
  if (isDay(found)) return { value: found };
  return refuse(message('assessment.badDate', { found: showValue(value) }), dateHint(value));
});

/** A moment with its zone, `2026-01-07T17:30:00+08:00`; read as UTC. */
export const isoTime = scalar(
  { type: 'string', format: 'date-time' },
  (value): { value: IsoTime } | ReturnType<typeof refuse> => {
    const found = typeof value === 'string' ? value.trim() : '';
    const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.exec(found);
    const time = parts?.[1] !== undefined && isDay(parts[1]) ? new Date(found) : null;
    if (time && !Number.isNaN(time.getTime())) return { value: time.toISOString() };
    return refuse(message('assessment.badTime', { found: showValue(value) }));
  },
);

function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === '') return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10) === text;
}

/** The same day in our spelling, where another spelling can be read without doubt (year first). */
function dateHint(value: unknown) {
  const found = value instanceof PlainNumber ? value.source : showValue(value);
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(found) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(found) ?? [];
  const word = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return word !== found && isDay(word) ? message('catalog.didYouMean', { word }) : null;
}
