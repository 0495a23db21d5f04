import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // How many of its steps a draft stands behind: undoing goes one back, redoing one on.
  await knex.schema.alterTable('criteria_drafts', (table) => {
    table.integer('step').notNullable().defaultTo(0);
  });

  // What each save changed in the texts of a draft, so that it can be undone; only the latest are kept.
  await knex.schema.createTable('criteria_draft_steps', (table) => {
    table.text('draft_id').notNullable().references('criteria_drafts.id').onDelete('CASCADE');
    table.integer('number').notNullable();
    // What was done, as the key of a text with its parameters.
    table.text('label').notNullable();
    // By text: where it changed, what stood there before and what after.
    table.text('changes').notNullable();
    table.integer('size').notNullable();
    table.text('done_by').notNullable().references('users.id');
    table.text('done_at').notNullable();
    table.primary(['draft_id', 'number']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('criteria_draft_steps');
  await knex.schema.alterTable('criteria_drafts', (table) => table.dropColumn('step'));
}
