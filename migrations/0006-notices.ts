import type { Knex } from 'knex';

/** What people are told: each notice in the inbox of one person, in words that are chosen when it is read. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('notices', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('at').notNullable();
    // Key and parameters of the text, so that it is shown and mailed in the language of its reader.
    table.text('text_key').notNullable();
    table.text('parameters').notNullable();
    table.text('href').notNullable();
    table.text('assessment_id').references('assessments.id').onDelete('CASCADE');
    table.text('read_at');
    table.text('mailed_at');
    table.index(['user_id', 'at']);
    table.index(['mailed_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('notices');
}
