import { Readable } from 'node:stream';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { startAssessment } from '../../src/features/assessments/assessment-service.ts';
import { acceptFile } from '../../src/features/evidence/accept-file.ts';
import type { AddInput } from '../../src/features/evidence/evidence-forms.ts';
import { addEvidence } from '../../src/features/evidence/evidence-service.ts';
import type { AssessmentKind } from '../../src/model/dossier.ts';
import type { TestApp } from './app.ts';
import { takeNextStep } from './assessments.ts';
import { declareTeam } from './declarations.ts';
import { companyIds, type People } from './people.ts';

export const shippedCriteria = 'after-sales-maturity@1.0.0';
/** Two clauses of the shipped criteria, with their numbers; the first asks for a document. */
export const departmentClause = { id: 'organization-department', number: '5.1.1.1' };
export const dutiesClause = { id: 'duties-division', number: '5.1.1.2' };

/** An open assessment of 海川: an audit led by Ada with Bo, or Dora's self-assessment. */
export async function givenAssessment(app: TestApp, kind: AssessmentKind = 'initial'): Promise<string> {
  const { deps, people } = app;
  const assessment = await startAssessment(deps, toActor(kind === 'self' ? people.dora : people.ada), {
    organization: companyIds.haichuan,
    criteria: shippedCriteria,
    kind,
    from: '2026-01-12',
    to: '2026-01-16',
    sites: [],
    lead: kind === 'self' ? null : people.ada.id,
    members: kind === 'self' ? [] : [people.bo.id],
    targetGrade: null,
    heldGrade: null,
    heldSince: null,
  });
  if (kind !== 'self') {
    await declareTeam(deps.db, assessment.id);
    await takeNextStep(app, assessment);
  }
  return assessment.id;
}

/** An interview without file, straight through the service. */
export async function givenInterview({ deps, people }: TestApp, assessmentId: string, title: string, by: keyof People = 'ada') {
  const input: AddInput = { kind: 'interview', title, ownDate: null, note: '', link: null, clauses: [departmentClause.id] };
  const [added] = await addEvidence(deps, toActor(people[by]), assessmentId, input, []);
  if (!added) throw new Error('No evidence was added.');
  return added;
}

/** A text file as evidence of nothing in particular, handed in by Bo. */
export async function addFile({ deps, people }: TestApp, assessmentId: string, name: string, content: string) {
  const bytes = Buffer.from(content);
  const file = await acceptFile(await deps.files.receive(Readable.from([bytes]), bytes.length), name);
  const input: AddInput = { kind: null, title: name, ownDate: null, note: '', link: null, clauses: [] };
  const [added] = await addEvidence(deps, toActor(people.bo), assessmentId, input, [file]);
  const row = await deps.db('evidence').where({ id: added?.id }).first('id', 'sha256');
  return { evidence: String(row.id), sha256: String(row.sha256) };
}
