import { addDays } from './calendar.ts';
import type { IsoDate } from './dossier.ts';

export const holidayKinds = ['holiday', 'workday'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

/** Days that differ from the week: holidays, and days of a weekend on which everybody works. */
export type HolidayTable = ReadonlyMap<IsoDate, HolidayKind>;

export const noHolidays: HolidayTable = new Map();

/** Monday to Friday, unless the table says otherwise. */
export function isWorkingDay(day: IsoDate, table: HolidayTable): boolean {
  const kind = table.get(day);
  if (kind) return kind === 'workday';
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
}

/** The day that is so many working days later, or earlier when negative; the first day itself does not count. */
export function addWorkingDays(day: IsoDate, count: number, table: HolidayTable): IsoDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, table)) left -= 1;
  }
  return at;
}
