import type { ClockTime } from './agenda.ts';
import type { IsoDate } from './dossier.ts';

/**
 * The moment at which clocks of a zone show that time of that day. A time that is skipped in spring is read as if clocks had
 * not been put forward; of a time that comes twice in autumn the first is meant.
 */
export function momentOf(day: IsoDate, time: ClockTime, timeZone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const early = shown - offsetAt(shown - 86_400_000, timeZone);
  const late = shown - offsetAt(shown + 86_400_000, timeZone);
  const fitting = [early, late].filter((moment) => moment + offsetAt(moment, timeZone) === shown);
  return new Date(fitting[0] ?? early);
}

/** Milliseconds by which clocks of the zone are ahead of UTC at that moment. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
}
