import { randomUUID } from 'node:crypto';
import { applyUpgrade } from '../../catalog/difference/apply-upgrade.ts';
import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy, keepCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { findLastUpgrade, findUpgradeStates, insertUpgrade, markUndone } from '../assessments/criteria-upgrade-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { fingerprintOf, lostByUndo, type MovableState, moveState, restoreState } from './movable-state.ts';
import { readMovable, updateCriteria, writeMovable } from './movable-store.ts';

/** Something was saved since the person looked, so that what would happen is no longer what they saw. Nothing was written. */
export class ChangedMeanwhile extends AppError {
  constructor() {
    super('conflict', message('criteriaUpgrade.changedMeanwhile'));
  }
}

export interface UpgradeOrder {
  readonly to: CatalogEntry;
  readonly map: UpgradeMap;
  /** Fingerprint of the state that was shown. */
  readonly seen: string;
  /** In which former ratings are quoted in the notes. */
  readonly language: Language;
}

/**
 * Moves an open assessment to a newer version of its criteria and keeps what an undo needs. Throws as `accessForChange`, and
 * ChangedMeanwhile.
 */
export async function upgradeAssessment(deps: Deps, actor: Actor, id: string, order: UpgradeOrder): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, id, 'lead');
    const before = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const state = await readMovable(trx, assessment);
    if (seenAs(state, assessment.criteriaHash) !== order.seen) throw new ChangedMeanwhile();

    const { criteria, hash } = order.to;
    const upgrade = { before, after: criteria, map: order.map, language: order.language };
    const moved = moveState(state, upgrade, actor.id, now);
    await keepCriteriaCopy(trx, order.to, now);
    await updateCriteria(trx, id, { hash, version: criteria.version }, moved);
    await writeMovable(trx, id, state, moved);
    await insertUpgrade(trx, {
      id: randomUUID(),
      assessmentId: id,
      fromHash: assessment.criteriaHash,
      toHash: hash,
      before: JSON.stringify(state),
      after: JSON.stringify(moved),
      at: now.toISOString(),
      by: actor.id,
    });
    await recordAuditEntry(trx, {
      ...about(actor, id, now),
      deed: 'assessment.criteria-upgraded',
      details: {
        from: { version: before.version, hash: assessment.criteriaHash },
        to: { version: criteria.version, hash },
        map: order.map.filter(({ deed }) => deed !== 'same'),
        happened: countHappened(state, upgrade),
      },
    });
  });
}

/**
 * Puts an assessment back to the version and to all that stood before its last move. Throws as `accessForChange`,
 * `not_found` when there is nothing to undo, and ChangedMeanwhile.
 */
export async function undoUpgrade(deps: Deps, actor: Actor, id: string, seen: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, id, 'lead');
    const last = await findLastUpgrade(trx, id, assessment.criteriaHash);
    if (!last) throw new AppError('not_found', message('error.notFound'));
    const state = await readMovable(trx, assessment);
    if (seenAs(state, assessment.criteriaHash) !== seen) throw new ChangedMeanwhile();

    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, last.fromHash);
    const undoing = { ...parseStates(await findUpgradeStates(trx, last.id)), now: state, criteria };
    const restored = restoreState(undoing);
    const lost = lostByUndo(undoing);
    await updateCriteria(trx, id, { hash: last.fromHash, version: criteria.version }, restored);
    await writeMovable(trx, id, state, restored);
    await markUndone(trx, last.id, now.toISOString(), actor.id);
    await recordAuditEntry(trx, {
      ...about(actor, id, now),
      deed: 'assessment.criteria-upgrade-undone',
      details: {
        from: last.toVersion,
        to: last.fromVersion,
        upgrade: last.id,
        lost,
        discarded: state.ratings.filter(({ clause }) => lost.ratings.includes(clause)),
      },
    });
  });
}

/** What the form carries to say which state its reader saw. */
export function seenAs(state: MovableState, criteriaHash: string): string {
  return `${criteriaHash.slice(0, 16)}-${fingerprintOf(state)}`;
}

export function parseStates(states: { readonly before: string; readonly after: string }): {
  before: MovableState;
  after: MovableState;
} {
  return { before: JSON.parse(states.before), after: JSON.parse(states.after) };
}

function countHappened({ ratings }: MovableState, upgrade: Parameters<typeof applyUpgrade>[1]): Record<string, number> {
  const said = Object.fromEntries(ratings.map(({ clause, rating, note }) => [clause, { rating, note }]));
  const counts: Record<string, number> = {};
  for (const { happened } of applyUpgrade(said, upgrade).outcomes) counts[happened] = (counts[happened] ?? 0) + 1;
  return counts;
}

function about(actor: Actor, id: string, at: Date) {
  return { at, actor, subject: 'assessment', subjectId: id };
}
