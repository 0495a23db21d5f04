import { randomUUID } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { Origin } from '../../model/origin.ts';
import { type Account, findAccount, findOptionalAccount } from '../accounts/account-store.ts';
import { type RecordedDeed, recordAuditEntry } from '../audit-trail/audit-store.ts';
import {
  deletePasskey,
  findOptionalPasskey,
  insertPasskey,
  listPasskeys,
  mostPasskeys,
  type Passkey,
  touchPasskey,
} from './passkey-store.ts';

/** The site as devices know it: keys hold for this host alone, so that no other site can ask for them. */
function siteOf({ config }: Deps): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.address);
  return { rpID: hostname, origin };
}

/** What the browser is to ask a device for, to make a new key. */
export async function registrationOptions(deps: Deps, actor: Actor) {
  const account = await findAccount(deps.db, actor.id);
  return generateRegistrationOptions({
    rpName: '衡准 Assay',
    rpID: siteOf(deps).rpID,
    userID: Uint8Array.from(Buffer.from(actor.id.replaceAll('-', ''), 'hex')),
    userName: account.signInName,
    userDisplayName: account.name,
    attestationType: 'none',
    excludeCredentials: (await listPasskeys(deps.db, actor.id)).map(toDescriptor),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser is to ask any device for, to sign in; it names nobody. */
export function signInOptions(deps: Deps) {
  return generateAuthenticationOptions({ rpID: siteOf(deps).rpID, userVerification: 'required' });
}

/** Keeps a new key. Throws `invalid` when it does not answer this challenge for this site, `conflict` when there are too many. */
export async function addPasskey(
  deps: Deps,
  actor: Actor,
  {
    challenge,
    name,
    response,
  }: { readonly challenge: string; readonly name: string; readonly response: RegistrationResponseJSON },
): Promise<void> {
  const { rpID, origin } = siteOf(deps);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw refused(message('passkeys.notMade'), error);
  });
  if (!verified.verified) throw refused(message('passkeys.notMade'));
  const { credential } = verified.registrationInfo;
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if ((await listPasskeys(trx, actor.id)).length >= mostPasskeys)
      throw new AppError('conflict', message('passkeys.tooMany', { most: mostPasskeys }));
    await insertPasskey(trx, {
      id: randomUUID(),
      userId: actor.id,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      name,
      createdAt: at.toISOString(),
      usedAt: null,
    }).catch((error: unknown) => {
      throw databaseTrouble(error) === 'unique' ? refused(message('passkeys.known'), error) : error;
    });
    await recordAuditEntry(trx, { ...entryOf(at, actor.id, actor.origin, 'account.passkey-added'), details: { name } });
  });
}

/** Whose key answered this challenge for this site. Throws `invalid`, the same for whatever is wrong. */
export async function checkPasskey(
  deps: Deps,
  challenge: string,
  response: AuthenticationResponseJSON,
): Promise<{ readonly account: Account; readonly key: Passkey }> {
  const key = await findOptionalPasskey(deps.db, response.id);
  const account = key && (await findOptionalAccount(deps.db, { id: key.userId }));
  if (!key || !account?.active) throw refused(message('passkeys.notTaken'));
  const { rpID, origin } = siteOf(deps);
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: { id: key.credentialId, publicKey: key.publicKey, counter: key.counter, transports: toTransports(key) },
  }).catch((error: unknown) => {
    throw refused(message('passkeys.notTaken'), error);
  });
  if (!verified.verified) throw refused(message('passkeys.notTaken'));
  const { newCounter } = verified.authenticationInfo;
  await deps.db.transaction((trx) => touchPasskey(trx, key.id, newCounter, deps.clock().toISOString()));
  return { account, key };
}

/** Throws `not_found` when it is gone already. */
export async function removePasskey(deps: Deps, actor: Actor, id: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if (!(await deletePasskey(trx, actor.id, id))) throw new AppError('not_found', message('passkeys.gone'));
    await recordAuditEntry(trx, entryOf(at, actor.id, actor.origin, 'account.passkey-removed'));
  });
}

function refused(text: Message, cause?: unknown): AppError {
  return new AppError('invalid', text, {}, { cause });
}

function toDescriptor(key: Passkey) {
  return { id: key.credentialId, transports: toTransports(key) };
}

const known: readonly AuthenticatorTransport[] = ['ble', 'hybrid', 'internal', 'nfc', 'usb'];

function toTransports({ transports }: Passkey): AuthenticatorTransport[] {
  return known.filter((one) => transports.includes(one));
}

function entryOf(at: Date, userId: string, origin: Origin | null, deed: RecordedDeed) {
  return { at, actor: { id: userId, origin }, deed, subject: 'account', subjectId: userId };
}
