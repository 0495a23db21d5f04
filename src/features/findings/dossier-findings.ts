import { findingGrades } from '../../model/criteria.ts';
import type { Finding, FindingAnswer } from '../../model/dossier.ts';
import type { StoredFinding } from './finding.ts';

/** The findings as reports print them and the engine counts them. Withdrawn ones are no findings any more. */
export function toDossierFindings(findings: readonly StoredFinding[], assessmentNumber: string): Finding[] {
  return findings.flatMap((finding) => {
    const grade = findingGrades.find((known) => known === finding.kind);
    return grade && finding.state !== 'withdrawn' ? [toDossierFinding(finding, grade, assessmentNumber)] : [];
  });
}

function toDossierFinding(finding: StoredFinding, grade: Finding['grade'], assessmentNumber: string): Finding {
  const { clause, statement, number, requirement, site, evidence, verification, closedAt } = finding;
  const answer = answerOf(finding);
  return {
    clause,
    grade,
    statement,
    ...(number === null ? {} : { number: `${assessmentNumber}/${number}` }),
    ...(requirement === '' ? {} : { requirement }),
    ...(site === null ? {} : { site: site.name }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(({ reference }) => reference) }),
    state: finding.state,
    ...(finding.answerDue === null ? {} : { answerDue: finding.answerDue }),
    ...(finding.correctionDue === null ? {} : { correctionDue: finding.correctionDue }),
    ...(answer === null ? {} : { answer }),
    ...(verification === null ? {} : { verification }),
    ...(closedAt === null ? {} : { closedAt }),
  };
}

/** What the company has sent; an answer that it still writes is nobody else's yet. */
function answerOf(finding: StoredFinding): FindingAnswer | null {
  const { state, correction, cause, action, responsible, plannedFor, proof } = finding;
  if (['raised', 'issued', 'returned'].includes(state) || correction === '') return null;
  return { correction, cause, action, responsible, plannedFor, proof: proof.map(({ reference }) => reference) };
}
