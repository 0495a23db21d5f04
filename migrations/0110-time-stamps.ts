import type { Knex } from 'knex';

/** When an independent authority saw the hash of an issued paper. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('time_stamps', (table) => {
    table.text('document_id').primary().references('issued_documents.id').onDelete('CASCADE');
    // By the authority's clock.
    table.text('stamped_at').notNullable();
    table.text('authority').notNullable();
    table.text('policy').notNullable();
    table.text('serial').notNullable();
    // Its whole answer, DER in Base64.
    table.text('answer').notNullable();
    table.text('kept_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('time_stamps');
}
