import { z } from 'zod';
import { startOfDay } from '../../i18n/format.ts';
import { isDay } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';
import type { TrailFilter } from '../audit-trail/trail-store.ts';

const optionalDay = z.string().refine(isDay).nullable().catch(null);

/** `?search=…&deed=…&from=…&until=…&page=…`; nonsense reads as nothing. Days are the body's, both included. */
export const trailQuery = listQuery.extend({
  deed: z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .nullable()
    .catch(null),
  from: optionalDay,
  until: optionalDay,
});

export type TrailQuery = z.output<typeof trailQuery>;

export const exportQuery = trailQuery.extend({ form: z.enum(['csv', 'jsonl']).catch('jsonl') });

/** The entries that the query asks for, about one thing or all. */
export function toFilter(query: TrailQuery, about: TrailFilter['about'], timeZone: string): TrailFilter {
  return {
    about,
    person: query.search,
    deed: query.deed,
    from: query.from && startOfDay(query.from, timeZone).toISOString(),
    until: query.until && startOfDay(dayAfter(query.until), timeZone).toISOString(),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
