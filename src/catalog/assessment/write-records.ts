import type { Collected, Evidence, Finding } from '../../model/dossier.ts';
import type { AnswerFigures } from '../../model/survey.ts';
import type { WorkingPapers } from '../../model/working-papers.ts';
import { said } from './said.ts';
import { writeItem, writeReading } from './write-papers.ts';

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
    verification: finding.verification && writeVerification(finding.verification),
    answer_due: finding.answerDue,
    correction_due: finding.correctionDue,
    closed_at: finding.closedAt,
  });
}

function writeVerification({ by, on, how }: NonNullable<Finding['verification']>) {
  return { by, on, how };
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

export function writeSample(sample: Collected['samples'][number], { items }: Pick<WorkingPapers, 'items'>) {
  const { reference, title, clause, population, size, method, seed, start, step, reason, looked, failed } = sample;
  const own = items.find((one) => one.sample === reference)?.items ?? [];
  return said({
    ...{ id: reference, title, clause, population, size, method, seed, start, step, reason, looked, failed },
    items: own.map(writeItem),
  });
}

export function writeSurvey(
  { title, kind, reference, figures }: Collected['surveys'][number],
  { readings }: Pick<WorkingPapers, 'readings'>,
) {
  const { answers, rejects, rows, excluded, from, to, sites, rejected } = figures;
  const reading = readings.find(({ survey }) => survey === reference);
  return said({
    ...{ evidence: reference, title, kind, rows, excluded, from, to },
    sites: sites.map(({ name, rows: own }) => ({ name, rows: own })),
    rejected,
    answers: answers.map(writeAnswer),
    rejects: rejects.map(({ row, column, value, why }) => said({ row, column, value, why })),
    ...(reading && writeReading(reading)),
  });
}

function writeAnswer(answer: AnswerFigures) {
  const { column, header, clause, feed, passFrom, n, blank, mean, median, deviation, passed, share } = answer;
  return said({
    ...{ column, header, clause, feed, n, blank, mean, median, deviation, passed, share },
    distribution: answer.distribution.map(({ label, count }) => ({ label, count })),
    outliers: answer.outliers.map(({ row, value }) => ({ row, value })),
    pass_from: passFrom,
    mean_interval: answer.meanInterval && writeInterval(answer.meanInterval),
    share_interval: answer.shareInterval && writeInterval(answer.shareInterval),
  });
}

function writeInterval({ from, to }: { readonly from: number; readonly to: number }) {
  return { from, to };
}
