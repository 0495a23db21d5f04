import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // The criteria as they were when an assessment began; one copy per content, found by its hash.
  await knex.schema.createTable('criteria_copies', (table) => {
    table.text('hash').primary();
    table.text('criteria_id').notNullable();
    table.text('version').notNullable();
    // The title in every language, and how many clauses are rated: what lists show without reading the whole document.
    table.text('title').notNullable();
    table.integer('rated_clauses').notNullable();
    table.text('document').notNullable();
    table.text('created_at').notNullable();
  });

  await knex.schema.createTable('assessments', (table) => {
    table.text('id').primary();
    table.text('number').notNullable().unique();
    table.text('kind').notNullable();
    table.text('organization_id').notNullable().references('organizations.id');
    table.text('criteria_hash').notNullable().references('criteria_copies.hash');
    table.text('criteria_id').notNullable();
    table.text('criteria_version').notNullable();
    table.text('from_date').notNullable();
    table.text('to_date').notNullable();
    table.text('target_grade');
    table.text('held_grade');
    table.text('held_since');
    // The number of the last piece of evidence, also when it was removed: a reference is never given twice.
    table.integer('last_evidence').notNullable().defaultTo(0);
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.text('finished_at');
    table.text('finished_by').references('users.id');
    table.index(['organization_id', 'criteria_id', 'finished_at']);
    table.index(['created_at']);
  });

  await knex.schema.createTable('assessment_counters', (table) => {
    table.integer('year').primary();
    table.integer('last').notNullable();
  });

  await knex.schema.createTable('assessment_sites', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('site_id').notNullable().references('sites.id');
    table.primary(['assessment_id', 'site_id']);
  });

  await knex.schema.createTable('team_members', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id');
    table.boolean('leads').notNullable();
    table.primary(['assessment_id', 'user_id']);
    table.index(['user_id']);
  });

  // A row a clause; `revision` counts the saves, so that two people cannot overwrite each other unseen.
  await knex.schema.createTable('ratings', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.text('rating');
    table.text('note').notNullable();
    table.integer('revision').notNullable();
    table.text('updated_by').notNullable().references('users.id');
    table.text('updated_at').notNullable();
    table.primary(['assessment_id', 'clause_id']);
  });

  await knex.schema.createTable('adjustments', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('ground');
    table.text('statement').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.index(['assessment_id']);
  });

  await knex.schema.createTable('findings', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('clause_id');
    table.text('grade').notNullable();
    table.text('statement').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.index(['assessment_id']);
  });

  // What was known when the assessment was finished: the whole dossier and its result. Written once, never changed.
  await knex.schema.createTable('results', (table) => {
    table.text('assessment_id').primary().references('assessments.id');
    table.text('dossier').notNullable();
    table.text('result').notNullable();
    table.text('score').notNullable();
    table.text('grade');
    table.text('grade_label');
    // The result in one sentence, in every language: what lists show without reading the whole result.
    table.text('summary').notNullable();
    table.text('created_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = [
    'results',
    'findings',
    'adjustments',
    'ratings',
    'team_members',
    'assessment_sites',
    'assessment_counters',
    'assessments',
    'criteria_copies',
  ];
  for (const table of tables) await knex.schema.dropTable(table);
}
