import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor, BodyRole } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { Origin } from '../../model/origin.ts';
import { rolesFromGroups } from '../../model/provider-roles.ts';
import { type Account, findAccount, findOptionalAccount, insertAccount, updateAccount } from '../accounts/account-store.ts';
import { type RecordedDeed, recordAuditEntry } from '../audit-trail/audit-store.ts';
import { deleteIdentity, findOptionalIdentity, insertIdentity } from './identity-store.ts';
import type { ProvidedPerson } from './provider.ts';

/**
 * The account of somebody whom the provider has just let in. Only issuer and subject find one, never a name or an address that
 * somebody may have chosen. Where groups give roles, somebody new gets an account, and the roles follow the groups at every
 * sign-in. Throws `forbidden` for whom nobody has linked, and who is not active.
 */
export async function accountOf(deps: Deps, person: ProvidedPerson, origin: Origin): Promise<Account> {
  const mapping = deps.config.oidc?.groupRoles ?? null;
  const roles = mapping && rolesFromGroups(mapping, person.groups);
  return deps.db.transaction(async (trx) => {
    const identity = await findOptionalIdentity(trx, person);
    if (!identity) return newAccount(deps, trx, person, roles, origin);
    const account = await findAccount(trx, identity.userId);
    if (!account.active) throw new AppError('forbidden', message('sso.inactive'));
    return roles === null ? account : withRoles(deps, trx, account, roles, origin);
  });
}

/** A company's people keep their places: groups of the body's provider have nothing to say about them. */
async function withRoles(deps: Deps, trx: Trx, account: Account, roles: readonly BodyRole[], origin: Origin): Promise<Account> {
  if (account.companies.length > 0 || same(account.roles, roles)) return account;
  if (roles.length === 0) throw new AppError('forbidden', message('sso.noRole'));
  const after = { ...account, roles };
  await updateAccount(trx, after);
  const details = { before: { roles: account.roles }, after: { roles } };
  await recordAuditEntry(trx, { ...entryOf(deps, account.id, origin, 'account.roles-from-groups'), details });
  return after;
}

function same(some: readonly BodyRole[], others: readonly BodyRole[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}

async function newAccount(
  deps: Deps,
  trx: Trx,
  person: ProvidedPerson,
  roles: readonly BodyRole[] | null,
  origin: Origin,
): Promise<Account> {
  if (roles === null) throw new AppError('forbidden', message('sso.notLinked'));
  if (roles.length === 0) throw new AppError('forbidden', message('sso.noRole'));
  const { signInName, label } = person;
  // Whoever has that name here already must prove it, by signing in and linking.
  if (signInName === null || (await findOptionalAccount(trx, { signInName })))
    throw new AppError('forbidden', message('sso.nameTaken'));
  const none = { companies: [], registrationNumber: null, language: null, passwordHash: null };
  const account: Account = { id: randomUUID(), signInName, name: label, roles, active: true, ...none };
  await insertAccount(trx, account, deps.clock());
  await link(deps, trx, account.id, person);
  const details = { after: { name: label, signInName, roles } };
  await recordAuditEntry(trx, { ...entryOf(deps, account.id, origin, 'account.created-by-provider'), details });
  return account;
}

/** From now on the provider lets this person in. Throws `conflict` when somebody is linked already. */
export async function linkIdentity(deps: Deps, actor: Actor, person: ProvidedPerson): Promise<void> {
  await deps.db.transaction(async (trx) => {
    await link(deps, trx, actor.id, person);
    const details = { issuer: person.issuer, label: person.label };
    await recordAuditEntry(trx, { ...entryOf(deps, actor.id, actor.origin, 'account.provider-linked'), details });
  });
}

/** Throws `conflict` when the person could not sign in any more, and when there is no link. */
export async function unlinkIdentity(deps: Deps, actor: Actor, issuer: string): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const { passwordHash } = await findAccount(trx, actor.id);
    if (passwordHash === null) throw new AppError('conflict', message('sso.onlyWay'));
    if (!(await deleteIdentity(trx, issuer, actor.id))) throw new AppError('conflict', message('sso.noLink'));
    await recordAuditEntry(trx, { ...entryOf(deps, actor.id, actor.origin, 'account.provider-unlinked'), details: { issuer } });
  });
}

async function link(deps: Deps, trx: Trx, userId: string, { issuer, subject, label }: ProvidedPerson): Promise<void> {
  await insertIdentity(trx, { issuer, subject, userId, label, createdAt: deps.clock().toISOString() }).catch((error: unknown) => {
    if (databaseTrouble(error) !== 'unique') throw error;
    throw new AppError('conflict', message('sso.linkedAlready'), {}, { cause: error });
  });
}

function entryOf(deps: Deps, userId: string, origin: Origin | null, deed: RecordedDeed) {
  return { at: deps.clock(), actor: { id: userId, origin }, deed, subject: 'account', subjectId: userId };
}
