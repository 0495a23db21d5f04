import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { type AssessmentStep, assessmentSteps } from '../../model/assessment-life.ts';
import type { AssessmentState } from '../../model/assessment-rights.ts';
import type { IsoTime } from '../../model/dossier.ts';
import { toState } from './assessment-store.ts';

/** A step that was taken: from state to state, by whom, when and why. */
export interface TakenStep {
  readonly step: AssessmentStep;
  readonly from: AssessmentState;
  readonly to: AssessmentState;
  readonly reason: string | null;
  readonly byName: string;
  readonly at: IsoTime;
}

interface StepRow {
  readonly step: string;
  readonly from_state: string;
  readonly to_state: string;
  readonly reason: string | null;
  readonly taken_at: string;
  readonly name: string;
}

/** In the order in which they were taken. */
export async function listSteps(db: Db, assessmentId: string): Promise<TakenStep[]> {
  const rows: StepRow[] = await db('assessment_steps')
    .join('users', 'users.id', 'assessment_steps.taken_by')
    .where({ assessment_id: assessmentId })
    .orderBy('place')
    .select('step', 'from_state', 'to_state', 'reason', 'taken_at', 'users.name');
  return rows.map((row) => ({
    step: toStep(row.step),
    from: toState(row.from_state),
    to: toState(row.to_state),
    reason: row.reason,
    byName: row.name,
    at: row.taken_at,
  }));
}

export interface NewStep extends Pick<TakenStep, 'step' | 'from' | 'to' | 'reason'> {
  readonly assessmentId: string;
  readonly by: string;
  readonly at: Date;
}

/** Written under the lock of the assessment, so that no two steps get the same place. */
export async function insertStep(trx: Trx, { assessmentId, step, from, to, reason, by, at }: NewStep): Promise<void> {
  const last = await trx('assessment_steps').where({ assessment_id: assessmentId }).max({ place: 'place' }).first();
  await trx('assessment_steps').insert({
    id: randomUUID(),
    assessment_id: assessmentId,
    place: Number(last?.place ?? 0) + 1,
    step,
    from_state: from,
    to_state: to,
    reason,
    taken_by: by,
    taken_at: at.toISOString(),
  });
}

function toStep(value: string): AssessmentStep {
  const step = assessmentSteps.find((known) => known === value);
  if (!step) throw new Error(`The database holds an unknown step of an assessment: ${value}`);
  return step;
}
