import type { Knex } from 'knex';

/** Papers as they were handed out. Rows are only ever added. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('issued_documents', (table) => {
    table.text('id').primary();
    // Stands on its last page and leads to the page that confirms it.
    table.text('code').notNullable().unique();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('language').notNullable();
    table.text('sha256').notNullable().references('stored_files.sha256');
    table.integer('pages').notNullable();
    // What it was made from, as JSON; handed out as it stands here.
    table.text('manifest').notNullable();
    table.text('issued_by').notNullable().references('users.id');
    table.text('issued_at').notNullable();
    table.index(['assessment_id', 'issued_at']);
    table.index(['sha256']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('issued_documents');
}
