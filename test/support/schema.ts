import type { Db } from '../../src/db/db.ts';
import { isPostgres } from '../../src/db/open-db.ts';

/** Every table with its columns as the database itself tells them, but those in which migrations are noted. */
export async function readSchema(db: Db): Promise<Map<string, readonly string[]>> {
  const rows: { table: string; column: string }[] = isPostgres(db)
    ? await db('information_schema.columns')
        .where({ table_schema: 'public' })
        .select('table_name as table', 'column_name as column')
    : await db.raw(
        "select t.name as 'table', c.name as 'column' from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'",
      );
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows)
    if (!/^(migrations|sqlite_)/.test(table)) tables.set(table, [...(tables.get(table) ?? []), column]);
  // A search index of SQLite keeps itself in tables named after it.
  for (const table of [...tables.keys()]) {
    const index = /^(.*_index)_(data|idx|docsize|config|content)$/.exec(table)?.[1];
    if (index !== undefined && tables.has(index)) tables.delete(table);
  }
  return tables;
}

/** `table.column` of every foreign key that leads to people with an account. */
export async function readPersonKeys(db: Db): Promise<string[]> {
  const rows: { table: string; column: string }[] = isPostgres(db)
    ? (
        await db.raw(`
          select k.table_name as table, k.column_name as column
          from information_schema.key_column_usage k
          join information_schema.constraint_column_usage u on u.constraint_name = k.constraint_name
          join information_schema.table_constraints c on c.constraint_name = k.constraint_name
          where c.constraint_type = 'FOREIGN KEY' and u.table_name = 'users'`)
      ).rows
    : await db.raw(
        "select t.name as 'table', f.\"from\" as 'column' from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table' and f.\"table\" = 'users'",
      );
  return rows.map(({ table, column }) => `${table}.${column}`).sort();
}
