import type { Knex } from 'knex';

/** The scope that a decision lays down, in English too. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_decisions', (table) => {
    table.text('scope_en');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_decisions', (table) => {
    table.dropColumn('scope_en');
  });
}
