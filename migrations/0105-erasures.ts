import type { Knex } from 'knex';

/** People whose data was erased, and what stands in the audit trail in place of their names. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('person_erasures', (table) => {
    table.text('user_id').primary().references('users.id');
    // By which the person is called from then on.
    table.integer('number').notNullable().unique();
    table.text('erased_at').notNullable();
    table.text('erased_by').notNullable().references('users.id');
  });
  // An entry from which names were taken: the hash of what it said, on which the chain stands, and of what it says now.
  await knex.schema.createTable('audit_erasures', (table) => {
    table.integer('place').primary();
    table.text('content_hash').notNullable();
    table.text('erased_hash').notNullable();
  });
  if (isPostgres(knex)) await allowErasureOnPostgres(knex);
  else await allowErasureOnSqlite(knex);
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('DROP FUNCTION refuse_audit_update CASCADE');
    await knex.raw('DROP TRIGGER refuse_audit_change ON audit_entries');
    await knex.raw(`
      CREATE TRIGGER refuse_audit_change BEFORE UPDATE OR DELETE ON audit_entries
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`);
  } else {
    await knex.raw('DROP TRIGGER refuse_audit_update');
    await knex.raw(`CREATE TRIGGER refuse_audit_update BEFORE UPDATE ON audit_entries BEGIN ${refusal}; END`);
  }
  await knex.schema.dropTable('audit_erasures');
  await knex.schema.dropTable('person_erasures');
}

const refusal = "SELECT RAISE(ABORT, 'Entries of the audit trail are only ever added.')";

/** All but `details`. */
const fixed = ['place', 'at', 'actor_id', 'deed', 'subject', 'subject_id', 'address', 'client', 'previous_hash', 'hash'];

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

async function allowErasureOnPostgres(knex: Knex): Promise<void> {
  const row = (of: string) => `ROW(${fixed.map((column) => `${of}.${column}`).join(', ')})`;
  await knex.raw(`
    CREATE FUNCTION refuse_audit_update() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${row('NEW')} IS NOT DISTINCT FROM ${row('OLD')}
        AND EXISTS (SELECT 1 FROM audit_erasures WHERE place = OLD.place) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'Entries of the audit trail are only ever added.';
    END $$`);
  await knex.raw('DROP TRIGGER refuse_audit_change ON audit_entries');
  await knex.raw(`
    CREATE TRIGGER refuse_audit_change BEFORE DELETE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`);
  await knex.raw(`
    CREATE TRIGGER refuse_audit_update BEFORE UPDATE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_update()`);
}

async function allowErasureOnSqlite(knex: Knex): Promise<void> {
  const same = fixed.map((column) => `NEW.${column} IS OLD.${column}`).join(' AND ');
  await knex.raw('DROP TRIGGER refuse_audit_update');
  await knex.raw(`
    CREATE TRIGGER refuse_audit_update BEFORE UPDATE ON audit_entries
    WHEN NOT (${same} AND EXISTS (SELECT 1 FROM audit_erasures WHERE place = OLD.place))
    BEGIN ${refusal}; END`);
}
