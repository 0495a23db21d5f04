import type { Knex } from 'knex';

/** Which listed paper a document is, and what people found when they went through a checklist. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_documents', (table) => {
    // The id in the criteria; empty: some other paper.
    table.text('paper_id');
  });

  await knex.schema.createTable('case_checks', (table) => {
    table.text('case_id').notNullable().references('certification_cases.id').onDelete('CASCADE');
    table.text('stage').notNullable();
    table.text('check_id').notNullable();
    table.text('answer').notNullable();
    table.text('comment');
    table.text('by').notNullable().references('users.id');
    table.text('at').notNullable();
    table.primary(['case_id', 'stage', 'check_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('case_checks');
  await knex.schema.alterTable('case_documents', (table) => {
    table.dropColumn('paper_id');
  });
}
