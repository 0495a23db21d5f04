import type { Knex } from 'knex';

/** What auditors ask a company for, and each step until it is settled. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('evidence_requests', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    // The number in the short reference, R3.
    table.integer('place').notNullable();
    table.text('text').notNullable();
    table.text('site_id').references('sites.id').onDelete('SET NULL');
    table.text('due_on').notNullable();
    table.text('state').notNullable();
    table.integer('revision').notNullable();
    table.text('created_by').notNullable().references('users.id');
    table.text('created_at').notNullable();
    table.unique(['assessment_id', 'place']);
    table.index(['state', 'due_on']);
  });

  await knex.schema.createTable('evidence_request_clauses', (table) => {
    table.text('request_id').notNullable().references('evidence_requests.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.primary(['request_id', 'clause_id']);
  });

  // Asked, handed in, declined, accepted, returned, withdrawn: rows are only ever added.
  await knex.schema.createTable('evidence_request_steps', (table) => {
    table.text('request_id').notNullable().references('evidence_requests.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('at').notNullable();
    table.text('by').notNullable().references('users.id');
    table.text('deed').notNullable();
    table.text('text').notNullable();
    table.primary(['request_id', 'place']);
  });

  await knex.schema.createTable('evidence_request_answers', (table) => {
    table.text('request_id').notNullable().references('evidence_requests.id').onDelete('CASCADE');
    table.text('evidence_id').notNullable().references('evidence.id').onDelete('CASCADE');
    table.primary(['request_id', 'evidence_id']);
    table.index(['evidence_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const part of ['_answers', '_steps', '_clauses', 's']) await knex.schema.dropTable(`evidence_request${part}`);
}
