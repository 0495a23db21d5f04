import type { Knex } from 'knex';

/**
 * Answers and visits in sheets. The rows stay in the file, which is evidence and stored once; kept here is how its columns
 * are read and what came out, so that the figures can be made again from the same bytes.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('surveys', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('evidence_id').notNullable().references('evidence.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('title').notNullable();
    // Header, first rows, encoding, delimiter and the number of rows.
    table.text('outline').notNullable();
    table.text('fingerprint').notNullable();
    // null until the columns are chosen.
    table.text('columns');
    table.text('figures');
    table.integer('revision').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.index(['assessment_id']);
    table.index(['evidence_id']);
  });

  // How the columns of such a sheet were read the last time.
  await knex.schema.createTable('survey_columns', (table) => {
    table.text('criteria_id').notNullable();
    table.text('fingerprint').notNullable();
    table.text('columns').notNullable();
    table.text('updated_by').notNullable().references('users.id');
    table.text('updated_at').notNullable();
    table.primary(['criteria_id', 'fingerprint']);
  });

  // Rows that somebody left out, with the reason.
  await knex.schema.createTable('survey_exclusions', (table) => {
    table.text('survey_id').notNullable().references('surveys.id').onDelete('CASCADE');
    table.integer('row').notNullable();
    table.text('reason').notNullable();
    table.text('by').notNullable().references('users.id');
    table.text('at').notNullable();
    table.primary(['survey_id', 'row']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['survey_exclusions', 'survey_columns', 'surveys']) await knex.schema.dropTable(table);
}
