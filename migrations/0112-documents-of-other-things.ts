import type { Knex } from 'knex';

/** Documents that are about no assessment: the booklet of criteria, the overview of all organizations. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('issued_documents', (table) => {
    table.setNullable('assessment_id');
  });
  await knex.schema.alterTable('issued_documents', (table) => {
    // What it is about, as the path of its page: /assessments/…, /criteria/…, /portfolio.
    table.text('subject').notNullable().defaultTo('');
  });
  await knex('issued_documents').update({ subject: knex.raw("'/assessments/' || assessment_id") });
  await knex.schema.alterTable('issued_documents', (table) => {
    table.index(['subject', 'issued_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex('issued_documents').whereNull('assessment_id').delete();
  await knex.schema.alterTable('issued_documents', (table) => {
    table.dropIndex(['subject', 'issued_at']);
    table.dropColumn('subject');
  });
  await knex.schema.alterTable('issued_documents', (table) => {
    table.dropNullable('assessment_id');
  });
}
