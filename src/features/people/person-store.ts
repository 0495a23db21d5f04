import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { type Role, roles } from '../../model/actor.ts';
import { likePattern, pageSize } from '../../web/paging.ts';

/** A line in the list of people. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  /** In the body, or in one company or the other; each once. */
  readonly roles: readonly Role[];
  readonly organizationNames: readonly string[];
  readonly registrationNumber: string | null;
  /** `waiting`: has not set a password yet. */
  readonly state: 'active' | 'waiting' | 'inactive' | 'erased';
}

export interface PeopleFilter {
  readonly search: string;
  readonly role: Role | null;
  readonly page: number;
  /** Only people who work for one of these; left out: everybody. */
  readonly organizationIds?: readonly string[];
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly sign_in_name: string;
  readonly registration_number: string | null;
  readonly without_password: number | string;
  readonly active: boolean | number;
  readonly erasure: number | null;
}

/** One page by name, those who can sign in first, and how many there are in all. */
export async function listPeople(db: Db, filter: PeopleFilter): Promise<{ rows: ListedPerson[]; total: number }> {
  const matching = () => db('users').modify(applyFilter, db, filter);
  const total = await matching().count({ total: '*' }).first();
  const rows: PersonRow[] = await matching()
    .leftJoin('person_erasures', 'person_erasures.user_id', 'users.id')
    .orderBy('users.active', 'desc')
    .orderByRaw('lower(users.name)')
    .orderBy('users.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .select([
      'users.id',
      'users.name',
      'users.sign_in_name',
      'users.registration_number',
      // The hash itself has no business outside the accounts.
      db.raw('case when users.password_hash is null then 1 else 0 end as without_password'),
      'users.active',
      'person_erasures.number as erasure',
    ]);
  const places = await readPlaces(
    db,
    rows.map(({ id }) => id),
  );
  return { rows: rows.map((row) => toPerson(row, places)), total: Number(total?.total) };
}

/**
 * Ids of the administrators who can sign in. They stay as they are until the transaction ends, so that two of them cannot
 * take each other's place at the same moment.
 */
export async function lockAdministrators(trx: Trx): Promise<string[]> {
  const rows: { user_id: string }[] = await trx('user_roles')
    .where({ role: 'administrator' })
    .orderBy('user_id')
    .forUpdate()
    .select('user_id');
  const ids = rows.map(({ user_id }) => user_id);
  return trx('users').whereIn('id', ids).where({ active: true }).orderBy('id').forUpdate().pluck('id');
}

type Places = ReadonlyMap<string, { readonly roles: ReadonlySet<string>; readonly organizations: readonly string[] }>;

/** Roles and companies of several people: two statements, however many they are. */
async function readPlaces(db: Db, userIds: readonly string[]): Promise<Places> {
  const bodyRows: { user_id: string; role: string }[] = await db('user_roles').whereIn('user_id', [...userIds]);
  const companyRows: { user_id: string; role: string; name: string }[] = await db('company_places')
    .join('organizations', 'organizations.id', 'company_places.organization_id')
    .whereIn('user_id', [...userIds])
    .orderBy('organizations.name_key')
    .select('company_places.user_id', 'company_places.role', 'organizations.name');
  const held = [...bodyRows, ...companyRows];
  return new Map(
    userIds.map((id) => [
      id,
      {
        roles: new Set(held.filter(({ user_id }) => user_id === id).map(({ role }) => role)),
        organizations: companyRows.filter(({ user_id }) => user_id === id).map(({ name }) => name),
      },
    ]),
  );
}

function applyFilter(query: Knex.QueryBuilder, db: Db, { search, role, organizationIds }: PeopleFilter): void {
  if (organizationIds) {
    query.whereIn(
      'users.id',
      db('company_places')
        .whereIn('organization_id', [...organizationIds])
        .select('user_id'),
    );
  }
  if (role) query.whereIn('users.id', db.union([withRole(db, 'user_roles', role), withRole(db, 'company_places', role)]));
  if (search === '') return;
  const pattern = likePattern(search);
  const ofCompany = db('company_places')
    .join('organizations', 'organizations.id', 'company_places.organization_id')
    .whereRaw("organizations.name_key like ? escape '\\'", [pattern])
    .select('company_places.user_id');
  query.where((matches) => {
    for (const column of ['users.name', 'users.sign_in_name', 'users.registration_number']) {
      matches.orWhereRaw(`lower(${column}) like ? escape '\\'`, [pattern]);
    }
    matches.orWhereIn('users.id', ofCompany);
  });
}

function withRole(db: Db, table: 'user_roles' | 'company_places', role: Role): Knex.QueryBuilder {
  return db(table).where({ role }).select('user_id');
}

function stateOf({ active, without_password, erasure }: PersonRow): ListedPerson['state'] {
  if (erasure !== null) return 'erased';
  if (!active) return 'inactive';
  return Number(without_password) === 1 ? 'waiting' : 'active';
}

function toPerson(row: PersonRow, places: Places): ListedPerson {
  const place = places.get(row.id);
  return {
    id: row.id,
    name: row.name,
    signInName: row.erasure === null ? row.sign_in_name : '',
    roles: roles.filter((role) => place?.roles.has(role)),
    organizationNames: place?.organizations ?? [],
    registrationNumber: row.registration_number,
    state: stateOf(row),
  };
}
