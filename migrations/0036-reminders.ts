import type { Knex } from 'knex';

/** What people were reminded of, so that each is told once; and which process does the work in the background. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('reminders', (table) => {
    table.text('kind').notNullable();
    table.text('item_id').notNullable();
    table.text('due_on').notNullable();
    table.text('stage').notNullable();
    table.text('told_at').notNullable();
    table.primary(['kind', 'item_id', 'due_on', 'stage']);
  });
  await knex.schema.createTable('background_jobs', (table) => {
    table.text('name').primary();
    table.text('held_by');
    table.text('held_until');
    table.text('last_run_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('background_jobs');
  await knex.schema.dropTable('reminders');
}
