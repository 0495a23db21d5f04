import type { Knex } from 'knex';

/** Failed tries to sign in, browsers that people have signed in with, and letters with links that wait to be sent. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sign_in_tries', (table) => {
    // A hash of who is tried from where: names that nobody has are not collected in clear.
    table.text('key_hash').primary();
    table.integer('failures').notNullable();
    table.bigInteger('last_at').notNullable();
    table.index(['last_at']);
  });
  await knex.schema.createTable('known_devices', (table) => {
    table.text('token_hash').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.bigInteger('used_at').notNullable();
    table.index(['user_id', 'used_at']);
  });
  await knex.schema.createTable('account_letters', (table) => {
    // The name as it was typed in the form, in its key form, whether anybody has it or not.
    table.text('sign_in_key').primary();
    table.text('kind').notNullable();
    table.text('created_at').notNullable();
    table.text('sent_at');
    table.integer('tries').notNullable().defaultTo(0);
    table.index(['sent_at', 'created_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['account_letters', 'known_devices', 'sign_in_tries']) await knex.schema.dropTable(table);
}
