import type { Knex } from 'knex';

/** Issued papers that say on every page that they are copies. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('issued_documents', (table) => {
    table.boolean('is_copy').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('issued_documents', (table) => {
    table.dropColumn('is_copy');
  });
}
