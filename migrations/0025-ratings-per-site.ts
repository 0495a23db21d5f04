import type { Knex } from 'knex';

/** Ratings of clauses that the criteria have rated at every site: a row a clause and site, otherwise like `ratings`. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('site_ratings', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.text('site_id').notNullable().references('sites.id');
    table.text('rating');
    table.text('note').notNullable();
    table.integer('revision').notNullable();
    table.text('updated_by').notNullable().references('users.id');
    table.text('updated_at').notNullable();
    table.primary(['assessment_id', 'clause_id', 'site_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('site_ratings');
}
