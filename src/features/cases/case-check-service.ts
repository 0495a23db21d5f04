import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type CheckedLine, checksAt } from '../../model/case-checks.ts';
import { type CaseDeed, type CaseSide, caseStateAfter } from '../../model/case-life.ts';
import type { CheckStage } from '../../model/certification-rule.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listChecked, replaceChecked } from './case-check-store.ts';
import { readCaseRule } from './case-checklist.ts';
import { findCase, lockCase, sidesIn } from './case-store.ts';
import { checkIndependence } from './decision-service.ts';

/** Who goes through a checklist, and the step that it leads to. */
export const checkParts = {
  application: { side: 'office', deed: 'accept', part: null },
  review: { side: 'reviewer', deed: 'review', part: 'review' },
  decision: { side: 'decider', deed: 'keep', part: 'decide' },
} as const satisfies Record<CheckStage, { side: CaseSide; deed: CaseDeed; part: string | null }>;

/**
 * Keeps what somebody found when they went through a checklist. Throws `not_found`, `forbidden` when others do that,
 * `conflict` when the certification is not there, `invalid` when the rules of independence forbid it.
 */
export async function saveChecks(
  deps: Deps,
  actor: Actor,
  id: string,
  { stage, lines }: { readonly stage: CheckStage; readonly lines: readonly Omit<CheckedLine, 'userId'>[] },
): Promise<void> {
  const at = deps.clock();
  const { side, deed, part } = checkParts[stage];
  await deps.db.transaction(async (trx) => {
    await lockCase(trx, id);
    const found = await findCase(trx, actor, id);
    if (!(await sidesIn(trx, actor, found)).includes(side)) throw new AppError('forbidden', message('cases.notYours'));
    if (caseStateAfter(found.state, deed) === null) throw new AppError('conflict', message('cases.noSuchStep'));
    if (part) await checkIndependence(trx, deps, actor, found, part);
    const rule = await readCaseRule({ ...deps, db: trx }, found);
    const known = new Set(checksAt(rule, stage).map((check) => check.id));
    const kept = lines.filter(({ checkId }) => known.has(checkId)).map((line) => ({ ...line, userId: actor.id }));
    const before = (await listChecked(trx, id)).filter((line) => line.stage === stage);
    await replaceChecked(trx, { caseId: id, stage, at }, kept);
    const details = { number: found.number, stage, before: before.map(told), after: kept.map(told) };
    await recordAuditEntry(trx, { at, actor, deed: 'case.checked', subject: 'case', subjectId: id, details });
  });
}

function told({ checkId, answer, comment, userId }: CheckedLine) {
  return { checkId, answer, comment, by: userId };
}
