import { plainPercent } from './figure-words.ts';
import type { Result } from './result.ts';

/** One site in figures, to be printed. */
export interface SiteLine {
  readonly site: string;
  readonly rated: number;
  readonly applicable: number;
  /** null where nothing is rated. */
  readonly rate: string | null;
}

/** The sites over all clauses that are rated site by site, worst first; empty where none is. */
export function siteLines({ sites = [] }: Result): SiteLine[] {
  return sites.map(({ rate, ...site }) => ({ ...site, rate: rate && plainPercent(rate) }));
}
