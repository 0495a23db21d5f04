import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { deedsOf } from '../../model/finding-life.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { updateFinding } from './finding-change-store.ts';
import { factsOf } from './finding-facts.ts';
import type { FindingPlace } from './finding-life-service.ts';
import { changedMeanwhile } from './finding-service.ts';
import { findFinding } from './finding-store.ts';

/** One step of an answer, kept as soon as it is written. */
export interface AnswerPart {
  readonly revision: number;
  readonly correction?: string;
  readonly cause?: string;
  readonly action?: string;
  readonly responsible?: string;
  readonly plannedFor?: IsoDate | null;
}

/** Keeps part of an answer that is not sent yet. Throws as `accessForChange`, and `conflict` when it cannot be answered or somebody was quicker. */
export async function saveAnswerPart(
  deps: Deps,
  actor: Actor,
  { assessmentId, findingId }: FindingPlace,
  { revision, plannedFor, ...texts }: AnswerPart,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'answer');
    const finding = await findFinding(trx, assessmentId, findingId);
    if (finding.number === null) throw new AppError('not_found', message('error.notFound'));
    if (!deedsOf(factsOf(finding), 'company').includes('answer')) throw changedMeanwhile();
    const patch = { ...texts, ...(plannedFor === undefined ? {} : { planned_for: plannedFor }) };
    if (!(await updateFinding(trx, findingId, revision, patch))) throw changedMeanwhile();
    const { correction, cause, action, responsible } = finding;
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'finding.answer-drafted',
      subject: 'assessment',
      subjectId: assessmentId,
      details: {
        id: findingId,
        number: finding.number,
        before: { correction, cause, action, responsible, plannedFor: finding.plannedFor },
        after: patch,
      },
    });
  });
}
