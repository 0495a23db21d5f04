import type { Knex } from 'knex';

/** For how long what is kept, what must not go whatever its age, and where the audit trail begins when its oldest part has gone. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('retention_rules', (table) => {
    table.text('kind').primary();
    table.integer('months');
    table.text('set_by').notNullable().references('users.id');
    table.text('set_at').notNullable();
    // Nothing goes before somebody has seen what would go by this very period.
    table.integer('confirmed_months');
    table.text('confirmed_by').references('users.id');
    table.text('confirmed_at');
  });
  await knex.schema.createTable('legal_holds', (table) => {
    table.text('id').primary();
    table.text('organization_id').references('organizations.id');
    table.text('assessment_id').references('assessments.id');
    table.text('reason').notNullable();
    table.text('set_by').notNullable().references('users.id');
    table.text('set_at').notNullable();
    table.text('lifted_by').references('users.id');
    table.text('lifted_at');
    table.index(['lifted_at']);
  });
  await knex.schema.alterTable('evidence', (table) => {
    table.text('file_removed_at');
  });
  // The last entry that went, with its hash: the next one stands on it.
  await knex.schema.createTable('audit_cuts', (table) => {
    table.integer('place').primary();
    table.text('hash').notNullable();
    table.text('cut_at').notNullable();
  });
  if (isPostgres(knex)) {
    await knex.raw(`
      CREATE FUNCTION refuse_audit_delete() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM audit_cuts WHERE place >= OLD.place) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'Entries of the audit trail are only ever added.';
      END $$`);
    await knex.raw('DROP TRIGGER refuse_audit_change ON audit_entries');
    await knex.raw(`
      CREATE TRIGGER refuse_audit_delete BEFORE DELETE ON audit_entries
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_delete()`);
  } else {
    await knex.raw('DROP TRIGGER refuse_audit_delete');
    await knex.raw(`
      CREATE TRIGGER refuse_audit_delete BEFORE DELETE ON audit_entries
      WHEN NOT EXISTS (SELECT 1 FROM audit_cuts WHERE place >= OLD.place) BEGIN ${refusal}; END`);
  }
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('DROP FUNCTION refuse_audit_delete CASCADE');
    await knex.raw(`
      CREATE TRIGGER refuse_audit_change BEFORE DELETE ON audit_entries
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`);
  } else {
    await knex.raw('DROP TRIGGER refuse_audit_delete');
    await knex.raw(`CREATE TRIGGER refuse_audit_delete BEFORE DELETE ON audit_entries BEGIN ${refusal}; END`);
  }
  await knex.schema.dropTable('audit_cuts');
  await knex.schema.alterTable('evidence', (table) => {
    table.dropColumn('file_removed_at');
  });
  await knex.schema.dropTable('legal_holds');
  await knex.schema.dropTable('retention_rules');
}

const refusal = "SELECT RAISE(ABORT, 'Entries of the audit trail are only ever added.')";

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
