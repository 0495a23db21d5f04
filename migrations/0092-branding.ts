import type { Knex } from 'knex';

/** How the body's papers look; what each issued paper looked like is kept by its content. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('brand_settings', (table) => {
    table.integer('id').primary();
    table.text('facts').notNullable();
    table.integer('revision').notNullable();
  });
  await knex.schema.createTable('used_brands', (table) => {
    table.text('sha256').primary();
    table.text('facts').notNullable();
  });
  await knex.schema.alterTable('issued_documents', (table) => {
    // Empty: issued without any.
    table.text('brand_sha256').references('used_brands.sha256');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('issued_documents', (table) => {
    table.dropColumn('brand_sha256');
  });
  await knex.schema.dropTable('used_brands');
  await knex.schema.dropTable('brand_settings');
}
