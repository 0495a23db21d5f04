import type { Knex } from 'knex';

/** Appeals against decisions and complaints about certified companies, with every step taken. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('dispute_counters', (table) => {
    table.integer('year').primary();
    table.integer('last').notNullable();
  });

  await knex.schema.createTable('disputes', (table) => {
    table.text('id').primary();
    table.text('number').notNullable().unique();
    table.text('kind').notNullable();
    table.text('state').notNullable();
    table.integer('revision').notNullable();
    // What it is about; a complaint may name a company that we do not know.
    table.text('case_id').references('certification_cases.id');
    table.text('certificate_id').references('certificates.id');
    table.text('organization_id').references('organizations.id');
    table.text('about').notNullable();
    table.text('text').notNullable();
    table.text('from_name');
    table.text('from_contact');
    // Empty: somebody who was not signed in.
    table.text('received_by').references('users.id');
    table.text('received_at').notNullable();
    table.text('acknowledge_due');
    table.text('answer_due');
    table.text('investigator_id').references('users.id');
    table.text('outcome');
    table.index(['state', 'received_at']);
    table.index(['certificate_id']);
    table.index(['organization_id', 'kind']);
    table.index(['investigator_id', 'state']);
  });

  // Rows are only ever added.
  await knex.schema.createTable('dispute_steps', (table) => {
    table.text('dispute_id').notNullable().references('disputes.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('at').notNullable();
    table.text('by').references('users.id');
    table.text('deed').notNullable();
    table.text('text').notNullable();
    table.primary(['dispute_id', 'place']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['dispute_steps', 'disputes', 'dispute_counters']) await knex.schema.dropTable(table);
}
