import type { Knex } from 'knex';

/** The evidence package of an assessment: one archive of its papers and evidence, made anew when somebody asks for it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('evidence_packages', (table) => {
    table.text('assessment_id').primary().references('assessments.id').onDelete('CASCADE');
    table.text('sha256').notNullable().references('stored_files.sha256');
    table.integer('files').notNullable();
    table.text('language').notNullable();
    table.text('made_by').notNullable().references('users.id');
    table.text('made_at').notNullable();
    table.index(['sha256']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('evidence_packages');
}
