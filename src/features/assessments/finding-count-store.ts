import type { Db } from '../../db/db.ts';
import type { LifeFacts } from '../../model/assessment-life.ts';
import { answeredKinds } from '../../model/finding-life.ts';

/** What the steps of an assessment ask about its findings. */
export type FindingCounts = Pick<LifeFacts, 'toAnswer' | 'unclosed' | 'issued'>;

export async function countFindings(db: Db, assessmentId: string): Promise<FindingCounts> {
  return (await countFindingsOf(db, [assessmentId])).get(assessmentId) ?? { toAnswer: 0, unclosed: 0, issued: 0 };
}

/** The same of several at once; those without findings are missing. */
export async function countFindingsOf(db: Db, assessmentIds: readonly string[]): Promise<Map<string, FindingCounts>> {
  const rows: { assessment_id: string; grade: string; state: string; total: number | string }[] = await db('findings')
    .whereIn('assessment_id', [...assessmentIds])
    .whereNot({ state: 'withdrawn' })
    .groupBy('assessment_id', 'grade', 'state')
    .select('assessment_id', 'grade', 'state')
    .count({ total: '*' });
  const counts = new Map<string, FindingCounts>();
  for (const row of rows) {
    const known = counts.get(row.assessment_id) ?? { toAnswer: 0, unclosed: 0, issued: 0 };
    const total = Number(row.total);
    const answered = answeredKinds.some((kind) => kind === row.grade);
    counts.set(row.assessment_id, {
      toAnswer: known.toAnswer + (answered ? total : 0),
      unclosed: known.unclosed + (answered && row.state !== 'closed' ? total : 0),
      issued: known.issued + (row.state === 'raised' ? 0 : total),
    });
  }
  return counts;
}
