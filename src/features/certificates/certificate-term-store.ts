import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { isPostgres } from '../../db/open-db.ts';
import { type SearchedTexts, termsOfTexts } from '../../model/search-terms.ts';

/** Keeps what certificates are searched by, in place of what was kept of them before; a few hundred at a time. */
export async function keepTerms(
  trx: Trx,
  certificates: readonly (SearchedTexts & { readonly certificateId: string })[],
): Promise<void> {
  const kept = certificates.map(({ certificateId, ...texts }) => ({ id: certificateId, terms: termsOfTexts(texts) }));
  if (isPostgres(trx)) {
    const rows = kept.map(({ id, terms }) => ({ certificate_id: id, terms }));
    await trx('certificate_terms').insert(rows).onConflict('certificate_id').merge();
    return;
  }
  const ids = kept.map(({ id }) => id);
  await trx('certificate_terms')
    .insert(ids.map((id) => ({ certificate_id: id })))
    .onConflict('certificate_id')
    .ignore();
  const rows: { certificate_id: string; place: number }[] = await trx('certificate_terms').whereIn('certificate_id', ids);
  const places = new Map(rows.map(({ certificate_id, place }) => [certificate_id, place]));
  await trx.raw(
    `insert or replace into certificate_term_index (rowid, terms) values ${kept.map(() => '(?, ?)').join(', ')}`,
    kept.flatMap(({ id, terms }) => [places.get(id) ?? null, terms.join(' ')]),
  );
}

/** Groups of terms; a certificate is meant that has all terms of at least one group. */
export type TermGroups = readonly (readonly string[])[];

/** Whether at most so many certificates are meant. */
export async function areFew(db: Db, groups: TermGroups, most: number): Promise<boolean> {
  const found = placesOf(db, groups).limit(most + 1);
  const row: { count: number | string } | undefined = await db.from(found.as('found')).count({ count: '*' }).first();
  return Number(row?.count) <= most;
}

/** The ids of those that are meant, as part of a larger query. */
export function idsByTerms(db: Db, groups: TermGroups): Knex.QueryBuilder {
  return db('certificate_terms').whereIn('place', placesOf(db, groups)).select('certificate_id');
}

function placesOf(db: Db, groups: TermGroups): Knex.QueryBuilder {
  if (isPostgres(db)) {
    const query = db('certificate_terms').select('place');
    for (const terms of groups) query.orWhereRaw('terms @> string_to_array(?, ?)', [terms.join(' '), ' ']);
    return query;
  }
  const question = groups.map((terms) => `(${terms.join(' AND ')})`).join(' OR ');
  return db('certificate_term_index').whereRaw('certificate_term_index match ?', [question]).select('rowid as place');
}
