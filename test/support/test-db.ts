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

async function openPostgres(template: string): Promise<TestDb> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  await runOn(admin.href, `CREATE DATABASE ${name} TEMPLATE template_assay`);

  const own = new URL(template);
  own.pathname = `/${name}`;
  const db = knex({ ...postgresSettings(own.href), pool: { min: 0, max: 5 } });
  return {
    db,
    async close() {
      await db.destroy();
      await runOn(admin.href, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function runOn(address: string, statement: string): Promise<void> {
  const db = knex(postgresSettings(address));
  try {
    await db.raw(statement);
  } finally {
    await db.destroy();
  }
}
