import type { Knex } from 'knex';

/** Days on which the body works otherwise than by the week, and the audits of a certificate's life that are planned or ordered. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('holidays', (table) => {
    table.text('day').primary();
    // `holiday`: nobody works; `workday`: a day of a weekend on which everybody does.
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('set_by').notNullable().references('users.id');
    table.text('set_at').notNullable();
  });

  await knex.schema.createTable('programme_audits', (table) => {
    table.text('id').primary();
    table.text('certificate_id').notNullable().references('certificates.id');
    table.text('kind').notNullable();
    // Of a special audit, why it takes place: extend, reduce, short-notice, remote.
    table.text('occasion');
    table.text('reason');
    table.text('opens_on').notNullable();
    table.text('due_on').notNullable();
    // Which place in the programme it takes: each is planned once, whatever two people do at the same moment. Empty: a special one.
    table.text('slot').unique();
    table.text('case_id').references('certification_cases.id');
    // Reason for which a special audit does not take place after all.
    table.text('dropped');
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.integer('revision').notNullable();
    table.unique(['case_id']);
    table.index(['certificate_id', 'due_on']);
    table.index(['due_on']);
  });

  // An audit of which the company hears nothing before it begins.
  await knex.schema.alterTable('certification_cases', (table) => {
    table.boolean('unannounced').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certification_cases', (table) => {
    table.dropColumn('unannounced');
  });
  await knex.schema.dropTable('programme_audits');
  await knex.schema.dropTable('holidays');
}
