import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type AssessmentStep, obstaclesTo, pathOf, stateAfter } from '../../model/assessment-life.ts';
import type { AssessmentState } from '../../model/assessment-rights.ts';
import type { Dossier, ResultKind } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { resultOf } from '../../model/result-of.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { updateStanding } from '../assessments/assessment-store.ts';
import { insertStep } from '../assessments/step-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readDossier } from '../dossiers/read-dossier.ts';
import { issueRest } from '../findings/issue-service.ts';
import { readLifeFacts } from './life-facts.ts';
import { deleteResult, findOptionalResult, insertResult } from './result-store.ts';
import { tellOfStep } from './step-notices.ts';

export interface StepRequest {
  readonly step: AssessmentStep;
  /** The state that the form was made in; null: whatever it is. */
  readonly from: AssessmentState | null;
  readonly reason: string | null;
}

/** What is known while a step is taken. */
interface Taking extends StepRequest {
  readonly actor: Actor;
  readonly now: Date;
  readonly dossier: Dossier;
}

/**
 * Takes an assessment from state to state, freezing its result where the state says so. Throws `not_found`, `forbidden`,
 * `conflict` when its state has changed or does not lead there, and `invalid` while something is in the way.
 */
export async function takeStep(deps: Deps, actor: Actor, id: string, request: StepRequest): Promise<Assessment> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, id, request.step);
    if (request.from !== null && request.from !== assessment.state) throw movedOn(assessment);
    const reader = { db: trx, criteriaCopies: deps.criteriaCopies };
    const current = await readDossier(reader, assessment);
    const facts = await readLifeFacts(trx, assessment, current);
    const to = stateAfter(request.step, assessment.kind, assessment.state, facts);
    if (to === null) throw movedOn(assessment);
    const [obstacle] = obstaclesTo(request.step, assessment.kind, facts);
    if (obstacle) throw new AppError('invalid', message(`life.obstacle.${obstacle}`));

    if (to === 'reported') await issueRest(trx, assessment, actor, now);
    const dossier = to === 'reported' ? await readDossier(reader, assessment) : current;
    const taking = { ...request, actor, now, dossier };
    const moved = await keepResult(trx, standingAfter(assessment, to, taking), assessment.state, taking);
    await updateStanding(trx, moved);
    await write(trx, assessment, moved, taking);
    await tellOfStep(trx, moved, request.step, now);
    return moved;
  });
}

function standingAfter(assessment: Assessment, to: AssessmentState, { actor, now }: Taking): Assessment {
  if (to !== 'finished') return { ...assessment, state: to };
  return { ...assessment, state: to, finishedAt: now.toISOString(), finishedBy: actor.id };
}

/** Freezes the result as it stands when a state is left that was rated in; says which result counts from now on. */
async function keepResult(trx: Trx, moved: Assessment, from: AssessmentState, taking: Taking): Promise<Assessment> {
  if (taking.step === 'reopenRating') await deleteResult(trx, moved.id, 'as-found');
  if (from === 'reported' || taking.step === 'begin' || moved.state === 'planned' || taking.step === 'reopenRating') return moved;

  const kind: ResultKind = from === 'findings-open' ? 'after-correction' : 'as-found';
  const ended = moved.state !== 'findings-open';
  const dossier = ended ? ending(taking, moved.state) : taking.dossier;
  await insertResult(trx, moved.id, kind, { dossier, result: resultOf(dossier) }, taking.now);
  return ended ? { ...moved, resultKind: kind } : moved;
}

/** The dossier with the day on which it ended, and why where it was stopped. */
function ending({ dossier, now, reason }: Taking, state: AssessmentState): Dossier {
  const at = now.toISOString();
  const stopped = state === 'stopped' ? { stopped: { at, reason: reason ?? '' } } : {};
  return { ...dossier, assessment: { ...dossier.assessment, finishedAt: at, ...stopped } };
}

async function write(trx: Trx, before: Assessment, after: Assessment, { step, reason, actor, now }: Taking): Promise<void> {
  const { id, number } = after;
  await insertStep(trx, { assessmentId: id, step, from: before.state, to: after.state, reason, by: actor.id, at: now });
  const kept = after.resultKind && (await findOptionalResult(trx, id, after.resultKind));
  const outcome = kept ? { outcome: kept.result.outcome, score: kept.result.score, grade: kept.result.grade } : {};
  await recordAuditEntry(trx, {
    at: now,
    actor,
    deed: deeds[step],
    subject: 'assessment',
    subjectId: id,
    details: { number, path: pathOf(after.kind), from: before.state, to: after.state, reason, ...outcome },
  });
}

const deeds = {
  begin: 'assessment.begun',
  replan: 'assessment.replanned',
  closeRating: 'assessment.rating-closed',
  reopenRating: 'assessment.rating-reopened',
  report: 'assessment.reported',
  finish: 'assessment.finished',
  stop: 'assessment.stopped',
} as const satisfies Record<AssessmentStep, string>;

function movedOn({ state, number }: Assessment): AppError {
  return new AppError('conflict', message(`assessments.locked.${state}`, { number }));
}
