import type { Deps } from '../deps.ts';
import { dayOf } from '../i18n/format.ts';
import type { IsoDate } from '../model/dossier.ts';

/** The same deployment at another time: what is done with it happened then. */
export function atTime(deps: Deps, moment: string): Deps {
  return { ...deps, clock: () => new Date(moment) };
}

/** The day so many days from now. */
export function dayFromNow(deps: Deps, days: number): IsoDate {
  return dayOf(new Date(deps.clock().getTime() + days * 24 * 60 * 60 * 1000), deps.config.timeZone);
}
