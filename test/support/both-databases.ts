import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../src/db/db.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/open-db.ts';
import type { TestDb } from './test-db.ts';

/** A migrated SQLite database, whatever database this run is for. */
export async function openSqliteDb(): Promise<TestDb> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-sqlite-'));
  const db = openSqlite(join(folder, 'assay.sqlite'));
  await migrate(db);
  return {
    db,
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/**
 * Fills an empty PostgreSQL database with everything that an SQLite database holds, the last rows first: what hangs on the
 * order in which rows were written comes out differently.
 */
export async function copyBackwards(from: Db, to: Db): Promise<void> {
  const columns: Column[] = await to('information_schema.columns')
    .where({ table_schema: 'public' })
    .whereNot({ is_generated: 'ALWAYS' })
    .select('table_name', 'column_name', 'data_type');
  const known = new Set(await from('sqlite_master').where({ type: 'table' }).pluck('name'));
  const tables = [...new Set(columns.map(({ table_name }) => table_name))].filter(
    (table) => known.has(table) && !table.startsWith('migrations'),
  );
  await to.transaction(async (trx) => {
    // Rows come in whatever order; nothing is checked or done on the way.
    await trx.raw('SET LOCAL session_replication_role = replica');
    for (const table of tables) {
      const own = columns.filter(({ table_name }) => table_name === table);
      // An index of words is each database's own.
      const info = await from(table).columnInfo();
      if (own.some(({ column_name }) => !(column_name in info))) continue;
      const rows: Record<string, unknown>[] = await from(table).select(own.map(({ column_name }) => column_name));
      if (rows.length > 0)
        await trx.batchInsert(
          table,
          rows.reverse().map((row) => toPostgres(row, own)),
          50,
        );
    }
  });
}

function toPostgres(row: Readonly<Record<string, unknown>>, columns: readonly Column[]): Record<string, unknown> {
  const flags = new Set(columns.filter(({ data_type }) => data_type === 'boolean').map(({ column_name }) => column_name));
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, flags.has(name) && value !== null ? Boolean(value) : value]),
  );
}
