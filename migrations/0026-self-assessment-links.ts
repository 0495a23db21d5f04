import type { Knex } from 'knex';

/** Which self-assessment of the company stands beside an audit, and which evidence of the audit came from one. */
export async function up(knex: Knex): Promise<void> {
  // Without a row it is the latest that was finished when the audit was started; null: none, by choice.
  await knex.schema.createTable('self_assessment_links', (table) => {
    table.text('assessment_id').primary().references('assessments.id').onDelete('CASCADE');
    table.text('self_assessment_id').references('assessments.id');
    table.text('linked_by').notNullable().references('users.id');
    table.text('linked_at').notNullable();
  });

  await knex.schema.createTable('evidence_origins', (table) => {
    table.text('evidence_id').primary().references('evidence.id').onDelete('CASCADE');
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('origin_assessment_id').notNullable().references('assessments.id');
    table.text('origin_reference').notNullable();
    table.unique(['assessment_id', 'origin_assessment_id', 'origin_reference']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('evidence_origins');
  await knex.schema.dropTable('self_assessment_links');
}
