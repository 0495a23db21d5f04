import type { Knex } from 'knex';

/** Who took an assessment from state to state, and why; and two results of one assessment, as found and after correction. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('assessment_steps', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('step').notNullable();
    table.text('from_state').notNullable();
    table.text('to_state').notNullable();
    table.text('reason');
    table.text('taken_by').notNullable().references('users.id');
    table.text('taken_at').notNullable();
    table.unique(['assessment_id', 'place']);
  });

  await createResults(knex, 'results_by_kind', ['assessment_id', 'kind']);
  await copy(knex, 'results', 'results_by_kind', [...kept, knex.raw("'as-found' as kind")], [...kept, 'kind']);
  await knex.schema.dropTable('results');
  await knex.schema.renameTable('results_by_kind', 'results');

  // Which of them lists and later assessments go by; null until the assessment is reported.
  await knex.schema.alterTable('assessments', (table) => {
    table.text('result_kind');
  });
  await knex('assessments').whereNotNull('finished_at').update({ result_kind: 'as-found' });
}

export async function down(knex: Knex): Promise<void> {
  await createResults(knex, 'results_alone', ['assessment_id']);
  const last = knex('assessments')
    .whereRaw('assessments.id = results.assessment_id and assessments.result_kind = results.kind')
    .select('assessments.id');
  await copy(knex, knex('results').whereExists(last), 'results_alone', kept, kept);
  await knex.schema.dropTable('results');
  await knex.schema.renameTable('results_alone', 'results');
  await knex.schema.alterTable('assessments', (table) => {
    table.dropColumn('result_kind');
  });
  await knex.schema.dropTable('assessment_steps');
}

const kept = ['assessment_id', 'dossier', 'result', 'score', 'grade', 'grade_label', 'summary', 'created_at'];

async function createResults(knex: Knex, name: string, key: string[]): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    table.text('assessment_id').notNullable().references('assessments.id');
    if (key.includes('kind')) table.text('kind').notNullable();
    table.text('dossier').notNullable();
    table.text('result').notNullable();
    table.text('score').notNullable();
    table.text('grade');
    table.text('grade_label');
    table.text('summary').notNullable();
    table.text('created_at').notNullable();
    table.primary(key);
  });
}

async function copy(
  knex: Knex,
  from: string | Knex.QueryBuilder,
  to: string,
  columns: (string | Knex.Raw)[],
  names: string[],
): Promise<void> {
  const rows = typeof from === 'string' ? knex(from) : from;
  await knex(knex.raw('?? (??)', [to, names])).insert(rows.select(columns));
}
