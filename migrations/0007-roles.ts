import type { Knex } from 'knex';

/** Somebody may have several roles in the body, or places in several companies. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('user_roles', (table) => {
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('role').notNullable();
    table.primary(['user_id', 'role']);
    table.index(['role']);
  });
  await knex.schema.createTable('company_places', (table) => {
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('organization_id').notNullable().references('organizations.id');
    table.text('role').notNullable();
    table.primary(['user_id', 'organization_id']);
    table.index(['organization_id']);
  });

  await knex('user_roles').insert(knex('users').whereNull('organization_id').select('id as user_id', 'role'));
  await knex('company_places').insert(
    knex('users').whereNotNull('organization_id').select('id as user_id', 'organization_id', 'role'),
  );
  await knex.schema.alterTable('users', (table) => {
    table.dropForeign(['organization_id']);
    table.dropIndex(['organization_id']);
    table.dropColumns('role', 'organization_id');
  });
}

/** Of several roles or companies only one finds room. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('users', (table) => {
    table.text('role').notNullable().defaultTo('auditor');
    table.text('organization_id').references('organizations.id');
    table.index(['organization_id']);
  });
  const one = (table: string, column: string) =>
    knex(table).where(`${table}.user_id`, knex.ref('users.id')).min(`${table}.${column}`);
  await knex('users').update({ organization_id: one('company_places', 'organization_id') });
  await knex('users').whereNotNull('organization_id').update({ role: 'company-member' });
  await knex('users')
    .whereNull('organization_id')
    .update({ role: one('user_roles', 'role') });
  await knex.schema.dropTable('company_places');
  await knex.schema.dropTable('user_roles');
}
