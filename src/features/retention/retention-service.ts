import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { leastMonths, limitOf, type RetentionKind, type RetentionRule, retentionStateOf } from '../../model/retention.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { cutTrail } from '../audit-trail/trail-cut.ts';
import { readOldEntries } from '../audit-trail/trail-cut-store.ts';
import { removeUnused } from '../integrity/clean-service.ts';
import { isAnythingHeld } from '../legal-holds/hold-store.ts';
import { expiredKinds } from './expired.ts';
import type { ExpiredList } from './expired-kind.ts';
import { confirmMonths, putMonths, readRule, readRules } from './retention-rule-store.ts';

/** Pieces of one kind that go in one transaction, and transactions in one run: a run does not hold up the rest of the work. */
const atOnce = 50;
const mostRounds = 40;

/** Sets the period of a kind; null keeps it for good. Nothing goes by it before it was confirmed. Throws `invalid` when it is too short. */
export async function setPeriod(deps: Deps, actor: Actor, kind: RetentionKind, months: number | null): Promise<void> {
  if (months !== null && months < leastMonths[kind])
    throw new AppError('invalid', message('error.checkFields'), {
      months: message('retention.tooShort', { least: leastMonths[kind] }),
    });
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await readRule(trx, kind);
    await putMonths(trx, kind, months, { by: actor.id, at });
    const details = { before: { months: before.months }, after: { months } };
    await recordAuditEntry(trx, { at, actor, deed: 'retention.set', subject: 'retention', subjectId: kind, details });
  });
}

/** Lets the period take effect, by somebody who has seen what will go. Throws `conflict` when it is another by now. */
export async function confirmPeriod(deps: Deps, actor: Actor, kind: RetentionKind, months: number): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if (!(await confirmMonths(trx, kind, months, { by: actor.id, at })))
      throw new AppError('conflict', message('retention.changedMeanwhile'));
    const details = { months };
    await recordAuditEntry(trx, { at, actor, deed: 'retention.confirmed', subject: 'retention', subjectId: kind, details });
  });
}

/** What would go now by a rule. */
export async function previewPeriod(db: Db, { kind, months }: RetentionRule, now: Date, most = 50): Promise<ExpiredList> {
  if (months === null) return { items: [], total: 0, held: 0 };
  const before = limitOf(months, now);
  if (kind !== 'trail') return expiredKinds[kind].list(db, before, most);
  const old = await readOldEntries(db, before);
  if (!old) return { items: [], total: 0, held: 0 };
  if (await isAnythingHeld(db)) return { items: [], total: 0, held: old.total };
  const item = { id: 'trail', label: `${old.from.slice(0, 10)} … ${old.to.slice(0, 10)}`, endedAt: old.to };
  return { items: [item], total: old.total, held: 0 };
}

/** Removes what has had its period, by every rule that is in force. Gives how much went. */
export async function applyRetention(deps: Deps): Promise<number> {
  let gone = 0;
  for (const rule of await readRules(deps.db)) {
    if (rule.months === null || retentionStateOf(rule) !== 'in-force') continue;
    for (let round = 0; round < mostRounds; round += 1) {
      const count = await applyOnce(deps, rule.kind, rule.months);
      gone += count;
      if (count === 0) break;
    }
  }
  return gone;
}

async function applyOnce(deps: Deps, kind: RetentionKind, months: number): Promise<number> {
  const at = deps.clock();
  const before = limitOf(months, at);
  if (kind === 'trail') return deps.db.transaction(async (trx) => ((await isAnythingHeld(trx)) ? 0 : cutTrail(trx, before, at)));

  const { list, remove } = expiredKinds[kind];
  const freed: string[] = [];
  const count = await deps.db.transaction(async (trx) => {
    // Asked in the same transaction, so that a hold that was just set is seen.
    const { items } = await list(trx, before, atOnce);
    if (items.length === 0) return 0;
    const ids = items.map(({ id }) => id);
    freed.push(...(await remove(trx, ids, at)));
    // What is called by a person stands without its name: the trail lives longer than notices do.
    const names = kind === 'notices' || kind === 'tasks' ? {} : { pieces: items.map(({ label }) => label) };
    const details = { months, count: items.length, ...names };
    await recordAuditEntry(trx, {
      at,
      actor: null,
      deed: 'retention.applied',
      subject: 'retention',
      subjectId: kind,
      details,
    });
    return items.length;
  });
  // Only after the commit: bytes whose rows came back could not be brought back.
  for (const sha256 of new Set(freed)) await removeUnused(deps, sha256);
  return count;
}
