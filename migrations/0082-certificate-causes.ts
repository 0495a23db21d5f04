import type { Knex } from 'knex';

/** Why the program did something by the clock, so that each reader is told in their own language. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certificate_events', (table) => {
    table.text('cause');
  });
  // So far the clock did one thing only, and its reason was kept in Chinese.
  await knex('certificate_events')
    .where({ change: 'suspend' })
    .whereNull('actor_id')
    .whereNull('decision_id')
    .update({ cause: 'surveillance-overdue', reason: null });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('certificate_events', (table) => {
    table.dropColumn('cause');
  });
}
