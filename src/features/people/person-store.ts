import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import type { Role } from '../../model/actor.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { toRole } from '../accounts/account-store.ts';

/** A line in the list of people. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  readonly role: Role;
  readonly organizationName: string | null;
  readonly registrationNumber: string | null;
  /** `waiting`: has not set a password yet. */
  readonly state: 'active' | 'waiting' | 'inactive';
}

export interface PeopleFilter {
  readonly search: string;
  readonly role: Role | null;
  readonly page: number;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly sign_in_name: string;
  readonly role: string;
  readonly organization_name: string | null;
  readonly registration_number: string | null;
  readonly without_password: number | string;
  readonly active: boolean | number;
}

/** One page by name, those who can sign in first, and how many there are in all. */
export async function listPeople(db: Db, filter: PeopleFilter): Promise<{ rows: ListedPerson[]; total: number }> {
  const matching = () =>
    db('users').leftJoin('organizations', 'organizations.id', 'users.organization_id').modify(applyFilter, filter);
  const total = await matching().count({ total: '*' }).first();
  const rows: PersonRow[] = await matching()
    .orderBy('users.active', 'desc')
    .orderByRaw('lower(users.name)')
    .orderBy('users.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .select([
      'users.id',
      'users.name',
      'users.sign_in_name',
      'users.role',
      'organizations.name as organization_name',
      'users.registration_number',
      // The hash itself has no business outside the accounts.
      db.raw('case when users.password_hash is null then 1 else 0 end as without_password'),
      'users.active',
    ]);
  return { rows: rows.map(toPerson), total: Number(total?.total) };
}

/**
 * Ids of the administrators who can sign in. They stay as they are until the transaction ends, so that two of them cannot
 * take each other's place at the same moment.
 */
export async function lockAdministrators(trx: Trx): Promise<string[]> {
  const rows: { id: string }[] = await trx('users')
    .where({ role: 'administrator', active: true })
    .orderBy('id')
    .forUpdate()
    .select('id');
  return rows.map(({ id }) => id);
}

/** Takes back the links by which the person could still set a password. */
export async function deletePasswordLinksOf(trx: Trx, userId: string): Promise<void> {
  await trx('password_links').where({ user_id: userId }).delete();
}

function applyFilter(query: Knex.QueryBuilder, { search, role }: PeopleFilter): void {
  if (role) query.where({ 'users.role': role });
  if (search === '') return;
  const pattern = likePattern(search);
  query.where((matches) => {
    for (const column of ['users.name', 'users.sign_in_name', 'users.registration_number', 'organizations.name']) {
      matches.orWhereRaw(`lower(${column}) like ? escape '\\'`, [pattern]);
    }
  });
}

function toPerson(row: PersonRow): ListedPerson {
  return {
    id: row.id,
    name: row.name,
    signInName: row.sign_in_name,
    role: toRole(row.role),
    organizationName: row.organization_name,
    registrationNumber: row.registration_number,
    state: row.active ? (Number(row.without_password) === 1 ? 'waiting' : 'active') : 'inactive',
  };
}
