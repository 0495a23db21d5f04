import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { projectRoot } from '../project-root.ts';
import type { Db, Trx } from './db.ts';
import { isPostgres } from './open-db.ts';

const folder = join(projectRoot, 'migrations');

/** Names without extension, so that a compiled copy of the program sees the same migrations as the source. */
const source: Knex.MigrationSource<string> = {
  async getMigrations() {
    return readdirSync(folder)
      .filter((file) => /^\d{4}-[a-z-]+\.[jt]s$/.test(file))
      .sort();
  },
  getMigrationName: (file) => file.replace(/\.[jt]s$/, ''),
  getMigration: (file) => import(pathToFileURL(join(folder, file)).href),
};

/** Any number that nothing else in the database locks. */
const lockNumber = 4_172_001;

/**
 * Brings the database to the newest schema, wholly or not at all. Processes that start at once take turns. Returns the names
 * of what was applied.
 */
export async function migrate(db: Db): Promise<string[]> {
  return isPostgres(db) ? applyAll(db) : withoutForeignKeys(db, () => applyAll(db));
}

function applyAll(db: Db): Promise<string[]> {
  return db.transaction(async (trx) => {
    // SQLite lets in one writer at a time; PostgreSQL has to be asked to. Knex's own lock refuses instead of waiting.
    if (isPostgres(db)) await trx.raw('select pg_advisory_xact_lock(?)', [lockNumber]);
    const [, applied] = await trx.migrate.latest({ migrationSource: source, tableName: 'migrations' });
    if (!isPostgres(db)) await checkForeignKeys(trx);
    return applied;
  });
}

/**
 * SQLite changes most of a table only by making it anew and dropping the old one, which would take the rows of other
 * tables with it while their references are enforced. That can be switched off only outside a transaction.
 */
async function withoutForeignKeys<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await db.raw('PRAGMA foreign_keys = OFF');
  try {
    return await work();
  } finally {
    await db.raw('PRAGMA foreign_keys = ON');
  }
}

async function checkForeignKeys(trx: Trx): Promise<void> {
  const broken: unknown[] = await trx.raw('PRAGMA foreign_key_check');
  if (broken.length > 0) throw new Error(`A migration broke references between tables: ${JSON.stringify(broken.slice(0, 5))}`);
}

/** True when nothing is left to apply. */
export async function isMigrated(db: Db): Promise<boolean> {
  const [, pending] = await db.migrate.list({ migrationSource: source, tableName: 'migrations' });
  return pending.length === 0;
}
