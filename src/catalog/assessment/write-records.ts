import type { Collected, Evidence, Finding } from '../../model/dossier.ts';
import type { AnswerFigures } from '../../model/survey.ts';
import { said } from './said.ts';

export function writeFinding(finding: Finding) {
  const { answer } = finding;
  return said({
    number: finding.number,
    clause: finding.clause,
    grade: finding.grade,
    requirement: finding.requirement,
    statement: finding.statement,
    evidence: finding.evidence,
    site: finding.site,
    state: finding.state,
    answer:
      answer &&
      said({
        correction: answer.correction,
        cause: answer.cause,
        action: answer.action,
        responsible: answer.responsible,
        planned_for: answer.plannedFor,
        proof: answer.proof,
      }),
    verification: finding.verification,
    answer_due: finding.answerDue,
    correction_due: finding.correctionDue,
    closed_at: finding.closedAt,
  });
}

export function writeEvidence({ reference, kind, title, date, note, clauses, link, file, life }: Evidence) {
  return said({
    ...{ id: reference, kind, title, date, note, clauses, link },
    file: file && { name: file.name, media_type: file.mediaType, size: file.size, sha256: file.sha256 },
    status: life?.status,
    reason: life?.reason,
    superseded_by: life?.supersededBy,
    period_from: life?.periodFrom,
    period_to: life?.periodTo,
    site: life?.site,
    source: life?.source,
    valid_until: life?.validUntil,
  });
}

export function writeSample({ reference, ...same }: Collected['samples'][number]) {
  return said({ id: reference, ...same });
}

export function writeSurvey({ title, kind, reference, figures }: Collected['surveys'][number]) {
  const { answers, rejects, ...same } = figures;
  return said({
    ...{ evidence: reference, title, kind, ...same },
    answers: answers.map(writeAnswer),
    rejects: rejects.map((one) => said({ ...one })),
  });
}

function writeAnswer({ passFrom, meanInterval, shareInterval, ...same }: AnswerFigures) {
  return said({ ...same, pass_from: passFrom, mean_interval: meanInterval, share_interval: shareInterval });
}
