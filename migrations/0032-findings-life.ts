import type { Knex } from 'knex';

/** Findings get a life: told to the company, answered, corrected, verified, closed. Deductions and bonus become findings too. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('findings', (table) => {
    // Given when the company is told, so that the numbers that it sees have no gap.
    table.integer('number');
    table.text('ground');
    table.text('requirement').notNullable().defaultTo('');
    table.text('site_id').references('sites.id');
    table.integer('revision').notNullable().defaultTo(1);
    table.text('state').notNullable().defaultTo('raised');
    table.text('issued_at');
    table.text('answer_due');
    table.text('correction_due');
    table.text('correction').notNullable().defaultTo('');
    table.text('cause').notNullable().defaultTo('');
    table.text('action').notNullable().defaultTo('');
    table.text('responsible').notNullable().defaultTo('');
    table.text('planned_for');
    table.text('verified_by').references('users.id');
    table.text('verified_on');
    table.text('verified_how');
    table.text('closed_at');
    // What the company asks for: until when, why. Empty while nothing is asked.
    table.text('asked_until');
    table.text('asked_why');
    table.unique(['assessment_id', 'number']);
    table.index(['state', 'correction_due']);
  });

  // In the order in which it happened; what was said stays as it was said.
  await knex.schema.createTable('finding_events', (table) => {
    table.increments('place');
    table.text('finding_id').notNullable().references('findings.id').onDelete('CASCADE');
    table.text('deed').notNullable();
    table.text('text').notNullable();
    table.text('done_by').notNullable().references('users.id');
    table.text('done_at').notNullable();
    table.index(['finding_id']);
  });

  const shared = ['id', 'assessment_id', 'ground', 'statement', 'created_by', 'created_at'];
  await knex(knex.raw('?? (??)', ['findings', ['grade', ...shared]])).insert(
    knex('adjustments').select('kind as grade', ...shared),
  );
  await knex.schema.dropTable('adjustments');
}

export async function down(knex: Knex): Promise<void> {
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
  const shared = ['id', 'assessment_id', 'ground', 'statement', 'created_by', 'created_at'];
  const kinds = ['deduction', 'bonus'];
  await knex(knex.raw('?? (??)', ['adjustments', ['kind', ...shared]])).insert(
    knex('findings')
      .whereIn('grade', kinds)
      .select('grade as kind', ...shared),
  );
  await knex.schema.dropTable('finding_events');
  await knex('findings').whereIn('grade', kinds).delete();
  await knex.schema.alterTable('findings', (table) => {
    table.dropUnique(['assessment_id', 'number']);
    table.dropIndex(['state', 'correction_due']);
    table.dropColumns(...added);
  });
}

const added = [
  'number',
  'ground',
  'requirement',
  'site_id',
  'revision',
  'state',
  'issued_at',
  'answer_due',
  'correction_due',
  'correction',
  'cause',
  'action',
  'responsible',
  'planned_for',
  'verified_by',
  'verified_on',
  'verified_how',
  'closed_at',
  'asked_until',
  'asked_why',
];
