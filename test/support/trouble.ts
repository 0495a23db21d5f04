import { dirname } from 'node:path';
import knex from 'knex';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Db } from '../../src/db/db.ts';
import { isPostgres, openSqlite } from '../../src/db/open-db.ts';
import { postgresSettings } from '../../src/db/postgres.ts';
import type { TestApp } from './app.ts';

/** The address of a test's PostgreSQL database. */
export function addressOf(db: Db): string {
  return String(db.client.config.connection.connectionString);
}

/** The file of a test's SQLite database. */
export function fileOf(db: Db): string {
  return String(db.client.config.connection.filename);
}

/** The same application over connections to the same PostgreSQL that begin with other settings. */
export function withPostgresSettings(
  { deps }: TestApp,
  settings: Readonly<Record<string, string>>,
): ReturnType<typeof createApp> {
  const address = new URL(addressOf(deps.db));
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  address.searchParams.set('options', options.join(' '));
  const db = knex({ ...postgresSettings(address.href), pool: { min: 0, max: 5 } });
  onTestFinished(() => db.destroy());
  return createApp({ ...deps, db });
}

/** Somebody else writes and does not come to an end: the audit trail cannot be written for now. */
export async function lockDatabase(testApp: TestApp): Promise<ReturnType<typeof createApp>> {
  const { db } = testApp.deps;
  const other = isPostgres(db) ? knex(postgresSettings(addressOf(db))) : openSqlite(fileOf(db));
  const lock = await other.transaction();
  onTestFinished(async () => {
    await lock.rollback();
    await other.destroy();
  });
  if (isPostgres(db)) {
    await lock.raw('LOCK TABLE audit_entries, audit_intake IN ACCESS EXCLUSIVE MODE');
    return withPostgresSettings(testApp, { lock_timeout: '200ms' });
  }
  await db.raw('PRAGMA busy_timeout = 100');
  return testApp.app;
}

/** No page more can be written. PostgreSQL is told to say so, since a disk of its own cannot be filled here. */
export async function fillDisk({ deps: { db } }: TestApp): Promise<void> {
  if (isPostgres(db)) {
    await db.raw(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file "base/1/2"' USING ERRCODE = '53100'; END $$`);
    await db.raw('CREATE TRIGGER full_disk BEFORE INSERT ON audit_intake EXECUTE FUNCTION refuse()');
    // The next test may get the same database.
    onTestFinished(() => db.raw('DROP FUNCTION refuse() CASCADE'));
    return;
  }
  const rows: { page_count: number }[] = await db.raw('PRAGMA page_count');
  await db.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`);
  const entry = { at: '', deed: '', subject: '', subject_id: '', previous_hash: '', hash: '' };
  for (const length of [2000, 20]) {
    const details = 'x'.repeat(length);
    const filling = async () => {
      for (let rows = 0; rows < 2000; rows += 1) await db('audit_entries').insert({ ...entry, details });
    };
    await filling().catch((error: { code?: string }) => {
      if (error.code !== 'SQLITE_FULL') throw error;
    });
  }
}

/** A mistake of ours: a query for a table that is not there. Any link to set a password asks for it. */
export async function breakPasswordLinks({ deps: { db } }: TestApp): Promise<void> {
  await db.schema.renameTable('password_links', 'mislaid_links');
  onTestFinished(() => db.schema.renameTable('mislaid_links', 'password_links'));
}

/** The database can be read only. */
export async function makeReadOnly(testApp: TestApp): Promise<ReturnType<typeof createApp>> {
  const { db } = testApp.deps;
  if (isPostgres(db)) return withPostgresSettings(testApp, { default_transaction_read_only: 'on' });
  await db.raw('PRAGMA query_only = 1');
  return testApp.app;
}

/** The environment in which another process works on the database and the files of a test. */
export function environmentOf({ deps: { db, config } }: TestApp): Record<string, string> {
  if (isPostgres(db)) return { DATABASE_URL: addressOf(db), ASSAY_DATA: config.dataFolder };
  return { ASSAY_DATA: dirname(fileOf(db)) };
}
