import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('organizations', (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('name_key').notNullable().unique();
    table.text('registration_number');
    table.text('trade');
    table.integer('headcount');
    table.text('address');
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
  });

  await knex.schema.createTable('contacts', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('name').notNullable();
    table.text('position');
    table.text('phone');
    table.text('email');
    table.integer('place').notNullable();
    table.index(['organization_id', 'place']);
  });

  await knex.schema.createTable('sites', (table) => {
    table.text('id').primary();
    table.text('organization_id').notNullable().references('organizations.id').onDelete('CASCADE');
    table.text('name').notNullable();
    table.text('address');
    table.integer('headcount');
    table.boolean('central').notNullable();
    table.integer('place').notNullable();
    table.index(['organization_id', 'place']);
  });

  await knex.schema.createTable('users', (table) => {
    table.text('id').primary();
    table.text('sign_in_name').notNullable().unique();
    table.text('name').notNullable();
    table.text('role').notNullable();
    table.text('organization_id').references('organizations.id');
    table.text('registration_number');
    table.text('language');
    table.text('password_hash');
    table.boolean('active').notNullable();
    table.text('created_at').notNullable();
    table.text('password_changed_at');
    table.index(['organization_id']);
  });

  // One-time links: the first administrator's, and those by which people set their first or a new password.
  await knex.schema.createTable('password_links', (table) => {
    table.text('token_hash').primary();
    table.text('user_id').references('users.id').onDelete('CASCADE');
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable();
    table.index(['user_id']);
  });

  await knex.schema.createTable('sessions', (table) => {
    table.text('id_hash').primary();
    table.text('user_id').references('users.id').onDelete('CASCADE');
    table.text('data').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.index(['user_id']);
    table.index(['expires_at']);
  });

  await knex.schema.createTable('audit_entries', (table) => {
    table.increments('place');
    table.text('at').notNullable();
    table.text('actor_id');
    table.text('deed').notNullable();
    table.text('subject').notNullable();
    table.text('subject_id').notNullable();
    table.text('details').notNullable();
    table.index(['subject', 'subject_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['audit_entries', 'sessions', 'password_links', 'users', 'sites', 'contacts', 'organizations']) {
    await knex.schema.dropTable(table);
  }
}
