import type { Knex } from 'knex';

/** How long before its days a certificate is told of, as its criteria say; empty: as long as the program says. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certificates', (table) => {
    // Durations as JSON.
    table.text('notices');
    table.index(['notices']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certificates', (table) => {
    table.dropIndex(['notices']);
    table.dropColumn('notices');
  });
}
