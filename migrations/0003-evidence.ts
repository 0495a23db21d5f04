import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // One row a content: the same bytes are stored once, however often they are handed in.
  await knex.schema.createTable('stored_files', (table) => {
    table.text('sha256').primary();
    table.bigInteger('size').notNullable();
    table.text('media_type').notNullable();
    table.text('created_at').notNullable();
  });

  await knex.schema.createTable('evidence', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    // The number in the short reference, E7.
    table.integer('place').notNullable();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    table.text('own_date');
    table.text('note').notNullable();
    table.text('link');
    table.text('file_name');
    table.text('sha256').references('stored_files.sha256');
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.unique(['assessment_id', 'place']);
  });

  await knex.schema.createTable('evidence_clauses', (table) => {
    table.text('evidence_id').notNullable().references('evidence.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.primary(['evidence_id', 'clause_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['evidence_clauses', 'evidence', 'stored_files']) await knex.schema.dropTable(table);
}
