import type { Trx } from '../../db/db.ts';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { type Actor, auditorRoles, type BodyRole, type CompanyPlace } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { insertNewAccount } from '../accounts/account-service.ts';
import { type Account, deleteSessionsOf, findAccount, signInKey, updateAccount } from '../accounts/account-store.ts';
import { deletePasswordLinksOf, insertPasswordLink } from '../accounts/password-link-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findMailSettings, updateEmail } from '../mail/mail-settings-store.ts';
import { mailerSettings } from '../mail/mailer.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { findOptionalOrganizationByName, listOrganizationOptions } from '../organizations/organization-store.ts';
import { requestLetter } from '../password-resets/letter-store.ts';
import { forgetDevices } from '../sign-in-proofs/known-device-store.ts';
import { removeOtherWays } from '../sign-in-proofs/other-ways-store.ts';
import { deleteSecondFactor } from '../sign-in-proofs/second-factor-store.ts';
import { refuseErased } from './person-erasure-store.ts';
import type { PersonForm } from './person-forms.ts';
import { lockAdministrators } from './person-store.ts';

/** Somebody with the token of the link by which they set their password. It is kept nowhere: it can be shown only now. */
export interface Invited {
  readonly account: Account;
  readonly token: string;
  /** Where a letter with a link of its own goes; null: no mail is sent. */
  readonly mailedTo: string | null;
}

/** Throws `invalid` when the sign-in name is taken, when it is not clear for whom the person works, or an organization cannot be told. */
export async function addPerson(deps: Deps, actor: Actor, form: PersonForm): Promise<Invited> {
  const now = deps.clock();

  return deps.db.transaction(async (trx) => {
    const input = await toInput(trx, actor, form);
    const account = await insertNewAccount(trx, { ...input, passwordHash: null }, actor, now);
    await updateEmail(trx, account.id, form.email);
    const token = await insertPasswordLink(trx, account.id, now);
    const mailedTo = mailerSettings(deps.config) ? form.email : null;
    if (mailedTo !== null) await requestLetter(trx, account.signInName, 'invitation', now);
    return { account, token, mailedTo };
  });
}

/**
 * Throws `not_found`; `invalid` when the sign-in name is taken, an organization cannot be told, or nobody would administer
 * any more.
 */
export async function changePerson(deps: Deps, actor: Actor, id: string, form: PersonForm): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    const administrators = await lockAdministrators(trx);
    const before = await findAccount(trx, id);
    await refuseErased(trx, id);
    const { email } = await findMailSettings(trx, id);
    const after = { ...before, ...(await toInput(trx, actor, form)) };
    refuseDemotion(actor, before, after.roles, administrators);
    await updateAccount(trx, after).catch(refuseTakenName);
    await updateEmail(trx, id, form.email);
    await recordAuditEntry(trx, {
      ...entryOf(id, actor, now),
      deed: 'account.changed',
      details: { before: { ...factsOf(before), email }, after: { ...factsOf(after), email: form.email } },
    });
  });
}

/** Signs the person out and lets them in no more. Throws `not_found`, or `conflict` for oneself and the last administrator. */
export async function deactivatePerson(deps: Deps, actor: Actor, id: string): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    const administrators = await lockAdministrators(trx);
    const account = await findAccount(trx, id);
    if (id === actor.id) throw new AppError('conflict', message('people.notYourself'));
    if (isLast(administrators, id)) throw new AppError('conflict', message('people.lastAdministrator'));
    if (!account.active) return;
    await updateAccount(trx, { ...account, active: false });
    await deleteSessionsOf(trx, id);
    await deletePasswordLinksOf(trx, id);
    await forgetDevices(trx, id);
    await recordAuditEntry(trx, { ...entryOf(id, actor, now), deed: 'account.deactivated' });
  });
}

/** Signs the person out everywhere; they can sign in again. Throws `not_found`. */
export async function signOutPerson(deps: Deps, actor: Actor, id: string): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findAccount(trx, id);
    await deleteSessionsOf(trx, id);
    await forgetDevices(trx, id);
    await recordAuditEntry(trx, { ...entryOf(id, actor, now), deed: 'account.sessions-ended' });
  });
}

/** Lets the person in again, with the password they had. Throws `not_found`. */
export async function reactivatePerson(deps: Deps, actor: Actor, id: string): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    const account = await findAccount(trx, id);
    await refuseErased(trx, id);
    if (account.active) return;
    await updateAccount(trx, { ...account, active: true });
    await recordAuditEntry(trx, { ...entryOf(id, actor, now), deed: 'account.reactivated' });
  });
}

