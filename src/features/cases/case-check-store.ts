import type { Db, Trx } from '../../db/db.ts';
import { type CheckAnswer, type CheckedLine, checkAnswers } from '../../model/case-checks.ts';
import { type CheckStage, checkStages } from '../../model/certification-rule.ts';
import type { IsoTime } from '../../model/dossier.ts';

export interface KeptCheck extends CheckedLine {
  readonly stage: CheckStage;
  readonly by: string;
  readonly at: IsoTime;
}

/** What was found so far, at every stage. */
export async function listChecked(db: Db, caseId: string): Promise<KeptCheck[]> {
  const rows = await db('case_checks')
    .join('users', 'users.id', 'case_checks.by')
    .where({ case_id: caseId })
    .orderBy(['stage', 'check_id'])
    .limit(1000)
    .select('stage', 'check_id', 'answer', 'comment', 'by', 'at', 'users.name');
  return rows.map((row) => ({
    stage: toStage(row.stage),
    checkId: row.check_id,
    answer: toAnswer(row.answer),
    comment: row.comment,
    userId: row.by,
    by: row.name,
    at: row.at,
  }));
}

/** Puts these in the place of what was found before at that stage; the trail keeps the earlier ones. */
export async function replaceChecked(
  trx: Trx,
  { caseId, stage, at }: { readonly caseId: string; readonly stage: CheckStage; readonly at: Date },
  lines: readonly CheckedLine[],
): Promise<void> {
  await trx('case_checks').where({ case_id: caseId, stage }).delete();
  const rows = lines.map(({ checkId, answer, comment, userId }) => ({
    ...{ case_id: caseId, stage, check_id: checkId, answer, comment, by: userId },
    at: at.toISOString(),
  }));
  await trx.batchInsert('case_checks', rows, 50);
}

function toStage(value: string): CheckStage {
  const stage = checkStages.find((known) => known === value);
  if (!stage) throw new Error(`The database holds an unknown stage of a checklist: ${value}`);
  return stage;
}

function toAnswer(value: string): CheckAnswer {
  const answer = checkAnswers.find((known) => known === value);
  if (!answer) throw new Error(`The database holds an unknown answer in a checklist: ${value}`);
  return answer;
}
