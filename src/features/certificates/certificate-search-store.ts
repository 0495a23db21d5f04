import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import { type Actor, companyIdsOf, isOfCompany } from '../../model/actor.ts';
import type { CertificateState } from '../../model/certificate-life.ts';
import { numberKey } from '../../model/certificate-number.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { termsOfNumber, termsOfWords } from '../../model/search-terms.ts';
import { likePattern } from '../../web/paging.ts';
import type { Certificate } from './certificate.ts';
import { type CertificateRow, toCertificate } from './certificate-store.ts';
import { areFew, idsByTerms, type TermGroups } from './certificate-term-store.ts';

export interface CertificateFilter {
  /** Part of a number, name or address. */
  readonly search: string;
  readonly grade: string | null;
  readonly state: CertificateState | null;
  readonly today: IsoDate;
  /** null: everybody's, as the register shows them. */
  readonly actor: Actor | null;
}

/** Beyond so many hits nobody pages; they are not counted further. */
export const mostCounted = 1000;

/** One page, the newest first, and how many there are, counted up to `mostCounted`. */
export async function searchCertificates(
  db: Db,
  filter: CertificateFilter,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ rows: Certificate[]; total: number }> {
  const whole = await findWhole(db, filter);
  if (whole) return { rows: [whole], total: 1 };
  const few = await findFew(db, filter.search);
  // The hits are found in the index alone; only those of the page are read.
  const ids: { number: string }[] = await db('certificates')
    .modify((query) => few && query.whereIn('id', idsByTerms(db, few)))
    .modify(narrow, filter)
    .orderBy([
      { column: 'issued_on', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(mostCounted)
    .select('number');
  const page = ids.slice(range.offset, range.offset + range.limit).map(({ number }) => number);
  const rows: CertificateRow[] = await db('certificates')
    .whereIn('number', page)
    .orderBy([
      { column: 'issued_on', order: 'desc' },
      { column: 'number', order: 'desc' },
    ]);
  return { rows: rows.map(toCertificate), total: ids.length };
}

/** Whoever types a whole number means that certificate and no other; it is found without looking through the rest. */
async function findWhole(db: Db, filter: CertificateFilter): Promise<Certificate | null> {
  if (!/\d/.test(filter.search)) return null;
  const row: CertificateRow | undefined = await db('certificates')
    .where({ number_key: numberKey(filter.search) })
    .modify(narrow, { ...filter, search: '' })
    .first();
  return row ? toCertificate(row) : null;
}

/** Beyond so many candidates, going through the certificates by their day fills the list sooner. */
const mostCandidates = 1500;

/** Terms that all have which the search means, when few certificates have them; null: many have, or there are no terms. */
async function findFew(db: Db, search: string): Promise<TermGroups | null> {
  if (search === '') return null;
  const { words, number } = partsOfSearch(search);
  const ofWords = termsOfWords(words);
  if (ofWords.length === 0) return null;
  const groups = number === '' ? [ofWords] : [termsOfNumber(number), ofWords];
  return (await areFew(db, groups, mostCandidates)) ? groups : null;
}

/** The words that names and places are compared with, and what numbers are compared with; empty: with nothing. */
function partsOfSearch(search: string): { words: string[]; number: string } {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).slice(0, 5);
  return { words, number: /\d/.test(search) ? numberKey(search).replace(/[\\%_]/g, '') : '' };
}

function narrow(query: Knex.QueryBuilder, { search, grade, state, today, actor }: CertificateFilter): void {
  if (actor && isOfCompany(actor)) query.whereIn('organization_id', companyIdsOf(actor));
  if (grade) query.where({ grade_id: grade });
  if (state) query.modify(inState, state, today);
  if (search === '') return;
  const { words, number } = partsOfSearch(search);
  query.where((matches) => {
    if (number !== '') matches.where('number_key', 'like', `%${number}%`);
    matches.orWhere((all) => {
      for (const word of words) all.whereRaw("search_key like ? escape '\\'", [likePattern(word)]);
    });
  });
}

/** The same rule as `stateOfCertificate`. */
export function inState(query: Knex.QueryBuilder, state: CertificateState, today: IsoDate): void {
  if (state === 'expired') query.whereIn('standing', ['valid', 'suspended']).where('valid_until', '<', today);
  else if (state === 'valid' || state === 'suspended') query.where({ standing: state }).where('valid_until', '>=', today);
  else query.where({ standing: state });
}

/** Every grade that a certificate was ever issued for, as its id and label. */
export async function listGrades(db: Db): Promise<{ id: string; label: Certificate['gradeLabel'] }[]> {
  const rows: { grade_id: string; label: string }[] = await db('certificate_grades').orderBy('grade_id').limit(100);
  return rows.map(({ grade_id, label }) => ({ id: grade_id, label: JSON.parse(label) }));
}

/** How many certificates there are of each kind, for statistics. */
export interface CertificateCount {
  readonly state: CertificateState;
  readonly gradeId: string;
  readonly gradeLabel: Certificate['gradeLabel'];
  readonly trade: string | null;
  /** Year of issue. */
  readonly year: string;
  readonly count: number;
}

/** Counted by state on that day, grade, trade and year of issue. */
export async function countCertificates(db: Db, today: IsoDate): Promise<CertificateCount[]> {
  const expired = db.raw(
    "case when standing in ('valid', 'suspended') and valid_until < ? then 'expired' else standing end as state",
    [today],
  );
  const rows: {
    state: CertificateState;
    grade_id: string;
    grade_label: string;
    trade: string | null;
    year: string;
    count: number | string;
  }[] = await db
    .from(
      db('certificates')
        .select(expired, 'grade_id', 'grade_label', 'trade', db.raw('substr(issued_on, 1, 4) as year'))
        .as('counted'),
    )
    .groupBy('state', 'grade_id', 'trade', 'year')
    .orderBy(['year', 'grade_id', 'trade', 'state'])
    .limit(10_000)
    .select('state', 'grade_id', 'trade', 'year')
    .max({ grade_label: 'grade_label' })
    .count({ count: '*' });
  return rows.map((row) => ({
    state: row.state,
    gradeId: row.grade_id,
    gradeLabel: JSON.parse(row.grade_label),
    trade: row.trade,
    year: row.year,
    count: Number(row.count),
  }));
}
