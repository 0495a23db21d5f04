import type { IsoDate } from './dossier.ts';

/** The day so many days later, or earlier when negative. */
export function addDays(day: IsoDate, days: number): IsoDate {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The same day so many years later; of 29 February, in a common year the 28th. */
export function addYears(day: IsoDate, years: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Every day from the first to the last, both included; at most `most` of them. */
export function daysBetween(from: IsoDate, to: IsoDate, most = 366): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to && days.length < most; day = addDays(day, 1)) days.push(day);
  return days;
}
