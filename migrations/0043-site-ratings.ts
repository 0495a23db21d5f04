import type { Knex } from 'knex';

/** What was said of a clause at one site, for clauses that are rated site by site. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('site_ratings', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.text('site_id').notNullable().references('sites.id').onDelete('CASCADE');
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
