import type { Db, Trx } from '../../db/db.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { type HolidayKind, type HolidayTable, holidayKinds } from '../../model/working-days.ts';

export interface Holiday {
  readonly day: IsoDate;
  readonly kind: HolidayKind;
  readonly name: string;
}

/** Days that the table can hold: more than a century of them. */
export const mostHolidays = 10_000;

/** Every day that differs from the week, for counting working days. */
export async function readHolidays(db: Db): Promise<HolidayTable> {
  const rows: { day: string; kind: string }[] = await db('holidays').select('day', 'kind').limit(mostHolidays);
  return new Map(rows.map(({ day, kind }) => [day, toKind(kind)]));
}

/** Those of a year, in order. */
export async function listHolidays(db: Db, year: string): Promise<Holiday[]> {
  const rows = await db('holidays')
    .whereBetween('day', [`${year}-01-01`, `${year}-12-31`])
    .orderBy('day')
    .limit(366)
    .select('day', 'kind', 'name');
  return rows.map((row) => ({ day: row.day, kind: toKind(row.kind), name: row.name }));
}

export async function countHolidays(db: Db): Promise<number> {
  const counted = await db('holidays').count({ total: '*' }).first();
  return Number(counted?.total ?? 0);
}

/** Each takes the place of what the table said of its day. */
export async function putHolidays(
  trx: Trx,
  holidays: readonly Holiday[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const rows = holidays.map((holiday) => ({ ...holiday, set_by: by, set_at: at.toISOString() }));
  for (let start = 0; start < rows.length; start += 100)
    await trx('holidays')
      .insert(rows.slice(start, start + 100))
      .onConflict('day')
      .merge();
}

/** What the table said of these days. */
export async function findHolidays(db: Db, days: readonly IsoDate[]): Promise<Holiday[]> {
  const found: Holiday[] = [];
  for (let start = 0; start < days.length; start += 500) {
    const rows = await db('holidays')
      .whereIn('day', days.slice(start, start + 500))
      .orderBy('day')
      .select('day', 'kind', 'name');
    found.push(...rows.map((row) => ({ day: row.day, kind: toKind(row.kind), name: row.name })));
  }
  return found;
}

/** False when it was not there. */
export async function deleteHoliday(trx: Trx, day: IsoDate): Promise<boolean> {
  return (await trx('holidays').where({ day }).delete()) === 1;
}

function toKind(value: string): HolidayKind {
  const kind = holidayKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of day: ${value}`);
  return kind;
}
