import type { Db } from '../../db/db.ts';
import { type PersonTrace, personTraces } from '../../model/person-traces.ts';

export type TraceRow = Readonly<Record<string, unknown>>;

const portion = 500;

/** Rows of one trace of a person with what a copy of their data shows of them, in portions. */
export async function* walkTrace(db: Db, trace: PersonTrace, userId: string): AsyncGenerator<TraceRow[]> {
  const columns = [...trace.shown, ...(trace.picked ? [trace.picked.column] : [])];
  for (let offset = 0; ; offset += portion) {
    const rows: TraceRow[] = await db(trace.table)
      .where({ [trace.column]: userId })
      .orderBy(trace.shown.map((column) => ({ column })))
      .limit(portion)
      .offset(offset)
      .select(columns);
    if (rows.length > 0) yield rows.map((row) => shown(row, trace));
    if (rows.length < portion) return;
  }
}

/** How many rows each trace has, in the order of the traces; one statement for all. */
export async function countTraces(db: Db, userId: string): Promise<number[]> {
  const counts = personTraces.map(({ table, column }, index) =>
    db(table)
      .where({ [column]: userId })
      .select(db.raw('? as trace', [index]), db.raw('count(*) as total')),
  );
  const [first, ...rest] = counts;
  if (!first) return [];
  const rows: { trace: number | string; total: number | string }[] = await first.unionAll(rest);
  const totals = new Map(rows.map(({ trace, total }) => [Number(trace), Number(total)]));
  return personTraces.map((_, index) => totals.get(index) ?? 0);
}

function shown(row: TraceRow, { picked }: PersonTrace): TraceRow {
  if (!picked) return row;
  const { [picked.column]: text, ...rest } = row;
  const value: Record<string, unknown> = JSON.parse(String(text));
  return { ...rest, ...Object.fromEntries(picked.keys.map((key) => [key, value[key] ?? null])) };
}
