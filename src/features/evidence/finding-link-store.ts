import type { Db } from '../../db/db.ts';

/** A finding as far as evidence names it. */
export interface FindingLink {
  readonly id: string;
  readonly grade: string;
  readonly clauseId: string | null;
  readonly statement: string;
}

/** The findings of an assessment that evidence can be linked to, five hundred at most. */
export async function listFindingLinks(db: Db, assessmentId: string): Promise<FindingLink[]> {
  const rows: { id: string; grade: string; clause_id: string | null; statement: string }[] = await db('findings')
    .where({ assessment_id: assessmentId })
    .orderBy(['created_at', 'id'])
    .limit(500)
    .select('id', 'grade', 'clause_id', 'statement');
  return rows.map(({ id, grade, clause_id, statement }) => ({ id, grade, clauseId: clause_id, statement }));
}
