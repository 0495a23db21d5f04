import type { Knex } from 'knex';

/** Which body, logo and accreditation mark a signed certificate was printed with; empty: signed before that was kept. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certificate_files', (table) => {
    // In `used_brands`, which a later step makes; hence no reference.
    table.text('look_sha256');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certificate_files', (table) => {
    table.dropColumn('look_sha256');
  });
}