/** A new link for somebody; earlier ones stop working, the present password stays. Throws `not_found`, `conflict`. */
export async function renewPasswordLink(deps: Deps, actor: Actor, id: string): Promise<Invited> {
  const now = deps.clock();

  return deps.db.transaction(async (trx) => {
    const account = await findAccount(trx, id);
    if (!account.active) throw new AppError('conflict', message('people.reactivateFirst', { name: account.name }));
    const token = await insertPasswordLink(trx, id, now);
    await recordAuditEntry(trx, { ...entryOf(id, actor, now), deed: 'account.password-link-made' });
    return { account, token, mailedTo: null };
  });
}

/**
 * Takes second factor, passkeys, tokens and links with single sign-on away from somebody who lost them, and signs them out. Throws
 * `not_found`, or `conflict` when there is neither a second factor nor a passkey.
 */
export async function resetSecondFactor(deps: Deps, actor: Actor, id: string): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findAccount(trx, id);
    const hadFactor = await deleteSecondFactor(trx, id);
    const removed = await removeOtherWays(trx, id);
    if (!hadFactor && removed.passkeys === 0) throw new AppError('conflict', message('security.noFactor'));
    await deleteSessionsOf(trx, id);
    await forgetDevices(trx, id);
    await recordAuditEntry(trx, { ...entryOf(id, actor, now), deed: 'account.second-factor-reset', details: { removed } });
    await insertNotice(trx, {
      to: [id],
      text: message('people.factorResetNotice'),
      href: '/account',
      assessmentId: null,
      at: now,
    });
  });
}

type PersonInput = Pick<Account, 'name' | 'signInName' | 'roles' | 'companies' | 'registrationNumber'>;

/** Somebody works for the body or for companies, never for both; a registration number belongs to auditors only. */
async function toInput(trx: Trx, actor: Actor, form: PersonForm): Promise<PersonInput> {
  const { name, roles, companies } = form;
  if (roles.length === 0 && companies.length === 0) throw invalid('roles', message('people.placeNeeded'));
  if (roles.length > 0 && companies.length > 0) throw invalid('organizationName', message('people.bodyOrCompany'));
  return {
    name,
    roles,
    companies: await placesOf(trx, actor, companies),
    signInName: signInKey(form.signInName),
    registrationNumber: roles.some((role) => auditorRoles.includes(role)) ? form.registrationNumber : null,
  };
}

async function placesOf(trx: Trx, actor: Actor, named: PersonForm['companies']): Promise<CompanyPlace[]> {
  const places = new Map<string, CompanyPlace>();
  for (const { name, role } of named) {
    const organizationId = await organizationOf(trx, actor, name);
    places.set(organizationId, { organizationId, role });
  }
  return [...places.values()];
}

async function organizationOf(trx: Trx, actor: Actor, name: string): Promise<string> {
  const refuse = (text: Message) => invalid('organizationName', text);
  const organization = await findOptionalOrganizationByName(trx, actor, name);
  if (organization) return organization.id;

  const near = await listOrganizationOptions(trx, actor, name);
  if (near.length === 0) throw refuse(message('people.organizationUnknown', { name }));
  const names = near.slice(0, 3).map(({ label }) => label);
  throw refuse(message('people.organizationUnclear', { name, names: names.join(' / ') }));
}

function refuseDemotion(actor: Actor, before: Account, roles: readonly BodyRole[], administrators: readonly string[]): void {
  if (!before.roles.includes('administrator') || roles.includes('administrator')) return;
  const refused =
    before.id === actor.id ? 'people.notYourselfRole' : isLast(administrators, before.id) && 'people.lastAdministrator';
  if (refused) throw invalid('roles', message(refused));
}

function invalid(field: string, text: Message): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}

function isLast(administrators: readonly string[], id: string): boolean {
  return administrators.length === 1 && administrators[0] === id;
}

function refuseTakenName(error: unknown): never {
  if (databaseTrouble(error) !== 'unique') throw error;
  throw new AppError('invalid', message('error.checkFields'), { signInName: message('accounts.nameTaken') }, { cause: error });
}

function factsOf({ name, signInName, roles, companies, registrationNumber }: Account): PersonInput {
  return { name, signInName, roles, companies, registrationNumber };
}

function entryOf(id: string, actor: Actor, at: Date) {
  return { at, actor, subject: 'account', subjectId: id };
}
