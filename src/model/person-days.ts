import type { PersonDaysRule } from './certification-rule.ts';
import type { Decimal } from './criteria.ts';
import { add, compare, type Fraction, parseDecimal, round, zero } from './fraction.ts';

/** The least time at a site when criteria give no table: half a person-day each. */
export const leastAtSite: Decimal = '0.5';

/** One person-day has eight hours; longer days do not make fewer of them. */
export const hoursOfPersonDay = 8;

/**
 * Person-days at one site: of the highest band that its headcount reaches, at least the least; a site of unknown
 * headcount gets the least. Without a rule half a day.
 */
export function daysAtSite(rule: PersonDaysRule | null, headcount: number | null): Decimal {
  const least = rule?.siteAtLeast ?? leastAtSite;
  const reached = (rule?.bands ?? []).filter(({ from }) => headcount !== null && headcount >= from);
  const days = reached.reduce((best, band) => (band.from >= best.from ? band : best), { from: -1, days: '0' }).days;
  return compare(parseDecimal(days), parseDecimal(least)) < 0 ? least : days;
}

/** The sum over the sites, in digits. It is not made smaller for being one audit. */
export function sumOfDays(days: readonly Decimal[]): Decimal {
  return digitsOf(days.map(parseDecimal).reduce((sum, part) => add(sum, part), zero));
}

/** Person-days of a number of minutes, in digits, rounded to hundredths. */
export function daysOfMinutes(minutes: number): Decimal {
  return String(Math.round((minutes * 100) / (hoursOfPersonDay * 60)) / 100);
}

export function sameDays(a: Decimal, b: Decimal): boolean {
  return compare(parseDecimal(a), parseDecimal(b)) === 0;
}

/** Whether a text is a number of days as people enter it: quarters, below a thousand. */
export function isDays(text: string): boolean {
  return /^\d{1,3}(\.(0|00|25|5|50|75))?$/.test(text);
}

/** As criteria write numbers: six digits after the point at most. */
function digitsOf(days: Fraction): Decimal {
  return round(days, 6, 'half-up').replace(/\.?0+$/, '');
}
