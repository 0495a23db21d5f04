import type { IsoDate } from './dossier.ts';

/**
 * Whole calendar months from one day to another: from 31 January, the first is full on the last day of February.
 * 0 when `to` is not after `since`.
 */
export function wholeMonths(since: IsoDate, to: IsoDate): number {
  const start = partsOf(since);
  const end = partsOf(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const isFull = end.day >= start.day || end.day === daysIn(end.year, end.month);
  return Math.max(0, isFull ? months : months - 1);
}

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number);
  if (Number.isNaN(year + month + day)) throw new Error(`Not a calendar day: ${date}`);
  return { year, month, day };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
