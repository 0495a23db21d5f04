import type { Knex } from 'knex';

/** An assessment has a state, and everybody in its team a part in it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('assessments', (table) => {
    table.text('state').notNullable().defaultTo('in-progress');
    table.index(['state']);
  });
  await knex('assessments').whereNotNull('finished_at').update({ state: 'finished' });

  await knex.schema.alterTable('team_members', (table) => {
    table.text('role').notNullable().defaultTo('auditor');
  });
  await knex('team_members').where({ leads: true }).update({ role: 'leader' });
  await knex.schema.alterTable('team_members', (table) => {
    table.dropColumn('leads');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('team_members', (table) => {
    table.boolean('leads').notNullable().defaultTo(false);
  });
  await knex('team_members').where({ role: 'leader' }).update({ leads: true });
  await knex.schema.alterTable('team_members', (table) => {
    table.dropColumn('role');
  });
  await knex.schema.alterTable('assessments', (table) => {
    table.dropIndex(['state']);
    table.dropColumn('state');
  });
}
