import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What was published on this instance; a row is written once and never changed or deleted.
  await knex.schema.createTable('criteria_versions', (table) => {
    table.text('criteria_id').notNullable();
    table.text('version').notNullable();
    table.text('hash').notNullable();
    table.text('document').notNullable();
    // The text as it was written, and those of the other languages: from it the next version is begun.
    table.text('source').notNullable();
    table.text('overlays').notNullable();
    table.text('published_at').notNullable();
    table.text('published_by').notNullable().references('users.id');
    table.primary(['criteria_id', 'version']);
    table.index(['hash']);
  });

  // Versions that are no longer offered, published ones and those of the criteria folder; restoring takes the row away.
  await knex.schema.createTable('criteria_retirements', (table) => {
    table.text('criteria_id').notNullable();
    table.text('version').notNullable();
    table.text('retired_at').notNullable();
    table.text('retired_by').notNullable().references('users.id');
    table.primary(['criteria_id', 'version']);
  });

  // `revision` counts the saves, so that two people cannot overwrite each other unseen.
  await knex.schema.createTable('criteria_drafts', (table) => {
    table.text('id').primary();
    table.text('title').notNullable();
    table.text('source').notNullable();
    table.text('overlays').notNullable();
    // What became of the foreign files from which it was made; null for others.
    table.text('import_report');
    table.integer('revision').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.text('updated_by').notNullable().references('users.id');
    table.text('updated_at').notNullable();
    table.index(['updated_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['criteria_drafts', 'criteria_retirements', 'criteria_versions']) await knex.schema.dropTable(table);
}
