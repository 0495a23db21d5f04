import type { Knex } from 'knex';

/** People have an address to write to and say how often; letters wait here until the mail server has taken them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('users', (table) => {
    table.text('email');
    table.text('mail_choice').notNullable().defaultTo('at-once');
  });
  await knex.schema.createTable('mails', (table) => {
    table.text('id').primary();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('created_at').notNullable();
    // waiting, sent, or dead: given up, for somebody to look at.
    table.text('state').notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.text('next_try_at').notNullable();
    // A process that took it on has until then; null: nobody has.
    table.text('claimed_until');
    table.text('sent_at');
    table.text('trouble');
    table.index(['state', 'next_try_at']);
    table.index(['user_id', 'created_at']);
  });
  await knex.schema.alterTable('notices', (table) => {
    table.text('mail_id').references('mails.id').onDelete('SET NULL');
    table.index(['user_id', 'read_at']);
    table.index(['mail_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('notices', (table) => {
    table.dropIndex(['user_id', 'read_at']);
    table.dropIndex(['mail_id']);
    table.dropForeign(['mail_id']);
    table.dropColumn('mail_id');
  });
  await knex.schema.dropTable('mails');
  await knex.schema.alterTable('users', (table) => {
    table.dropColumn('email');
    table.dropColumn('mail_choice');
  });
}
