import type { Knex } from 'knex';

/** Statements of impartiality, a new one for each change, and those who left a team. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('impartiality_statements', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id');
    // The questions answered yes, parted by spaces, and what was said of them, as JSON. Empty: every answer was no.
    table.text('yes').notNullable();
    table.text('explanations').notNullable();
    table.text('signed_name').notNullable();
    table.text('signed_at').notNullable();
    table.text('superseded_at');
    table.text('ruling');
    table.text('ruling_reason');
    table.text('measures');
    table.text('ruled_by').references('users.id');
    table.text('ruled_at');
    table.index(['assessment_id', 'user_id']);
    table.index(['user_id']);
  });

  await knex.schema.createTable('team_departures', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id');
    table.text('role').notNullable();
    table.text('reason').notNullable();
    table.text('removed_by').notNullable().references('users.id');
    table.text('removed_at').notNullable();
    table.index(['assessment_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('team_departures');
  await knex.schema.dropTable('impartiality_statements');
}
