import type { Knex } from 'knex';

/** A certification from the application to its decisions: what was applied for, with which papers, and every step taken. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_counters', (table) => {
    table.integer('year').primary();
    table.integer('last').notNullable();
  });

  await knex.schema.createTable('certification_cases', (table) => {
    table.text('id').primary();
    table.text('number').notNullable().unique();
    table.text('organization_id').notNullable().references('organizations.id');
    table.text('state').notNullable();
    table.integer('revision').notNullable();
    // The typed application, as JSON: a draft may be incomplete.
    table.text('application').notNullable();
    // By when the company has to answer; empty while nothing is asked.
    table.text('answer_due');
    table.text('assessment_id').references('assessments.id');
    // The certificate that it led to, or that it is about.
    table.text('certificate_id').references('certificates.id');
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.text('submitted_at');
    table.unique(['assessment_id']);
    table.index(['certificate_id']);
    table.index(['organization_id', 'created_at']);
    table.index(['state', 'created_at']);
  });

  await knex.schema.createTable('case_documents', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('certification_cases.id').onDelete('CASCADE');
    table.text('title').notNullable();
    table.text('sha256').notNullable().references('stored_files.sha256');
    table.text('file_name').notNullable();
    table.text('added_by').notNullable().references('users.id');
    table.text('added_at').notNullable();
    table.index(['case_id']);
    table.index(['sha256']);
  });

  // Rows are only ever added.
  await knex.schema.createTable('case_steps', (table) => {
    table.text('case_id').notNullable().references('certification_cases.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('at').notNullable();
    table.text('by').notNullable().references('users.id');
    table.text('deed').notNullable();
    table.text('text').notNullable();
    table.primary(['case_id', 'place']);
  });

  await knex.schema.createTable('case_agreements', (table) => {
    table.text('case_id').primary().references('certification_cases.id').onDelete('CASCADE');
    table.text('version').notNullable();
    table.text('company_signer').notNullable();
    table.text('company_signed_on').notNullable();
    table.text('body_signer').notNullable();
    table.text('body_signed_on').notNullable();
    table.text('document_id').notNullable().references('case_documents.id');
  });

  // Four eyes: the key allows everybody one part in a case, whatever two people do at the same moment.
  await knex.schema.createTable('case_hands', (table) => {
    table.text('case_id').notNullable().references('certification_cases.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id');
    table.text('part').notNullable();
    table.primary(['case_id', 'user_id']);
  });

  // What was signed, as it was shown to the signer; never changed.
  await knex.schema.createTable('case_decisions', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('certification_cases.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('kind').notNullable();
    table.text('reason').notNullable();
    table.text('effective_on').notNullable();
    table.text('until');
    // What the certificate covers from then on, where the decision changes it.
    table.text('scope');
    table.text('signed_text').notNullable();
    table.text('sha256').notNullable();
    table.text('signed_by').notNullable().references('users.id');
    table.text('signed_at').notNullable();
    table.unique(['case_id', 'place']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['case_decisions', 'case_hands', 'case_agreements', 'case_steps', 'case_documents'])
    await knex.schema.dropTable(table);
  await knex.schema.dropTable('certification_cases');
  await knex.schema.dropTable('case_counters');
}
