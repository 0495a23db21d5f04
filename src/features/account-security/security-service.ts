import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { RecordedDeed } from '../audit-trail/audit-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { newRecoveryCodes, stepOfCode, tidyCode, unseal } from '../sign-in-proofs/authenticator.ts';
import { forgetDevices } from '../sign-in-proofs/known-device-store.ts';
import {
  deleteSecondFactor,
  hasSecondFactor,
  insertAuthenticator,
  replaceRecoveryCodes,
} from '../sign-in-proofs/second-factor-store.ts';
import { deleteOtherSessions, deleteSession } from './session-list-store.ts';

/** Signs one's other browser out. Throws `not_found` when it is out already. */
export async function endOneSession(deps: Deps, actor: Actor, key: string): Promise<void> {
  await deps.db.transaction(async (trx) => {
    if (!(await deleteSession(trx, actor.id, key))) throw new AppError('not_found', message('security.sessionOver'));
    await recordAuditEntry(trx, entryOf(deps, actor, 'account.session-ended'));
  });
}

/** Signs out every browser but this one, and knows none of them any more. */
export async function endOtherSessions(deps: Deps, actor: Actor, thisKey: string): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const ended = await deleteOtherSessions(trx, actor.id, thisKey);
    await forgetDevices(trx, actor.id);
    await recordAuditEntry(trx, { ...entryOf(deps, actor, 'account.sessions-ended'), details: { ended } });
  });
}

/**
 * The authenticator counts from now on. Gives the recovery codes, which can be shown only now. Throws `invalid` when the code is
 * wrong, `conflict` when there is an authenticator already or the secret was made too long ago.
 */
export async function confirmAuthenticator(deps: Deps, actor: Actor, sealedSecret: string, typed: string): Promise<string[]> {
  const now = deps.clock();
  const secret = unseal(sealedSecret, deps.sessionSecret);
  if (secret === null) throw new AppError('conflict', message('security.beginAgain'));
  const step = stepOfCode(secret, tidyCode(typed), now);
  if (step === null) throw new AppError('invalid', message('error.checkFields'), { code: message('security.wrongFirstCode') });

  const codes = newRecoveryCodes();
  await deps.db.transaction(async (trx) => {
    await insertAuthenticator(trx, actor.id, { sealedSecret, confirmedAt: now.toISOString() }, step).catch(refuseSecond);
    await replaceRecoveryCodes(trx, actor.id, codes, now);
    await recordAuditEntry(trx, entryOf(deps, actor, 'account.second-factor-added'));
  });
  return codes;
}

/** Fresh recovery codes; earlier ones are good no more. Throws `conflict` without a second factor. */
export async function renewRecoveryCodes(deps: Deps, actor: Actor): Promise<string[]> {
  const codes = newRecoveryCodes();
  await deps.db.transaction(async (trx) => {
    if (!(await hasSecondFactor(trx, actor.id))) throw new AppError('conflict', message('security.noFactor'));
    await replaceRecoveryCodes(trx, actor.id, codes, deps.clock());
    await recordAuditEntry(trx, entryOf(deps, actor, 'account.recovery-codes-renewed'));
  });
  return codes;
}

/** Throws `conflict` when there is none. */
export async function removeSecondFactor(deps: Deps, actor: Actor): Promise<void> {
  await deps.db.transaction(async (trx) => {
    if (!(await deleteSecondFactor(trx, actor.id))) throw new AppError('conflict', message('security.noFactor'));
    await recordAuditEntry(trx, entryOf(deps, actor, 'account.second-factor-removed'));
  });
}

function refuseSecond(error: unknown): never {
  if (databaseTrouble(error) !== 'unique') throw error;
  throw new AppError('conflict', message('security.factorThere'), {}, { cause: error });
}

function entryOf(deps: Deps, actor: Actor, deed: RecordedDeed) {
  return { at: deps.clock(), actor, deed, subject: 'account', subjectId: actor.id };
}
