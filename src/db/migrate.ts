import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { projectRoot } from '../project-root.ts';
import type { Db } from './db.ts';

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

/** Brings the database to the newest schema. Safe when several processes start at once. Returns the names of what was applied. */
export async function migrate(db: Db): Promise<string[]> {
  const [, applied] = await db.migrate.latest({ migrationSource: source, tableName: 'migrations' });
  return applied;
}

/** True when nothing is left to apply. */
export async function isMigrated(db: Db): Promise<boolean> {
  const [, pending] = await db.migrate.list({ migrationSource: source, tableName: 'migrations' });
  return pending.length === 0;
}
