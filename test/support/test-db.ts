import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { inject } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { isMigrated } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/open-db.ts';
import { postgresSettings } from '../../src/db/postgres.ts';

/** A migrated, empty database of its own, on the kind of database that this run is for. */
export interface TestDb {
  readonly db: Db;
  readonly close: () => Promise<void>;
}

export async function openTestDb(): Promise<TestDb> {
  const template = inject('template');
  return template.startsWith('postgres:') ? openPostgres(template) : openCopy(template);
}

async function openCopy(template: string): Promise<TestDb> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-test-'));
  const file = join(folder, 'assay.sqlite');
  await copyFile(template, file);
  const db = openSqlite(file);
  return {
    db,
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Databases that no test of this worker uses just now, by the server's address. Making one takes far longer than emptying it. */
const idle = new Map<string, string[]>();

async function openPostgres(template: string): Promise<TestDb> {
  const free = idle.get(template) ?? [];
  idle.set(template, free);
  const address = free.pop() ?? (await createDatabase(template));
  const db = knex({ ...postgresSettings(address), pool: { min: 0, max: 5 } });
  const schema = await schemaOf(db);
  return {
    db,
    async close() {
      // A test may have closed the connections itself, or broken the schema: such a database is not used again.
      const usable = await emptied(db, schema);
      await db.destroy();
      if (usable) free.push(address);
    },
  };
}

async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  await runOn(admin.href, `CREATE DATABASE ${name} TEMPLATE template_assay`);

  const own = new URL(template);
  own.pathname = `/${name}`;
  return own.href;
}

/** Takes everything out but the list of migrations. False when that was not possible or the schema is no longer what it was. */
async function emptied(db: Db, schema: string): Promise<boolean> {
  try {
    if ((await schemaOf(db)) !== schema || !(await isMigrated(db))) return false;
    const tables: string[] = await db('pg_tables').where({ schemaname: 'public' }).pluck('tablename');
    const own = tables.filter((table) => !table.startsWith('migrations'));
    await db.transaction(async (trx) => {
      // Entries of the audit trail refuse to go; only somebody who may switch triggers off takes them out.
      await trx.raw('SET LOCAL session_replication_role = replica');
      await trx.raw(`TRUNCATE ${own.map((table) => `"${table}"`).join(', ')} RESTART IDENTITY CASCADE`);
    });
    return true;
  } catch {
    return false;
  }
}

/** Columns, constraints and triggers, as one text to compare. */
async function schemaOf(db: Db): Promise<string> {
  const { rows } = await db.raw(`
    SELECT string_agg(part, ',' ORDER BY part) AS parts FROM (
      SELECT table_name || '.' || column_name AS part FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT conname::text || contype::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal) AS everything`);
  return rows[0].parts;
}

async function runOn(address: string, statement: string): Promise<void> {
  const db = knex(postgresSettings(address));
  try {
    await db.raw(statement);
  } finally {
    await db.destroy();
  }
}
