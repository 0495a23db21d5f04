import type { Knex } from 'knex';

/** Certificates, everything that ever happened to them, their signed files, and the body that issues them. */
export async function up(knex: Knex): Promise<void> {
  // The last serial number of each pattern and year; locked until the certificate is written, so that there is no gap.
  await knex.schema.createTable('certificate_counters', (table) => {
    table.text('series').primary();
    table.integer('last').notNullable();
  });

  await knex.schema.createTable('certificates', (table) => {
    table.text('id').primary();
    table.text('number').notNullable().unique();
    table.text('number_key').notNullable().unique();
    table.text('organization_id').notNullable().references('organizations.id');
    table.text('assessment_id').notNullable().references('assessments.id');
    // For lists and searching; what is printed stands in the editions. The key holds names and addresses in both languages.
    table.text('holder').notNullable();
    table.text('search_key').notNullable();
    table.text('trade');
    table.text('criteria_id').notNullable();
    table.text('grade_id').notNullable();
    table.text('grade_label').notNullable();
    table.text('standing').notNullable();
    table.text('issued_on').notNullable();
    table.text('valid_until').notNullable();
    table.text('suspended_until');
    // Durations of the criteria as JSON; null where they lay nothing down.
    table.text('surveillance_every');
    table.text('suspension_lasts');
    table.text('surveillance_due');
    table.text('replaced_by').references('certificates.id');
    table.integer('edition').notNullable();
    table.integer('revision').notNullable();
    table.text('created_at').notNullable();
    table.index(['organization_id']);
    table.index(['assessment_id']);
    table.index(['standing', 'valid_until']);
    table.index(['surveillance_due']);
    table.index(['grade_id', 'issued_on']);
    // Holds all that a search compares, so that it never reads the rows themselves.
    table.index(
      ['issued_on', 'number', 'search_key', 'number_key', 'grade_id', 'standing', 'valid_until'],
      'certificates_search',
    );
  });

  // What was printed, once for each issue of the same number.
  await knex.schema.createTable('certificate_editions', (table) => {
    table.text('certificate_id').notNullable().references('certificates.id');
    table.integer('edition').notNullable();
    table.text('facts').notNullable();
    table.text('created_at').notNullable();
    table.primary(['certificate_id', 'edition']);
  });

  await knex.schema.createTable('certificate_events', (table) => {
    table.text('certificate_id').notNullable().references('certificates.id');
    table.integer('place').notNullable();
    table.text('change').notNullable();
    table.text('reason');
    table.text('from_date').notNullable();
    table.text('until_date');
    table.integer('edition').notNullable();
    table.text('decision_id');
    table.text('actor_id').references('users.id');
    table.text('at').notNullable();
    table.primary(['certificate_id', 'place']);
  });

  await knex.schema.createTable('certificate_files', (table) => {
    table.text('certificate_id').notNullable();
    table.integer('edition').notNullable();
    table.text('language').notNullable();
    table.text('sha256').notNullable().unique().references('stored_files.sha256');
    table.text('signer').notNullable();
    table.boolean('trial').notNullable();
    table.text('signed_at').notNullable();
    table.primary(['certificate_id', 'edition', 'language']);
    table.foreign(['certificate_id', 'edition']).references(['certificate_id', 'edition']).inTable('certificate_editions');
  });

  await knex.schema.createTable('certification_body', (table) => {
    table.integer('id').primary();
    table.text('facts').notNullable();
    table.integer('revision').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = ['certification_body', 'certificate_files', 'certificate_events', 'certificate_editions'];
  for (const table of [...tables, 'certificates', 'certificate_counters']) await knex.schema.dropTable(table);
}
