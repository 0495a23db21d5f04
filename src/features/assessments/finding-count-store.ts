import type { Db } from '../../db/db.ts';
import type { LifeFacts } from '../../model/assessment-life.ts';

/** What the steps of an assessment ask about its findings. */
export async function countFindings(db: Db, assessmentId: string): Promise<Pick<LifeFacts, 'toAnswer' | 'unclosed' | 'issued'>> {
  const row = await db('findings')
    .where({ assessment_id: assessmentId })
    .whereIn('grade', ['major', 'minor'])
    .count({ total: '*' })
    .first();
  return { toAnswer: Number(row?.total ?? 0), unclosed: 0, issued: 0 };
}
