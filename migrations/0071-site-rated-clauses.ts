import type { Knex } from 'knex';

interface Clause {
  readonly id: string;
  readonly siteRollUp?: string;
  readonly clauses?: readonly Clause[];
}

/** Which clauses of kept criteria are rated at each site, so that lists can count what is done without reading the criteria. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('site_rated_clauses', (table) => {
    table.text('criteria_hash').notNullable().references('criteria_copies.hash').onDelete('CASCADE');
    table.text('clause_id').notNullable();
    table.primary(['criteria_hash', 'clause_id']);
  });
  const hashes: string[] = await knex('criteria_copies').pluck('hash');
  // One at a time: the documents are large and there may be many.
  for (const hash of hashes) {
    const { document } = await knex('criteria_copies').where({ hash }).first('document');
    const rows = atSites(JSON.parse(document).clauses).map((clause_id) => ({ criteria_hash: hash, clause_id }));
    if (rows.length > 0) await knex.batchInsert('site_rated_clauses', rows, 100);
  }
}

function atSites(clauses: readonly Clause[] = []): string[] {
  return clauses.flatMap(({ id, siteRollUp, clauses: below }) => [...(siteRollUp ? [id] : []), ...atSites(below)]);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('site_rated_clauses');
}
