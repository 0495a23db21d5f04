import type { Knex } from 'knex';

/** Whom a provider of single sign-on knows as which person here. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('provider_identities', (table) => {
    table.text('issuer').notNullable();
    table.text('subject').notNullable();
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    // What the provider calls the person, to be recognized.
    table.text('label').notNullable();
    table.text('created_at').notNullable();
    table.primary(['issuer', 'subject']);
    table.unique(['user_id', 'issuer']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('provider_identities');
}
