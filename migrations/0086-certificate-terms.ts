import type { Knex } from 'knex';

/**
 * An index of what certificates are searched by: every character and every pair of neighbouring characters of their
 * numbers, names and places. SQLite keeps it as a full-text table without the text, PostgreSQL as an array with an index.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('certificate_terms', (table) => {
    table.increments('place');
    table.text('certificate_id').notNullable().unique().references('certificates.id');
    if (isPostgres(knex)) table.specificType('terms', 'text[]').notNullable();
  });
  if (isPostgres(knex)) await knex.raw('create index certificate_terms_index on certificate_terms using gin (terms)');
  else
    await knex.raw(`create virtual table certificate_term_index using
      fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')`);
  await fill(knex);
}

export async function down(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) await knex.schema.dropTable('certificate_term_index');
  await knex.schema.dropTable('certificate_terms');
}

interface Row {
  readonly id: string;
  readonly number_key: string;
  readonly search_key: string;
}

async function fill(knex: Knex): Promise<void> {
  for (let last = '', place = 0; ; ) {
    const rows: Row[] = await knex('certificates')
      .where('id', '>', last)
      .orderBy('id')
      .limit(400)
      .select('id', 'number_key', 'search_key');
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? '';
    const known = rows.map((row) => ({ id: row.id, terms: termsOf(row) }));
    if (isPostgres(knex)) {
      await knex('certificate_terms').insert(known.map(({ id, terms }) => ({ certificate_id: id, terms })));
      continue;
    }
    const placed = known.map(({ id, terms }) => {
      place += 1;
      return { id, place, terms: terms.join(' ') };
    });
    await knex('certificate_terms').insert(placed.map(({ id, place }) => ({ place, certificate_id: id })));
    const values = placed.map(() => '(?, ?)').join(', ');
    await knex.raw(
      `insert into certificate_term_index (rowid, terms) values ${values}`,
      placed.flatMap(({ place, terms }) => [place, terms]),
    );
  }
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

function termsOf({ number_key, search_key }: Row): string[] {
  return [...new Set([...partsOf('n', number_key), ...search_key.split(/\s+/).flatMap((word) => partsOf('t', word))])];
}

function partsOf(mark: string, word: string): string[] {
  const codes = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at).toString(16).padStart(4, '0'));
  return codes.flatMap((code, at) => [mark + code, ...(codes[at + 1] ? [mark + code + codes[at + 1]] : [])]);
}
