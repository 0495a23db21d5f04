import type { Db, Trx } from '../../db/db.ts';
import { isLanguage, type Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, type BodyRole, bodyRoles, type CompanyPlace, type CompanyRole, companyRoles } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { Origin } from '../../model/origin.ts';

/** A person who can sign in. */
export interface Account {
  readonly id: string;
  readonly signInName: string;
  readonly name: string;
  /** Roles in the body; empty for a company's people. */
  readonly roles: readonly BodyRole[];
  /** Places in companies; empty for the body's people. */
  readonly companies: readonly CompanyPlace[];
  readonly registrationNumber: string | null;
  readonly language: Language | null;
  /** null until the person has set one. */
  readonly passwordHash: string | null;
  readonly active: boolean;
}

interface UserRow {
  readonly id: string;
  readonly sign_in_name: string;
  readonly name: string;
  readonly registration_number: string | null;
  readonly language: string | null;
  readonly password_hash: string | null;
  readonly active: boolean | number;
}

/** Names are compared in lower case and without surrounding space. */
export function signInKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

export async function findOptionalAccount(
  db: Db,
  by: { readonly id: string } | { readonly signInName: string },
): Promise<Account | null> {
  const condition = 'id' in by ? { id: by.id } : { sign_in_name: signInKey(by.signInName) };
  const row = await db<UserRow>('users').where(condition).first();
  return row ? toAccount(row, await readPlaces(db, row.id)) : null;
}

/** Throws `not_found`. */
export async function findAccount(db: Db, id: string): Promise<Account> {
  const account = await findOptionalAccount(db, { id });
  if (!account) throw new AppError('not_found', message('error.notFound'));
  return account;
}

/** Nobody can administer yet: the first link has not been used. */
export async function isWithoutAdministrator(db: Db): Promise<boolean> {
  const row = await db('user_roles').where({ role: 'administrator' }).first('user_id');
  return row === undefined;
}

export async function insertAccount(trx: Trx, account: Account, now: Date): Promise<void> {
  await trx('users').insert({
    ...toRow(account),
    created_at: now.toISOString(),
    password_changed_at: account.passwordHash ? now.toISOString() : null,
  });
  await replacePlaces(trx, account);
}

/** Everything but the password. */
export async function updateAccount(trx: Trx, account: Account): Promise<void> {
  const { id, password_hash: _, ...row } = toRow(account);
  await trx('users').where({ id }).update(row);
  await replacePlaces(trx, account);
}

export async function updatePassword(trx: Trx, id: string, passwordHash: string, now: Date): Promise<void> {
  await trx('users').where({ id }).update({ password_hash: passwordHash, password_changed_at: now.toISOString() });
}

export async function updateLanguage(trx: Trx, id: string, language: Language): Promise<void> {
  await trx('users').where({ id }).update({ language });
}

/** Signs the person out everywhere. */
export async function deleteSessionsOf(trx: Trx, userId: string): Promise<void> {
  await trx('sessions').where({ user_id: userId }).delete();
}

export function toActor({ id, name, roles, companies, language }: Account, origin: Origin | null = null): Actor {
  return { id, name, roles, companies, language, origin };
}

type Places = Pick<Account, 'roles' | 'companies'>;

async function readPlaces(db: Db, userId: string): Promise<Places> {
  const roles: string[] = await db('user_roles').where({ user_id: userId }).pluck('role');
  const rows: { organization_id: string; role: string }[] = await db('company_places')
    .where({ user_id: userId })
    .orderBy('organization_id')
    .select('organization_id', 'role');
  return {
    roles: bodyRoles.filter((role) => roles.includes(role)),
    companies: rows.map((row) => ({ organizationId: row.organization_id, role: toCompanyRole(row.role) })),
  };
}

async function replacePlaces(trx: Trx, { id, roles, companies }: Account): Promise<void> {
  await trx('user_roles').where({ user_id: id }).delete();
  await trx('company_places').where({ user_id: id }).delete();
  if (roles.length > 0) await trx('user_roles').insert(roles.map((role) => ({ user_id: id, role })));
  if (companies.length === 0) return;
  await trx('company_places').insert(
    companies.map(({ organizationId, role }) => ({ user_id: id, organization_id: organizationId, role })),
  );
}

function toAccount(row: UserRow, places: Places): Account {
  return {
    id: row.id,
    signInName: row.sign_in_name,
    name: row.name,
    ...places,
    registrationNumber: row.registration_number,
    language: isLanguage(row.language) ? row.language : null,
    passwordHash: row.password_hash,
    active: Boolean(row.active),
  };
}

function toCompanyRole(value: string): CompanyRole {
  const role = companyRoles.find((known) => known === value);
  if (!role) throw new Error(`The database holds an unknown role in a company: ${value}`);
  return role;
}

function toRow(account: Account): UserRow {
  return {
    id: account.id,
    sign_in_name: signInKey(account.signInName),
    name: account.name,
    registration_number: account.registrationNumber,
    language: account.language,
    password_hash: account.passwordHash,
    active: account.active,
  };
}
