import type { Knex } from 'knex';

/** What auditors were found able to audit, and the organizations that they worked for or advised. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('competences', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    // null: all criteria; null: every trade.
    table.text('criteria_id');
    table.text('trade');
    table.text('grade').notNullable();
    table.text('registration_number');
    table.text('from_date').notNullable();
    table.text('to_date').notNullable();
    table.text('proof').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.index(['user_id']);
    table.index(['to_date']);
  });

  await knex.schema.createTable('past_ties', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('from_date').notNullable();
    // null: it goes on.
    table.text('to_date');
    table.text('note').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.index(['user_id']);
    table.index(['organization_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('past_ties');
  await knex.schema.dropTable('competences');
}
