import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import { type HeldColumns, narrowToFree, narrowToHeld } from '../legal-holds/hold-store.ts';
import type { ExpiredItem, ExpiredList } from './expired-kind.ts';

export interface ExpiredColumns {
  readonly id: string;
  /** A column, or an expression. */
  readonly label: Knex.Raw | string;
  readonly endedAt: Knex.Raw | string;
  /** null: no hold touches it. */
  readonly held: HeldColumns | null;
}

/** The oldest of what a query finds that no legal hold keeps, how much there is, and how much is kept. */
export async function listExpired(
  db: Db,
  found: () => Knex.QueryBuilder,
  { id, label, endedAt, held }: ExpiredColumns,
  most: number,
): Promise<ExpiredList> {
  const free = () => (held ? found().modify((query) => narrowToFree(query, db, held)) : found());
  const rows: { id: string; label: string; ended_at: string }[] = await free()
    .orderByRaw('3, 1')
    .limit(most)
    .select({ id, label, ended_at: endedAt });
  const kept = held ? await count(found().modify((query) => narrowToHeld(query, db, held))) : 0;
  const items: ExpiredItem[] = rows.map((row) => ({ id: row.id, label: row.label, endedAt: row.ended_at }));
  return { items, total: await count(free()), held: kept };
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const row = await query.count({ total: '*' }).first();
  return Number(row?.total ?? 0);
}

/** The SHA-256 of the files in these rows. */
export async function hashesOf(query: Knex.QueryBuilder): Promise<string[]> {
  const hashes: (string | null)[] = await query.pluck('sha256');
  return hashes.filter((hash) => hash !== null);
}
