import type { Db, Trx } from '../../db/db.ts';
import { languages } from '../../i18n/language.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { Dossier, ResultKind } from '../../model/dossier.ts';
import { describeOutcome } from '../../model/explain.ts';
import type { Result } from '../../model/result.ts';
import { countingResult } from '../assessments/assessment-list-store.ts';

/** A dossier with what it comes to. */
export interface Scored {
  readonly dossier: Dossier;
  readonly result: Result;
}

/** Keeps what is known of an assessment at a turn of its life. Written once, never changed. */
export async function insertResult(
  trx: Trx,
  assessmentId: string,
  kind: ResultKind,
  { dossier, result }: Scored,
  now: Date,
): Promise<void> {
  const label = labelOf({ dossier, result });
  await trx('results').insert({
    assessment_id: assessmentId,
    kind,
    dossier: JSON.stringify(dossier),
    result: JSON.stringify(result),
    score: result.score.shown,
    grade: result.grade,
    grade_label: label && JSON.stringify(label),
    summary: JSON.stringify(summaryOf({ dossier, result })),
    created_at: now.toISOString(),
  });
}

/** When the ratings of an assessment are opened again, before anybody was told of what they came to. */
export async function deleteResult(trx: Trx, assessmentId: string, kind: ResultKind): Promise<void> {
  await trx('results').where({ assessment_id: assessmentId, kind }).delete();
}

/** What was kept; null when nothing of that kind was. */
export async function findOptionalResult(db: Db, assessmentId: string, kind: ResultKind): Promise<Scored | null> {
  const row = await db('results').where({ assessment_id: assessmentId, kind }).first('dossier', 'result');
  return row ? { dossier: JSON.parse(row.dossier), result: JSON.parse(row.result) } : null;
}

/** Assessment id → the result that counts in one sentence, in every language; assessments without one are missing. */
export async function readSummaries(db: Db, assessmentIds: readonly string[]): Promise<Map<string, LocalizedText>> {
  const rows: { assessment_id: string; summary: string }[] = await db('assessments')
    .join('results', countingResult)
    .whereIn('assessments.id', [...assessmentIds])
    .select('results.assessment_id', 'results.summary');
  return new Map(rows.map(({ assessment_id, summary }) => [assessment_id, JSON.parse(summary)]));
}

/** What the assessment is called by its grade: the grade's label, that of failing, or nothing where there are no grades. */
function labelOf({ dossier: { criteria }, result }: Scored): LocalizedText | null {
  if (result.outcome === 'failed') return criteria.failLabel;
  return criteria.grades.find(({ id }) => id === result.grade)?.label ?? null;
}

function summaryOf({ dossier, result }: Scored): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, describeOutcome(dossier.criteria, result, language)]));
}
