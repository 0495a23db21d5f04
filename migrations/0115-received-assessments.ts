import type { Knex } from 'knex';

/** Assessments that were made elsewhere and came as a file: kept as they came, never worked on here. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('received_assessments', (table) => {
    table.text('id').primary();
    // The file itself and its hash; the same file is taken in once.
    table.text('content').notNullable();
    table.text('sha256').notNullable().unique();
    // What was read from it, by the criteria as they were then, and what it comes to.
    table.text('dossier').notNullable();
    table.text('result').notNullable();
    // What lists show without reading all that.
    table.text('number');
    table.text('organization_name').notNullable();
    table.text('search_key').notNullable();
    table.text('kind').notNullable();
    table.text('from_date').notNullable();
    table.text('to_date').notNullable();
    table.text('criteria_id').notNullable();
    table.text('criteria_version').notNullable();
    table.text('criteria_hash').notNullable();
    table.text('finished_at');
    table.text('summary').notNullable();
    table.text('taken_by').notNullable().references('users.id');
    table.text('taken_at').notNullable();
    table.index(['taken_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('received_assessments');
}
