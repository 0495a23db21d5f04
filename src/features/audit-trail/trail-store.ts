import type { Knex } from 'knex';
import type { Db } from '../../db/db.ts';
import { likePattern } from '../../web/paging.ts';
import { type EntryContent, noHash } from './audit-chain.ts';

/** An entry with its place in the chain. */
export interface ChainedEntry extends EntryContent {
  readonly place: number;
  readonly previousHash: string;
  readonly hash: string;
  /** Names were taken from its details: the hash of what it said, on which the chain stands, and of what it says. null: it is as recorded. */
  readonly erased: { readonly contentHash: string; readonly erasedHash: string } | null;
}

/** An entry as people read it. */
export interface ListedEntry extends ChainedEntry {
  readonly actorName: string | null;
  /** The time of the entry before it in the chain; null for the first. */
  readonly earlierAt: string | null;
}

/** Which entries; null: all. Moments are UTC, `until` is not included. */
export interface TrailFilter {
  readonly about: { readonly subject: string; readonly subjectId: string } | null;
  /** Part of the name or the sign-in name of who did it. */
  readonly person: string;
  readonly deed: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

export interface TrailHead {
  readonly place: number;
  readonly hash: string;
}

export interface EntryRow {
  readonly place: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly deed: string;
  readonly subject: string;
  readonly subject_id: string;
  readonly address: string | null;
  readonly client: string | null;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly content_hash: string | null;
  readonly erased_hash: string | null;
}

interface ListedRow extends EntryRow {
  readonly actor_name: string | null;
  readonly earlier_at: string | null;
}

export const erasedColumns = ['audit_erasures.content_hash', 'audit_erasures.erased_hash'];

/** The end of the chain; null while nothing is recorded. */
export async function findOptionalHead(db: Db): Promise<TrailHead | null> {
  const head: TrailHead | undefined = await db('audit_entries').orderBy('place', 'desc').first('place', 'hash');
  return head ?? null;
}

/** The time of the newest entry. */
export async function findOptionalLastTime(db: Db): Promise<string | null> {
  const last: { at: string } | undefined = await db('audit_entries').orderBy('place', 'desc').first('at');
  return last?.at ?? null;
}

/** The last entry that went when its period was over, on which the rest stands; place 0 while all are there. */
export async function readTrailStart(db: Db): Promise<TrailHead> {
  const cut: TrailHead | undefined = await db('audit_cuts').orderBy('place', 'desc').first('place', 'hash');
  return cut ?? { place: 0, hash: noHash };
}

/** How many match. Places have no gaps, so that the whole trail is counted by its ends. */
export async function countEntries(db: Db, filter: TrailFilter): Promise<number> {
  if (isEverything(filter)) {
    const head = await findOptionalHead(db);
    return head ? head.place - (await readTrailStart(db)).place : 0;
  }
  const row = await db('audit_entries').modify(narrow, filter).count({ total: '*' }).first();
  return Number(row?.total ?? 0);
}

/** One page, the newest first. */
export async function listEntries(
  db: Db,
  filter: TrailFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ListedEntry[]> {
  return listed(db, (query) => query.modify(narrow, filter).orderBy('audit_entries.place', 'desc').limit(limit).offset(offset));
}

/** All that match in the order of the chain, in portions, so that a trail of any length passes through. */
export async function* walkEntries(db: Db, filter: TrailFilter, portion = 500): AsyncGenerator<ListedEntry[]> {
  let place = 0;
  for (;;) {
    const after = place;
    const entries = await listed(db, (query) =>
      query.modify(narrow, filter).where('audit_entries.place', '>', after).orderBy('audit_entries.place').limit(portion),
    );
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    place = last.place;
  }
}

/** The chain as it stands, in portions, for whoever checks it; what is joined to it can be missing. */
export async function* walkChain(db: Db, portion = 1000): AsyncGenerator<ChainedEntry[]> {
  let place = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows: EntryRow[] = await db('audit_entries')
      .leftJoin('audit_erasures', 'audit_erasures.place', 'audit_entries.place')
      .modify((query) => place > Number.MIN_SAFE_INTEGER && query.where('audit_entries.place', '>', place))
      .orderBy('audit_entries.place')
      .limit(portion)
      .select('audit_entries.*', ...erasedColumns);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(toChained);
    place = last.place;
  }
}

/** Deeds that occur in entries about one thing. */
export async function listDeedsAbout(db: Db, { subject, subjectId }: NonNullable<TrailFilter['about']>): Promise<string[]> {
  const rows: { deed: string }[] = await db('audit_entries').where({ subject, subject_id: subjectId }).distinct('deed');
  return rows.map(({ deed }) => deed).sort();
}

/** Id → name of the people, organizations and sites among those ids; what is gone or something else is missing. */
export async function readNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const table of ['users', 'organizations', 'sites']) {
    if (ids.length === 0) break;
    const rows: { id: string; name: string }[] = await db(table).whereIn('id', ids.slice(0, 900)).select('id', 'name');
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

async function listed(db: Db, narrowed: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<ListedEntry[]> {
  const query = db('audit_entries')
    .leftJoin('users', 'users.id', 'audit_entries.actor_id')
    .leftJoin('audit_erasures', 'audit_erasures.place', 'audit_entries.place')
    .joinRaw('left join audit_entries as earlier on earlier.place = audit_entries.place - 1')
    .select('audit_entries.*', ...erasedColumns, 'users.name as actor_name', 'earlier.at as earlier_at');
  const rows: ListedRow[] = await narrowed(query);
  return rows.map((row) => ({ ...toChained(row), actorName: row.actor_name, earlierAt: row.earlier_at }));
}

function isEverything({ about, person, deed, from, until }: TrailFilter): boolean {
  return !about && person === '' && !deed && !from && !until;
}

function narrow(query: Knex.QueryBuilder, { about, person, deed, from, until }: TrailFilter): void {
  if (about) query.where({ 'audit_entries.subject': about.subject, 'audit_entries.subject_id': about.subjectId });
  if (deed) query.where('audit_entries.deed', deed);
  if (from) query.where('audit_entries.at', '>=', from);
  if (until) query.where('audit_entries.at', '<', until);
  if (person === '') return;
  const pattern = likePattern(person);
  query.whereIn('audit_entries.actor_id', (people: Knex.QueryBuilder) => {
    people.from('users').select('id');
    people.whereRaw("lower(name) like ? escape '\\'", [pattern]).orWhereRaw("sign_in_name like ? escape '\\'", [pattern]);
  });
}

export function toChained(row: EntryRow): ChainedEntry {
  return {
    place: row.place,
    at: row.at,
    actorId: row.actor_id,
    deed: row.deed,
    subject: row.subject,
    subjectId: row.subject_id,
    address: row.address,
    client: row.client,
    details: row.details,
    previousHash: row.previous_hash,
    hash: row.hash,
    erased:
      row.content_hash === null || row.erased_hash === null
        ? null
        : { contentHash: row.content_hash, erasedHash: row.erased_hash },
  };
}
