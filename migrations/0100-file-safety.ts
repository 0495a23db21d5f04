import type { Knex } from 'knex';

/** What was seen inside files when they came, and what became of the details of camera, time and place in pictures. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('stored_files', (table) => {
    // It opens with a password only, so that nobody could look inside.
    table.boolean('encrypted').notNullable().defaultTo(false);
  });
  await knex.schema.alterTable('evidence', (table) => {
    // `kept` or `removed`; empty: the file is no picture with such details.
    table.text('picture_details');
    // The SHA-256 of what was handed in, where that is not what is kept.
    table.text('original_sha256');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const column of ['picture_details', 'original_sha256'])
    await knex.schema.alterTable('evidence', (table) => {
      table.dropColumn(column);
    });
  await knex.schema.alterTable('stored_files', (table) => {
    table.dropColumn('encrypted');
  });
}
