import type { Knex } from 'knex';

/** Evidence has a life: what period it covers, whence it is, how long it holds, who judged it, what replaced it. */
export async function up(knex: Knex): Promise<void> {
  // Without foreign keys: SQLite would copy the whole table to add them. Services and `evidence_steps` keep them true.
  await knex.schema.alterTable('evidence', (table) => {
    table.text('period_from');
    table.text('period_to');
    table.text('site_id');
    table.text('source');
    table.text('valid_until');
    table.text('status').notNullable().defaultTo('submitted');
    table.text('reason');
    table.text('judged_by');
    table.text('judged_at');
    table.text('superseded_by');
    // The piece of an earlier assessment that this one was taken over from.
    table.text('origin_id');
    table.integer('revision').notNullable().defaultTo(1);
    table.index(['sha256']);
    table.index(['valid_until']);
  });

  // What happened to a piece, in order; rows are only ever added.
  await knex.schema.createTable('evidence_steps', (table) => {
    table.text('evidence_id').notNullable().references('evidence.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('at').notNullable();
    table.text('by').notNullable().references('users.id');
    table.text('deed').notNullable();
    table.text('details').notNullable();
    table.primary(['evidence_id', 'place']);
  });

  // `use`: `statement` shows what was found, `proof` that it was mended.
  await knex.schema.createTable('finding_evidence', (table) => {
    table.text('finding_id').notNullable().references('findings.id').onDelete('CASCADE');
    table.text('evidence_id').notNullable().references('evidence.id').onDelete('CASCADE');
    table.text('use').notNullable();
    table.primary(['finding_id', 'evidence_id', 'use']);
    table.index(['evidence_id']);
  });

  // Each time that everything stored was hashed again; `found` holds what was wrong, as JSON.
  await knex.schema.createTable('integrity_runs', (table) => {
    table.text('id').primary();
    table.text('started_at').notNullable();
    table.text('by').references('users.id');
    // Moves on while the run is alive, so that one that died is not waited for.
    table.text('seen_at').notNullable();
    table.text('ended_at');
    table.integer('expected').notNullable();
    table.integer('checked').notNullable();
    table.bigInteger('bytes').notNullable();
    table.text('found').notNullable();
    table.index(['started_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['integrity_runs', 'finding_evidence', 'evidence_steps']) await knex.schema.dropTable(table);
  await knex.schema.alterTable('evidence', (table) => {
    table.dropIndex(['sha256']);
    table.dropIndex(['valid_until']);
  });
  const columns = ['period_from', 'period_to', 'site_id', 'source', 'valid_until', 'status', 'reason', 'judged_by'];
  for (const column of [...columns, 'judged_at', 'superseded_by', 'origin_id', 'revision'])
    await knex.schema.alterTable('evidence', (table) => {
      table.dropColumn(column);
    });
}
