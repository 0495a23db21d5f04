import type { Db } from '../../db/db.ts';

/** A finding as far as evidence names it. */
export interface FindingLink {
  readonly id: string;
  readonly grade: string;
  readonly clauseId: string | null;
  readonly statement: string;
  /** The company knows of it: what it rests on stays as it was told. */
  readonly told: boolean;
}

/** The findings of an assessment that evidence can be linked to, five hundred at most. */
export async function listFindingLinks(db: Db, assessmentId: string): Promise<FindingLink[]> {
  const rows: { id: string; grade: string; clause_id: string | null; statement: string; state: string }[] = await db('findings')
    .where({ assessment_id: assessmentId })
    .orderBy(['created_at', 'id'])
    .limit(500)
    .select('id', 'grade', 'clause_id', 'statement', 'state');
  return rows.map(({ id, grade, clause_id, statement, state }) => ({
    ...{ id, grade, statement },
    clauseId: clause_id,
    told: state !== 'raised',
  }));
}

/** Ids of the findings whose correction a piece of evidence proves. */
export async function listProvenIds(db: Db, evidenceId: string): Promise<string[]> {
  return db('finding_evidence').where({ evidence_id: evidenceId, use: 'proof' }).orderBy('finding_id').pluck('finding_id');
}

/** Ids of the findings that the company was told of and that rest on a piece of evidence, or are corrected by its proof. */
export async function listHoldingIds(db: Db, evidenceId: string): Promise<string[]> {
  return db('finding_evidence')
    .join('findings', 'findings.id', 'finding_evidence.finding_id')
    .where({ 'finding_evidence.evidence_id': evidenceId })
    .whereNot({ 'findings.state': 'raised' })
    .distinct()
    .pluck('findings.id');
}
