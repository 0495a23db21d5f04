import type { Knex } from 'knex';

/** Who rates what, alone or beside others, and how they came to agree. */
export async function up(knex: Knex): Promise<void> {
  // Who rates a clause; a clause without a row is for whoever in the team may rate.
  await knex.schema.createTable('clause_assignments', (table) => {
    ofAssessment(table);
    table.text('clause_id').notNullable();
    table.text('user_id').notNullable().references('users.id');
    table.text('assigned_by').notNullable().references('users.id');
    table.text('assigned_at').notNullable();
    table.primary(['assessment_id', 'clause_id', 'user_id']);
  });

  // Clauses that several rate without seeing each other's rating until `opened_at`.
  await knex.schema.createTable('independent_clauses', (table) => {
    ofAssessment(table);
    table.text('clause_id').notNullable();
    table.text('marked_by').notNullable().references('users.id');
    table.text('marked_at').notNullable();
    table.text('opened_at');
    table.primary(['assessment_id', 'clause_id']);
  });

  // What each rater says of such a clause; the agreed rating stands in `ratings` as that of any other clause.
  await knex.schema.createTable('independent_ratings', (table) => {
    ofAssessment(table);
    table.text('clause_id').notNullable();
    table.text('user_id').notNullable().references('users.id');
    table.text('rating');
    table.text('note').notNullable();
    table.integer('revision').notNullable();
    table.text('updated_at').notNullable();
    table.primary(['assessment_id', 'clause_id', 'user_id']);
  });

  await knex.schema.createTable('independent_submissions', (table) => {
    ofAssessment(table);
    table.text('clause_id').notNullable();
    table.text('user_id').notNullable().references('users.id');
    table.text('submitted_at').notNullable();
    table.primary(['assessment_id', 'clause_id', 'user_id']);
  });

  // Each time that an agreed rating was set: what stood there, what stands there now, and why. Only added to.
  await knex.schema.createTable('reconciliations', (table) => {
    table.text('id').primary();
    ofAssessment(table);
    table.text('clause_id').notNullable();
    table.text('before_rating');
    table.text('before_note').notNullable();
    table.text('rating').notNullable();
    table.text('note').notNullable();
    table.text('reason').notNullable();
    table.text('set_by').notNullable().references('users.id');
    table.text('set_at').notNullable();
    table.index(['assessment_id', 'clause_id']);
  });

  // On which clause somebody is; one row a person and assessment.
  await knex.schema.createTable('clause_presences', (table) => {
    ofAssessment(table);
    table.text('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.text('seen_at').notNullable();
    table.primary(['assessment_id', 'user_id']);
  });
}

function ofAssessment(table: Knex.CreateTableBuilder): void {
  table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
}

export async function down(knex: Knex): Promise<void> {
  const tables = [
    'clause_presences',
    'reconciliations',
    'independent_submissions',
    'independent_ratings',
    'independent_clauses',
    'clause_assignments',
  ];
  for (const table of tables) await knex.schema.dropTable(table);
}
