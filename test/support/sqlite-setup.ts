import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/open-db.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database to copy: the path of an SQLite file, or the address of a PostgreSQL template. */
    readonly template: string;
  }
}

/** Migrates one file; each test copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-sqlite-'));
  const template = join(folder, 'template.sqlite');
  const db = openSqlite(template);
  await migrate(db);
  // Everything must be in the file itself before it is copied.
  await db.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  await db.destroy();

  project.provide('template', template);
  return () => rm(folder, { recursive: true, force: true });
}
