import type { Db, Trx } from '../../db/db.ts';
import type { Decimal } from '../../model/criteria.ts';

/** Person-days as they are planned, by person. */
export interface PlannedDays {
  /** 0: none were planned yet. */
  readonly revision: number;
  /** Why their sum is not what the table suggests; empty when it is. */
  readonly reason: string;
  readonly days: ReadonlyMap<string, Decimal>;
}

export async function readPlannedDays(db: Db, assessmentId: string): Promise<PlannedDays> {
  const plan = await db('audit_plans').where({ assessment_id: assessmentId }).first('revision', 'days_reason');
  const rows: { user_id: string; days: string }[] = await db('plan_days').where({ assessment_id: assessmentId });
  return {
    revision: Number(plan?.revision ?? 0),
    reason: plan?.days_reason ?? '',
    days: new Map(rows.map(({ user_id, days }) => [user_id, days])),
  };
}

/** The caller holds the assessment, so that nobody else saves meanwhile. */
export async function replacePlannedDays(
  trx: Trx,
  assessmentId: string,
  planned: PlannedDays,
  by: string,
  at: string,
): Promise<void> {
  await trx('audit_plans')
    .insert({
      assessment_id: assessmentId,
      revision: planned.revision,
      days_reason: planned.reason,
      updated_by: by,
      updated_at: at,
    })
    .onConflict('assessment_id')
    .merge();
  await trx('plan_days').where({ assessment_id: assessmentId }).delete();
  const rows = [...planned.days].map(([user_id, days]) => ({ assessment_id: assessmentId, user_id, days }));
  if (rows.length > 0) await trx.batchInsert('plan_days', rows, 100);
}
