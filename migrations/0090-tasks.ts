import type { Knex } from 'knex';

/** Work that the server does beside the requests; every row is one piece of it, from being asked for to its end. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('tasks', (table) => {
    table.text('id').primary();
    table.text('kind').notNullable();
    // What the work needs to know, as JSON.
    table.text('input').notNullable();
    // While it stands here nobody can ask for the same; empty when the work has ended.
    table.text('unique_key').unique();
    table.text('state').notNullable();
    // Texts of the catalogue with their parameters, as JSON, because readers have different languages.
    table.text('title').notNullable();
    table.text('doing');
    table.text('trouble');
    table.text('asked_by').references('users.id');
    table.text('asked_at').notNullable();
    // Not to be begun before: later than asked for after a failure.
    table.text('due_at').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    // The process that works on it, and until when it counts as alive.
    table.text('holder');
    table.text('held_until');
    // Thousandths that are done.
    table.integer('share').notNullable().defaultTo(0);
    table.text('cancel_asked_at');
    table.text('ended_at');
    // Where the outcome is, a path of this site.
    table.text('href');
    table.index(['state', 'due_at']);
    table.index(['asked_by', 'asked_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('tasks');
}
