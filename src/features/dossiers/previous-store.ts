import type { Db } from '../../db/db.ts';
import type { PreviousAssessment } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import type { Assessment } from '../assessments/assessment.ts';

/** The last assessment of the same organization that was finished before this one began, against the same criteria. */
export async function findOptionalPrevious(db: Db, assessment: Assessment): Promise<PreviousAssessment | null> {
  const row: { number: string; to_date: string; score: string; grade: string | null; result: string } | undefined = await db(
    'results',
  )
    .join('assessments', (join) => {
      join.on('assessments.id', 'results.assessment_id').andOn('assessments.result_kind', 'results.kind');
    })
    .where({ 'assessments.state': 'finished' })
    .where({ 'assessments.organization_id': assessment.organizationId, 'assessments.criteria_id': assessment.criteriaId })
    .whereNot({ 'assessments.id': assessment.id })
    .where('assessments.finished_at', '<', assessment.finishedAt ?? '9999')
    .orderBy('assessments.finished_at', 'desc')
    .first('assessments.number', 'assessments.to_date', 'results.score', 'results.grade', 'results.result');
  if (!row) return null;

  const result: Result = JSON.parse(row.result);
  const rates = result.clauses.flatMap(({ id, rate }) => (rate ? [[id, rate.shown]] : []));
  return { number: row.number, to: row.to_date, score: row.score, grade: row.grade, rates: Object.fromEntries(rates) };
}
