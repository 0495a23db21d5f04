import type { Knex } from 'knex';

/** What was handed in with an appeal or a complaint, and the letters to a complainant who has no account. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('disputes', (table) => {
    table.text('from_email');
    table.text('from_language');
  });

  await knex.schema.createTable('dispute_files', (table) => {
    table.text('id').primary();
    table.text('dispute_id').notNullable().references('disputes.id');
    table.text('sha256').notNullable().references('stored_files.sha256');
    table.text('file_name').notNullable();
    table.text('added_at').notNullable();
    table.index(['dispute_id']);
    table.index(['sha256']);
  });

  await knex.schema.createTable('dispute_letters', (table) => {
    table.text('id').primary();
    table.text('dispute_id').notNullable().references('disputes.id');
    // The step that it tells of, and what of it is told.
    table.text('deed').notNullable();
    table.text('text').notNullable();
    table.text('state').notNullable();
    table.integer('tries').notNullable();
    table.text('created_at').notNullable();
    // By then it is tried, or tried again when whoever took it has not come back.
    table.text('next_try_at').notNullable();
    table.text('sent_at');
    table.text('trouble');
    table.index(['state', 'next_try_at']);
    table.index(['dispute_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['dispute_letters', 'dispute_files']) await knex.schema.dropTable(table);
  await knex.schema.alterTable('disputes', (table) => {
    table.dropColumn('from_email');
    table.dropColumn('from_language');
  });
}
