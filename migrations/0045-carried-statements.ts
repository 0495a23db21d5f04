import type { Knex } from 'knex';

/** A conflict declared in one audit stands in the person's other audits of the same organization; it says where it came from. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('impartiality_statements', (table) => {
    // The statement that was signed; null: this one was.
    table.text('carried_from');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('impartiality_statements', (table) => {
    table.dropColumn('carried_from');
  });
}
