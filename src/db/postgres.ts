import type { Knex } from 'knex';
import type { DatabaseTrouble } from './db.ts';

/** Knex settings for PostgreSQL. */
export function postgresSettings(url: string): Knex.Config {
  return { client: 'pg', connection: { connectionString: url, application_name: 'assay' }, pool: { min: 0, max: 10 } };
}

/** By SQLSTATE, and by the codes of a connection that cannot be made. */
const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  '23505': 'unique',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '53100': 'full',
  '25006': 'read-only',
  '57P01': 'unreachable',
  '57P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
};

export function postgresTrouble(code: string): DatabaseTrouble | null {
  return troubles[code] ?? null;
}
