import type { Knex } from 'knex';

/** Knex settings for PostgreSQL. */
export function postgresSettings(url: string): Knex.Config {
  return { client: 'pg', connection: { connectionString: url, application_name: 'assay' }, pool: { min: 0, max: 10 } };
}
