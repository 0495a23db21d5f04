import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { Origin } from '../../model/origin.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { isKnownDevice, rememberDevice, touchDevice } from '../sign-in-proofs/known-device-store.ts';
import { type Attempt, beginAttempt, settleAttempt } from '../sign-in-proofs/pace.ts';
import { type CodeKind, takeCode } from '../sign-in-proofs/second-factor.ts';
import { type Account, findAccount, findOptionalAccount, signInKey } from './account-store.ts';
import { isPassword } from './passwords.ts';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
  readonly origin: Origin;
  /** What the browser says of itself; it counts only for the person who signed in with it. */
  readonly device: string | undefined;
}

/**
 * The account whose name and password these are. Throws `invalid`, the same and after the same work for an unknown name and a
 * wrong password, and when there were too many tries.
 */
export async function checkCredentials(deps: Deps, { signInName, password, origin, device }: Credentials): Promise<Account> {
  const account = await findOptionalAccount(deps.db, { signInName });
  const known = await isKnownDevice(deps.db, account?.id ?? '', device, deps.clock());
  const attempt = { who: signInKey(signInName), address: origin.address, device: known ? (device ?? null) : null };
  await beginAttempt(deps, attempt);
  const matches = await isPassword(account?.passwordHash ?? null, password);
  if (!account?.active || !matches) throw new AppError('invalid', message('accounts.wrongSignIn'));
  await settleAttempt(deps, attempt);
  return account;
}

/** Records that somebody is in. Gives the token by which their browser is known from now on. */
export async function recordSignIn(deps: Deps, userId: string, origin: Origin, device: string | undefined): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    await recordAuditEntry(trx, { at, ...entryOf(userId, origin), deed: 'account.signed-in' });
    if (!device || !(await isKnownDevice(trx, userId, device, at))) return rememberDevice(trx, userId, at);
    await touchDevice(trx, device, at);
    return device;
  });
}

/** The second step of signing in. Only who has the password comes here, so that the count is the person's alone. */
export async function checkSecondStep(deps: Deps, userId: string, code: string, origin: Origin): Promise<CodeKind> {
  const account = await findAccount(deps.db, userId);
  if (!account.active) throw new AppError('invalid', message('accounts.wrongSignIn'));
  return checkCode(deps, userId, code, origin, { who: `second step ${userId}`, address: null, device: null });
}

/** What somebody gives to prove anew who they are; one of the two suffices. */
export interface Proof {
  readonly password: string;
  readonly code: string;
}

/** Throws `invalid` when neither is right, or after too many tries. */
export async function proveAgain(deps: Deps, actor: Actor, { password, code }: Proof): Promise<void> {
  const attempt = { who: `proof ${actor.id}`, address: null, device: null };
  if (code !== '') {
    await checkCode(deps, actor.id, code, actor.origin, attempt, 'proofCode');
  } else {
    const account = await findAccount(deps.db, actor.id);
    await beginAttempt(deps, attempt);
    if (!(await isPassword(account.passwordHash, password))) throw invalid('proofPassword', 'accounts.wrongPassword');
    await settleAttempt(deps, attempt);
  }
  const at = deps.clock();
  await deps.db.transaction((trx) =>
    recordAuditEntry(trx, { at, ...entryOf(actor.id, actor.origin), deed: 'account.proved-again' }),
  );
}

async function checkCode(
  deps: Deps,
  userId: string,
  code: string,
  origin: Origin | null,
  attempt: Attempt,
  field = 'code',
): Promise<CodeKind> {
  await beginAttempt(deps, attempt);
  const at = deps.clock();
  const kind = await deps.db.transaction(async (trx) => {
    const taken = await takeCode(trx, deps, userId, code, at);
    if (taken === 'recovery') {
      await recordAuditEntry(trx, { at, ...entryOf(userId, origin), deed: 'account.recovery-code-used' });
    }
    return taken;
  });
  if (!kind) throw invalid(field, 'proofs.wrongCode');
  await settleAttempt(deps, attempt);
  return kind;
}

function invalid(field: string, text: 'accounts.wrongPassword' | 'proofs.wrongCode'): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: message(text) });
}

function entryOf(userId: string, origin: Origin | null) {
  return { actor: { id: userId, origin }, subject: 'account', subjectId: userId };
}
