import type { Knex } from 'knex';

/** Samples: out of what, how drawn, and what was found at each item. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('samples', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('clause_id').notNullable();
    table.text('title').notNullable();
    table.text('population').notNullable();
    table.integer('size').notNullable();
    table.text('method').notNullable();
    // Random: the seed; systematic: the first number and the step are in `start` and `step`.
    table.text('seed');
    table.integer('start');
    table.integer('step');
    table.text('reason').notNullable();
    table.integer('revision').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.unique(['assessment_id', 'place']);
    table.index(['assessment_id', 'clause_id']);
  });

  await knex.schema.createTable('sample_items', (table) => {
    table.text('sample_id').notNullable().references('samples.id').onDelete('CASCADE');
    // In the order in which they were drawn.
    table.integer('place').notNullable();
    // Its number in the population, from 1; null where somebody chose it by name.
    table.integer('number');
    table.text('label').notNullable();
    // null: not looked at yet.
    table.text('outcome');
    table.text('note').notNullable();
    table.text('evidence_id').references('evidence.id').onDelete('SET NULL');
    table.text('judged_by').references('users.id');
    table.text('judged_at');
    table.primary(['sample_id', 'place']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['sample_items', 'samples']) await knex.schema.dropTable(table);
}
