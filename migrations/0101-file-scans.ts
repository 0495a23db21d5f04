import type { Knex } from 'knex';

/** Files are looked at by a virus scanner where there is one. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('stored_files', (table) => {
    // `waiting`, `clean` or `infected`; empty: there was no scanner when it came.
    table.text('scan');
    // What the scanner found, or why it could not look.
    table.text('scan_words');
    table.text('scanned_at');
    table.integer('scan_tries').notNullable().defaultTo(0);
    // When it is tried again; only of those that wait.
    table.text('scan_after');
    table.index(['scan', 'scan_after']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('stored_files', (table) => {
    table.dropIndex(['scan', 'scan_after']);
  });
  for (const column of ['scan', 'scan_words', 'scanned_at', 'scan_tries', 'scan_after'])
    await knex.schema.alterTable('stored_files', (table) => {
      table.dropColumn(column);
    });
}
