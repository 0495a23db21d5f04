import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { inject } from 'vitest';
import type { Db } from '../../src/db/db.ts';
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

/** A database with its connections, which a backend needs some time to get used to. */
interface Usable {
  readonly db: Db;
  /** What the schema was when the database was made. */
  readonly schema: string;
}

/** Databases that no test of this worker uses just now, by the server's address. Making one takes far longer than emptying it. */
const idle = new Map<string, Usable[]>();

async function openPostgres(template: string): Promise<TestDb> {
  const free = idle.get(template) ?? [];
  idle.set(template, free);
  const usable = free.pop() ?? (await createDatabase(template));
  const { db } = usable;
  return {
    db,
    async close() {
      // A test may have closed the connections itself, left one busy, or broken the schema: such a database is not used again.
      if (isAtRest(db) && (await emptied(usable))) free.push(usable);
      else await db.destroy();
    },
  };
}

function isAtRest({ client: { pool } }: Db): boolean {
  return pool !== undefined && pool.numUsed() + pool.numPendingAcquires() === 0;
}

async function createDatabase(template: string): Promise<Usable> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  await runOn(admin.href, `CREATE DATABASE ${name} TEMPLATE template_assay`);

  const own = new URL(template);
  own.pathname = `/${name}`;
  const db = knex({ ...postgresSettings(own.href), pool: { min: 0, max: 5 } });
  return { db, schema: await schemaOf(db) };
}

/** Takes everything out but the list of migrations. False when that was not possible or the schema is no longer what it was. */
async function emptied({ db, schema }: Usable): Promise<boolean> {
  try {
    if ((await schemaOf(db)) !== schema) return false;
    await db.transaction(async (trx) => {
      // Entries of the audit trail refuse to go; only somebody who may switch triggers off takes them out.
      await trx.raw('SET LOCAL session_replication_role = replica');
      await trx.raw(deleteAll);
    });
    return true;
  } catch {
    return false;
  }
}

/** Most tables are empty, and truncating all of them takes half a second: only those that were ever written to are emptied. */
const deleteAll = `DO $$
  DECLARE
    written regclass;
    counter pg_sequences;
  BEGIN
    FOR written IN
      SELECT oid FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrations%' AND pg_relation_size(oid) > 0
    LOOP
      EXECUTE format('DELETE FROM %s', written);
    END LOOP;
    FOR counter IN SELECT * FROM pg_sequences WHERE schemaname = 'public' AND sequencename NOT LIKE 'migrations%'
    LOOP
      PERFORM setval(format('public.%I', counter.sequencename)::regclass, counter.start_value, false);
    END LOOP;
  END
$$`;

/** Columns, constraints, triggers and migrations, as one text to compare. */
async function schemaOf(db: Db): Promise<string> {
  const { rows } = await db.raw(`
    SELECT string_agg(part, ',' ORDER BY part) AS parts FROM (
      SELECT relname::text || '.' || attname::text AS part FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
      UNION ALL SELECT conname::text || contype::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tgname::text || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT name::text FROM migrations) AS everything`);
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
