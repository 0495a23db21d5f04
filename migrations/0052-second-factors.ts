import type { Knex } from 'knex';

/** The second thing that people prove who they are with, and the codes for when it is lost. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('authenticators', (table) => {
    table.text('user_id').primary().references('users.id').onDelete('CASCADE');
    // Encrypted with a key made from the session secret.
    table.text('sealed_secret').notNullable();
    table.text('confirmed_at').notNullable();
    // The time step of the last code that was taken: no code counts twice.
    table.bigInteger('last_step').notNullable();
  });
  await knex.schema.createTable('recovery_codes', (table) => {
    table.text('code_hash').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('created_at').notNullable();
    table.index(['user_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('recovery_codes');
  await knex.schema.dropTable('authenticators');
}
