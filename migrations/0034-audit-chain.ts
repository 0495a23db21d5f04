import type { Knex } from 'knex';

/**
 * The audit trail becomes a chain: every entry has the hash of the one before, and none can be changed or deleted any more.
 * Entries that stand already are numbered without gaps and chained as they are. docs/audit-trail.md has the form.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_chain', (table) => {
    table.integer('place').primary();
    table.text('at').notNullable();
    table.text('actor_id');
    table.text('deed').notNullable();
    table.text('subject').notNullable();
    table.text('subject_id').notNullable();
    table.text('address');
    table.text('client');
    table.text('details').notNullable();
    table.text('previous_hash').notNullable();
    table.text('hash').notNullable();
    table.index(['subject', 'subject_id', 'place']);
    table.index(['actor_id', 'place']);
    table.index(['deed', 'place']);
  });
  await chainEarlierEntries(knex);
  await knex.schema.dropTable('audit_entries');
  await knex.schema.renameTable('audit_chain', 'audit_entries');

  if (isPostgres(knex)) await guardOnPostgres(knex);
  else await guardOnSqlite(knex);
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.schema.dropTable('audit_intake');
    await knex.raw('DROP FUNCTION chain_audit_entry, refuse_audit_change CASCADE');
  }
  await knex.schema.createTable('earlier_entries', (table) => {
    table.increments('place');
    table.text('at').notNullable();
    table.text('actor_id');
    table.text('deed').notNullable();
    table.text('subject').notNullable();
    table.text('subject_id').notNullable();
    table.text('details').notNullable();
    table.index(['subject', 'subject_id']);
  });
  await knex.raw(`
    INSERT INTO earlier_entries (at, actor_id, deed, subject, subject_id, details)
    SELECT at, actor_id, deed, subject, subject_id, details FROM audit_entries ORDER BY place`);
  await knex.schema.dropTable('audit_entries');
  await knex.schema.renameTable('earlier_entries', 'audit_entries');
}

interface Entry {
  readonly place: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly deed: string;
  readonly subject: string;
  readonly subject_id: string;
  readonly details: string;
}

async function chainEarlierEntries(knex: Knex): Promise<void> {
  let last = { read: 0, place: 0, hash: '0'.repeat(64) };
  for (;;) {
    const entries: Entry[] = await knex('audit_entries').where('place', '>', last.read).orderBy('place').limit(500);
    if (entries.length === 0) return;
    const rows: object[] = [];
    for (const { place: read, ...entry } of entries) {
      const place = last.place + 1;
      const content = await sha256(
        JSON.stringify([
          'assay-audit-1',
          entry.at,
          entry.actor_id,
          entry.deed,
          entry.subject,
          entry.subject_id,
          null,
          null,
          entry.details,
        ]),
      );
      const hash = await sha256(`${place}\n${last.hash}\n${content}`);
      rows.push({ place, ...entry, previous_hash: last.hash, hash });
      last = { read, place, hash };
    }
    await knex.batchInsert('audit_chain', rows, 50);
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * Entries come in by way of `audit_intake` and are chained when their transaction commits: only then is the end of the chain
 * locked, after every other lock that the deed needs, so that two deeds never wait for each other in a ring. A row of the
 * intake is gone before anybody else could see it, hence no write-ahead log for it.
 */
async function guardOnPostgres(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_intake', (table) => {
    table.text('id').primary();
    table.text('at').notNullable();
    table.text('actor_id');
    table.text('deed').notNullable();
    table.text('subject').notNullable();
    table.text('subject_id').notNullable();
    table.text('address');
    table.text('client');
    table.text('details').notNullable();
    table.text('content_hash').notNullable();
  });
  await knex.raw('ALTER TABLE audit_intake SET UNLOGGED');
  await knex.raw(`
    CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      last_place integer := 0;
      last_hash text := repeat('0', 64);
      head record;
    BEGIN
      PERFORM pg_advisory_xact_lock(4172002);
      SELECT place, hash INTO head FROM audit_entries ORDER BY place DESC LIMIT 1;
      IF FOUND THEN
        last_place := head.place;
        last_hash := head.hash;
      END IF;
      INSERT INTO audit_entries
        (place, at, actor_id, deed, subject, subject_id, address, client, details, previous_hash, hash)
      VALUES
        (last_place + 1, NEW.at, NEW.actor_id, NEW.deed, NEW.subject, NEW.subject_id, NEW.address, NEW.client, NEW.details,
         last_hash,
         encode(sha256(convert_to((last_place + 1) || E'\\n' || last_hash || E'\\n' || NEW.content_hash, 'UTF8')), 'hex'));
      DELETE FROM audit_intake WHERE id = NEW.id;
      RETURN NULL;
    END $$`);
  await knex.raw(`
    CREATE CONSTRAINT TRIGGER chain_audit_entry AFTER INSERT ON audit_intake
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit_entry()`);
  await knex.raw(`
    CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'Entries of the audit trail are only ever added.'; END $$`);
  await knex.raw(`
    CREATE TRIGGER refuse_audit_change BEFORE UPDATE OR DELETE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`);
  await knex.raw(`
    CREATE TRIGGER refuse_audit_truncation BEFORE TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`);
}

/** SQLite has one writer at a time, so that the program chains an entry as it inserts it. */
async function guardOnSqlite(knex: Knex): Promise<void> {
  const refusal = "SELECT RAISE(ABORT, 'Entries of the audit trail are only ever added.')";
  await knex.raw(`CREATE TRIGGER refuse_audit_update BEFORE UPDATE ON audit_entries BEGIN ${refusal}; END`);
  await knex.raw(`CREATE TRIGGER refuse_audit_delete BEFORE DELETE ON audit_entries BEGIN ${refusal}; END`);
  // INSERT OR REPLACE would delete without asking the trigger above.
  await knex.raw(`
    CREATE TRIGGER refuse_audit_replacement BEFORE INSERT ON audit_entries
    WHEN EXISTS (SELECT 1 FROM audit_entries WHERE place = NEW.place) BEGIN ${refusal}; END`);
}
