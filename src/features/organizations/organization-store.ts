import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { onlyVisibleOrganizations } from '../access/visible-store.ts';

/** A company or other body that gets assessed. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly registrationNumber: string | null;
  readonly trade: string | null;
  readonly headcount: number | null;
  readonly address: string | null;
}

/** A choice in a form that asks for an organization. */
export interface OrganizationOption {
  readonly value: string;
  readonly label: string;
}

interface OrganizationRow {
  readonly id: string;
  readonly name: string;
  readonly name_key: string;
  readonly registration_number: string | null;
  readonly trade: string | null;
  readonly headcount: number | null;
  readonly address: string | null;
}

/** So many organizations are offered at a time where one is to be chosen; a search finds the others. */
export const optionLimit = 50;

/** Names are the same when they differ in case, width of letters or surrounding space only. */
export function organizationKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Throws `not_found` also when it is not theirs to see. */
export async function findVisibleOrganization(db: Db, actor: Actor, id: string): Promise<Organization> {
  const row = await visibleOrganizations(db, actor).where('organizations.id', id).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toOrganization(row);
}

/** Whoever asks: for what the program does on behalf of an assessment that the person may see. Throws `not_found`. */
export async function findOrganization(db: Db, id: string): Promise<Organization> {
  const row = await db<OrganizationRow>('organizations').where({ id }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toOrganization(row);
}

export async function findOptionalOrganizationByName(db: Db, actor: Actor, name: string): Promise<Organization | null> {
  const row = await visibleOrganizations(db, actor)
    .where({ name_key: organizationKey(name) })
    .first();
  return row ? toOrganization(row) : null;
}

/** Id → name, for some organizations at once. */
export async function readOrganizationNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await db('organizations')
    .whereIn('id', [...ids])
    .select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** One page by name, and how many there are in all. */
export async function listOrganizations(
  db: Db,
  actor: Actor,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<{ rows: Organization[]; total: number }> {
  const matching = () => visibleOrganizations(db, actor).modify(matchSearch, search);
  const total = await matching().count({ total: '*' }).first();
  const rows: OrganizationRow[] = await matching()
    .orderBy('name_key')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows: rows.map(toOrganization), total: Number(total?.total) };
}

/** The first organizations by name that match, to choose one from. */
export async function listOrganizationOptions(db: Db, actor: Actor, search: string): Promise<OrganizationOption[]> {
  const rows: OrganizationRow[] = await visibleOrganizations(db, actor)
    .modify(matchSearch, search)
    .orderBy('name_key')
    .limit(optionLimit);
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

export async function insertOrganization(trx: Trx, organization: Organization, now: Date): Promise<void> {
  const at = now.toISOString();
  await trx('organizations').insert({ ...toRow(organization), created_at: at, updated_at: at });
}

export async function updateOrganization(trx: Trx, organization: Organization, now: Date): Promise<void> {
  const { id, ...row } = toRow(organization);
  await trx('organizations')
    .where({ id })
    .update({ ...row, updated_at: now.toISOString() });
}

function visibleOrganizations(db: Db, actor: Actor): Knex.QueryBuilder<OrganizationRow, OrganizationRow[]> {
  return db<OrganizationRow>('organizations').modify(onlyVisibleOrganizations, db, actor);
}

function matchSearch(query: Knex.QueryBuilder, search: string): void {
  if (search === '') return;
  const pattern = likePattern(search);
  query.where((matches) => {
    matches.whereRaw("organizations.name_key like ? escape '\\'", [likePattern(organizationKey(search))]);
    for (const column of ['registration_number', 'trade', 'address']) {
      matches.orWhereRaw(`lower(organizations.${column}) like ? escape '\\'`, [pattern]);
    }
  });
}

function toOrganization(row: OrganizationRow): Organization {
  return {
    id: row.id,
    name: row.name,
    registrationNumber: row.registration_number,
    trade: row.trade,
    headcount: row.headcount,
    address: row.address,
  };
}

function toRow(organization: Organization): OrganizationRow {
  return {
    id: organization.id,
    name: organization.name,
    name_key: organizationKey(organization.name),
    registration_number: organization.registrationNumber,
    trade: organization.trade,
    headcount: organization.headcount,
    address: organization.address,
  };
}
