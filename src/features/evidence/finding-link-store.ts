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

/** A piece of evidence as a finding names it. */
export interface EvidenceOfFinding {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
}

/** Finding id → the evidence that it rests on, in the order of the references; findings without evidence are missing. */
export async function listEvidenceOfFindings(db: Db, assessmentId: string): Promise<Map<string, EvidenceOfFinding[]>> {
  const rows: { finding_id: string; id: string; place: number; title: string }[] = await db('evidence_findings')
    .join('evidence', 'evidence.id', 'evidence_findings.evidence_id')
    .where({ 'evidence.assessment_id': assessmentId })
    .orderBy('evidence.place')
    .select('evidence_findings.finding_id', 'evidence.id', 'evidence.place', 'evidence.title');
  const byFinding = new Map<string, EvidenceOfFinding[]>();
  for (const { finding_id, id, place, title } of rows) {
    const list = byFinding.get(finding_id) ?? [];
    list.push({ id, reference: `E${place}`, title });
    byFinding.set(finding_id, list);
  }
  return byFinding;
}
