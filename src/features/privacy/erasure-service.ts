import type { Db, Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { personTraces, type TraceErasure } from '../../model/person-traces.ts';
import { type StoredKind, storedKindOf, storedKinds } from '../../model/stored-kinds.ts';
import { type Account, findAccount, signInKey } from '../accounts/account-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listFormerNames } from '../audit-trail/erasure-store.ts';
import { countErasedEntries, eraseFromTrail } from '../audit-trail/trail-erasure.ts';
import { listHeldOf } from '../legal-holds/hold-store.ts';
import { findMailSettings } from '../mail/mail-settings-store.ts';
import { insertErasure, refuseErased } from '../people/person-erasure-store.ts';
import { lockAdministrators } from '../people/person-store.ts';
import { emptyPerson, removePersonRows } from './erase-store.ts';
import { listOpenDuties, type OpenDuty } from './open-duty-store.ts';
import { countTraces } from './person-data-store.ts';

/** What an erasure would do with one kind of data. */
export interface ErasureLine {
  readonly kind: StoredKind;
  readonly rows: Readonly<Record<TraceErasure, number>>;
}

export interface ErasurePreview {
  readonly lines: readonly ErasureLine[];
  /** Entries of the audit trail out of which names would go. */
  readonly entries: number;
  /** What the person has to hand over first. */
  readonly duties: readonly OpenDuty[];
  /** Numbers of assessments with the person under a legal hold. */
  readonly held: readonly string[];
}

/** What would go, what would stay, and what stands in the way. */
export async function previewErasure(db: Db, account: Account): Promise<ErasurePreview> {
  const counts = await countTraces(db, account.id);
  const sum = (kind: StoredKind, erasure: TraceErasure) =>
    personTraces.reduce(
      (total, trace, index) =>
        storedKindOf(trace.table) === kind && trace.erasure === erasure ? total + (counts[index] ?? 0) : total,
      0,
    );
  const lines = storedKinds.map((kind) => ({
    kind,
    rows: { removed: sum(kind, 'removed'), emptied: sum(kind, 'emptied'), kept: sum(kind, 'kept') },
  }));
  return {
    lines: lines.filter(({ rows }) => rows.removed + rows.emptied + rows.kept > 0),
    entries: await countErasedEntries(db, { userId: account.id, names: await namesOf(db, account), pseudonym: '' }),
    duties: await listOpenDuties(db, account.id),
    held: await listHeldOf(db, account.id),
  };
}

/**
 * Erases a person: their ways to sign in, addresses, notices and proofs go; what they did stays under a pseudonym. The audit trail
 * loses their names and stays a chain. Throws `not_found`; `invalid` when the sign-in name typed is another; `conflict` for
 * oneself, the last administrator, somebody with open duties, and twice.
 */
export async function erasePerson(deps: Deps, actor: Actor, userId: string, typedName: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const administrators = await lockAdministrators(trx);
    const account = await findAccount(trx, userId);
    await refuseErased(trx, userId);
    if (userId === actor.id) throw new AppError('conflict', message('people.notYourself'));
    if (administrators.length === 1 && administrators[0] === userId)
      throw new AppError('conflict', message('people.lastAdministrator'));
    await refuseDuties(trx, userId);
    const held = await listHeldOf(trx, userId);
    if (held.length > 0) throw new AppError('conflict', message('privacy.isHeld', { numbers: held.join(', ') }));
    if (signInKey(typedName) !== account.signInName)
      throw new AppError('invalid', message('error.checkFields'), { signInName: message('privacy.otherName') });

    const names = await namesOf(trx, account);
    const number = await insertErasure(trx, { userId, by: actor.id, at });
    const pseudonym = pseudonymOf(number);
    await removePersonRows(trx, account);
    await emptyPerson(trx, userId, pseudonym);
    const trail = await eraseFromTrail(trx, { userId, names, pseudonym });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'account.erased',
      subject: 'account',
      subjectId: userId,
      details: { number, trail },
    });
  });
}

async function refuseDuties(trx: Trx, userId: string): Promise<void> {
  const duties = await listOpenDuties(trx, userId);
  if (duties.length === 0) return;
  const numbers = duties.map(({ number }) => number).join(', ');
  throw new AppError('conflict', message('privacy.hasDuties', { numbers }));
}

/** One text for both languages: it is stored, and read in either. */
function pseudonymOf(number: number): string {
  return `已删除人员 ${number} / erased person ${number}`;
}

/** Every name and address that the person has or had here. */
async function namesOf(db: Db, { id, name }: Account): Promise<string[]> {
  const { email } = await findMailSettings(db, id);
  return [...new Set([name, ...(email === null ? [] : [email]), ...(await listFormerNames(db, id))])];
}
