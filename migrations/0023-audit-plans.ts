import type { Knex } from 'knex';

/** The plan of an audit: sites drawn, person-days, agenda, and who was at its meetings. */
export async function up(knex: Knex): Promise<void> {
  // Each draw is kept as it was; the one that is not superseded holds.
  await knex.schema.createTable('site_samplings', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('seed').notNullable();
    // Why it was drawn again; empty for the first draw.
    table.text('reason').notNullable();
    table.text('rule').notNullable();
    table.boolean('rule_is_common').notNullable();
    table.text('sites').notNullable();
    table.text('drawn_by').notNullable().references('users.id');
    table.text('drawn_at').notNullable();
    table.text('superseded_at');
    table.index(['assessment_id']);
  });

  await knex.schema.createTable('audit_plans', (table) => {
    table.text('assessment_id').primary().references('assessments.id').onDelete('CASCADE');
    table.integer('revision').notNullable();
    table.text('days_reason').notNullable();
    table.text('updated_by').notNullable().references('users.id');
    table.text('updated_at').notNullable();
  });

  await knex.schema.createTable('plan_days', (table) => {
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id');
    table.text('days').notNullable();
    table.primary(['assessment_id', 'user_id']);
  });

  await knex.schema.createTable('agenda_items', (table) => {
    table.text('id').primary();
    table.text('assessment_id').notNullable().references('assessments.id').onDelete('CASCADE');
    table.text('kind').notNullable();
    table.text('title').notNullable();
    // Day and times as the clocks of the body show them.
    table.text('day').notNullable();
    table.text('from_time').notNullable();
    table.text('to_time').notNullable();
    table.text('site_id').references('sites.id');
    table.integer('revision').notNullable();
    table.text('updated_by').notNullable().references('users.id');
    table.text('updated_at').notNullable();
    table.index(['assessment_id', 'day', 'from_time']);
    table.index(['site_id']);
  });

  await knex.schema.createTable('agenda_people', (table) => {
    table.text('item_id').notNullable().references('agenda_items.id').onDelete('CASCADE');
    table.text('user_id').notNullable().references('users.id');
    table.primary(['item_id', 'user_id']);
    table.index(['user_id']);
  });

  await knex.schema.createTable('agenda_clauses', (table) => {
    table.text('item_id').notNullable().references('agenda_items.id').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.primary(['item_id', 'clause_id']);
  });

  await knex.schema.createTable('meeting_attendees', (table) => {
    table.text('item_id').notNullable().references('agenda_items.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('name').notNullable();
    table.text('position').notNullable();
    table.boolean('present').notNullable();
    table.primary(['item_id', 'place']);
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = ['meeting_attendees', 'agenda_clauses', 'agenda_people', 'agenda_items', 'plan_days', 'audit_plans'];
  for (const table of [...tables, 'site_samplings']) await knex.schema.dropTable(table);
}
