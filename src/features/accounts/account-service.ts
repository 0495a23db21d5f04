import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { Origin } from '../../model/origin.ts';
import { type AuditEntry, recordAuditEntry } from '../audit-trail/audit-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { forgetDevices } from '../sign-in-proofs/known-device-store.ts';
import { type OtherWays, removeOtherWays } from '../sign-in-proofs/other-ways-store.ts';
import { beginAttempt, settleAttempt } from '../sign-in-proofs/pace.ts';
import { weaknessOf } from '../sign-in-proofs/weak-password.ts';
import {
  type Account,
  deleteSessionsOf,
  findAccount,
  insertAccount,
  isWithoutAdministrator,
  signInKey,
  updateLanguage,
  updatePassword,
} from './account-store.ts';
import { deleteLink, deletePasswordLinksOf, findOptionalLink, insertPasswordLink } from './password-link-store.ts';
import { hashPassword, isPassword } from './passwords.ts';

export interface NewAccount extends Pick<Account, 'signInName' | 'name' | 'roles' | 'companies' | 'registrationNumber'> {
  readonly password: string | null;
}

/** Makes an account. Throws `invalid` when the sign-in name is taken. */
export async function addAccount(deps: Deps, actor: Actor | null, input: NewAccount): Promise<Account> {
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  return deps.db.transaction((trx) => insertNewAccount(trx, { ...input, passwordHash }, actor, deps.clock()));
}

/** The insertion itself, for deeds that do more in the same transaction. Throws `invalid` when the name is taken. */
export async function insertNewAccount(
  trx: Trx,
  input: Omit<NewAccount, 'password'> & { readonly passwordHash: string | null },
  actor: AuditEntry['actor'],
  now: Date,
): Promise<Account> {
  const { signInName, name, roles, companies, registrationNumber, passwordHash } = input;
  const account: Account = {
    id: randomUUID(),
    signInName,
    name,
    roles,
    companies,
    registrationNumber,
    passwordHash,
    language: null,
    active: true,
  };
  try {
    await insertAccount(trx, account, now);
  } catch (error) {
    if (databaseTrouble(error) !== 'unique') throw error;
    throw new AppError('invalid', message('error.checkFields'), { signInName: message('accounts.nameTaken') }, { cause: error });
  }
  await recordAuditEntry(trx, {
    at: now,
    actor,
    deed: 'account.added',
    subject: 'account',
    subjectId: account.id,
    details: { after: { name, signInName: signInKey(signInName), roles, companies, registrationNumber } },
  });
  return account;
}

/** Changes one's own password and signs out every other browser. Throws `invalid` when the present one is wrong. */
export async function changePassword(deps: Deps, actor: Actor, present: string, wanted: string): Promise<void> {
  const account = await findAccount(deps.db, actor.id);
  refuseWeak(wanted, account);
  const attempt = { who: `proof ${actor.id}`, address: null, device: null };
  await beginAttempt(deps, attempt);
  if (!(await isPassword(account.passwordHash, present))) {
    throw new AppError('invalid', message('error.checkFields'), { presentPassword: message('accounts.wrongPassword') });
  }
  await settleAttempt(deps, attempt);
  const passwordHash = await hashPassword(wanted);
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await updatePassword(trx, actor.id, passwordHash, now);
    await deletePasswordLinksOf(trx, actor.id);
    await deleteSessionsOf(trx, actor.id);
    await forgetDevices(trx, actor.id);
    await recordAuditEntry(trx, {
      at: now,
      actor,
      deed: 'account.password-changed',
      subject: 'account',
      subjectId: actor.id,
    });
  });
}

export async function chooseOwnLanguage(deps: Deps, actor: Actor, language: Language): Promise<void> {
  await deps.db.transaction((trx) => updateLanguage(trx, actor.id, language));
}

/** On a database without administrator: the token of a fresh link to create one. Earlier links stop working. */
export async function offerSetup(deps: Deps): Promise<string | null> {
  if (!(await isWithoutAdministrator(deps.db))) return null;
  return deps.db.transaction((trx) => insertPasswordLink(trx, null, deps.clock()));
}

/** Creates the first administrator by the one-time link. Throws `not_found` when the link is no longer good. */
export async function setUpAdministrator(
  deps: Deps,
  token: string,
  input: { signInName: string; name: string; password: string },
  origin: Origin | null = null,
): Promise<Account> {
  refuseWeak(input.password, input);
  const passwordHash = await hashPassword(input.password);
  const now = deps.clock();

  return deps.db.transaction(async (trx) => {
    const link = await findOptionalLink(trx, token, now);
    const usable = link !== null && link.userId === null && (await isWithoutAdministrator(trx));
    if (!usable || !(await deleteLink(trx, token))) throw new AppError('not_found', message('accounts.linkUsed'));
    const account = { ...input, roles: ['administrator'], companies: [], registrationNumber: null, passwordHash } as const;
    // Nobody was signed in: the entry has no person, but says from where.
    return insertNewAccount(trx, account, { id: null, origin }, now);
  });
}

/**
 * Sets the password of the person whose link it is. Their browsers are signed out; passkeys, tokens and links with single sign-on go;
 * the second factor stays. Throws `not_found`.
 */
export async function setPasswordByLink(
  deps: Deps,
  token: string,
  password: string,
  origin: Origin | null = null,
): Promise<Account> {
  const passwordHash = await hashPassword(password);
  const now = deps.clock();

  return deps.db.transaction(async (trx) => {
    const link = await findOptionalLink(trx, token, now);
    if (!link?.userId || !(await deleteLink(trx, token))) throw new AppError('not_found', message('accounts.linkUsed'));
    const account = await findAccount(trx, link.userId);
    if (!account.active) throw new AppError('not_found', message('accounts.linkUsed'));
    refuseWeak(password, account);
    await updatePassword(trx, account.id, passwordHash, now);
    await deletePasswordLinksOf(trx, account.id);
    await deleteSessionsOf(trx, account.id);
    await forgetDevices(trx, account.id);
    const removed = await removeOtherWays(trx, account.id);
    await recordAuditEntry(trx, {
      at: now,
      actor: { id: account.id, origin },
      deed: 'account.password-set',
      subject: 'account',
      subjectId: account.id,
      details: { removed },
    });
    if (account.passwordHash !== null) await tellOfReset(trx, account.id, removed, now);
    return account;
  });
}

/** Whoever has the account reads that it was reset, also when it was not them. */
async function tellOfReset(trx: Trx, userId: string, removed: OtherWays, at: Date): Promise<void> {
  const text = message('reset.notice', { ...removed });
  await insertNotice(trx, { to: [userId], text, href: '/account', assessmentId: null, at });
}

/** Throws `invalid` when whoever knows the person would guess the password early. */
function refuseWeak(password: string, { signInName, name }: Pick<Account, 'signInName' | 'name'>): void {
  const weakness = weaknessOf(password, [signInName, name]);
  if (!weakness) return;
  const text = message(weakness === 'common' ? 'accounts.passwordCommon' : 'accounts.passwordOwnName');
  throw new AppError('invalid', message('error.checkFields'), { wantedPassword: text });
}
