import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // When each part of the criteria is assessed; `revision` is the same in all rows of an assessment and counts the saves.
  await knex.schema.createTable('assessment_parts', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('part').notNullable();
    table.text('from_date');
    table.text('to_date');
    table.integer('revision').notNullable();
    table.primary(['assessment_id', 'part']);
  });

  // Who assesses it; a part without rows is done by the whole team.
  await knex.schema.createTable('assessment_part_members', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('part').notNullable();
    table.text('user_id').notNullable().references('users.id');
    table.primary(['assessment_id', 'part', 'user_id']);
    table.index(['user_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['assessment_part_members', 'assessment_parts']) await knex.schema.dropTable(table);
}
