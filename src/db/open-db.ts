import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import knex from 'knex';
import type { Config } from '../config.ts';
import type { Db } from './db.ts';
import { postgresSettings } from './postgres.ts';
import { sqliteSettings } from './sqlite.ts';

/** Opens the database that the configuration names: PostgreSQL by its address, else the embedded one in the data folder. */
export function openDb(config: Pick<Config, 'databaseUrl' | 'dataFolder'>): Db {
  if (config.databaseUrl !== null) return knex(postgresSettings(config.databaseUrl));
  return openSqlite(join(config.dataFolder, 'assay.sqlite'));
}

export function openSqlite(filename: string): Db {
  mkdirSync(dirname(filename), { recursive: true, mode: 0o700 });
  return knex(sqliteSettings(filename));
}

export function isPostgres(db: Db): boolean {
  return db.client.config.client === 'pg';
}
