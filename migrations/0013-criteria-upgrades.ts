import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Each time an open assessment was moved to a newer version of its criteria, with all that the move touched as it was
  // before and right after it: what an undo puts back, and what tells whether anything was changed since.
  await knex.schema.createTable('criteria_upgrades', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('from_hash').notNullable().references('criteria_copies.hash');
    table.text('to_hash').notNullable().references('criteria_copies.hash');
    table.text('state_before').notNullable();
    table.text('state_after').notNullable();
    table.text('made_at').notNullable();
    table.text('made_by').notNullable().references('users.id');
    table.text('undone_at');
    table.text('undone_by').references('users.id');
    table.index(['assessment_id', 'made_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('criteria_upgrades');
}
