import type { Db, Trx } from '../../db/db.ts';
import type { Dossier, SelfAssessment } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { countingResult } from '../assessments/assessment-list-store.ts';

/** A finished self-assessment with all that the company stated, as kept when it was finished. */
export interface FinishedSelf {
  readonly id: string;
  readonly number: string;
  readonly to: string;
  readonly dossier: Dossier;
  readonly result: Result;
}

/** A self-assessment that could stand beside an audit. */
export interface SelfChoice {
  readonly id: string;
  readonly number: string;
  readonly to: string;
  readonly criteriaVersion: string;
  readonly score: string;
}

/**
 * The self-assessment beside an audit: the one that was chosen, else the latest that the same organization had finished
 * against the same criteria (of any version) when the audit was started; null: none.
 */
export async function findLinkedSelfId(db: Db, assessment: Assessment): Promise<string | null> {
  if (assessment.kind === 'self') return null;
  const link = await db('self_assessment_links').where({ assessment_id: assessment.id }).first('self_assessment_id');
  if (link) return link.self_assessment_id;
  const row = await finishedSelves(db, assessment)
    .where('assessments.finished_at', '<=', assessment.createdAt)
    .first('assessments.id');
  return row?.id ?? null;
}

/** The latest first, fifty at most. */
export async function listSelfChoices(db: Db, assessment: Assessment): Promise<SelfChoice[]> {
  const rows: { id: string; number: string; to_date: string; criteria_version: string; score: string }[] = await finishedSelves(
    db,
    assessment,
  )
    .limit(50)
    .select('assessments.id', 'assessments.number', 'assessments.to_date', 'assessments.criteria_version', 'results.score');
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    to: row.to_date,
    criteriaVersion: row.criteria_version,
    score: row.score,
  }));
}

function finishedSelves(db: Db, { organizationId, criteriaId }: Assessment) {
  return db('assessments')
    .join('results', countingResult)
    .where({
      'assessments.organization_id': organizationId,
      'assessments.criteria_id': criteriaId,
      'assessments.kind': 'self',
      'assessments.state': 'finished',
    })
    .orderBy('assessments.finished_at', 'desc');
}

export async function findOptionalSelf(db: Db, assessment: Assessment): Promise<FinishedSelf | null> {
  const id = await findLinkedSelfId(db, assessment);
  if (id === null) return null;
  const row = await db('assessments')
    .join('results', countingResult)
    .where({ 'assessments.id': id })
    .first('assessments.id', 'assessments.number', 'assessments.to_date', 'results.dossier', 'results.result');
  if (!row) return null;
  return {
    id: row.id,
    number: row.number,
    to: row.to_date,
    dossier: JSON.parse(row.dossier),
    result: JSON.parse(row.result),
  };
}

/** What a dossier keeps of it. */
export function toSelfAssessment({ number, to, dossier, result }: FinishedSelf): SelfAssessment {
  const rates = result.clauses.flatMap(({ id, rate }) => (rate ? [[id, rate.shown]] : []));
  return {
    number,
    to,
    criteriaVersion: dossier.criteria.version,
    score: result.score.shown,
    rates: Object.fromEntries(rates),
  };
}

/** `selfId` null: none, by choice. */
export async function writeSelfLink(
  trx: Trx,
  link: { readonly assessmentId: string; readonly selfId: string | null; readonly by: string; readonly at: Date },
): Promise<void> {
  await trx('self_assessment_links')
    .insert({
      assessment_id: link.assessmentId,
      self_assessment_id: link.selfId,
      linked_by: link.by,
      linked_at: link.at.toISOString(),
    })
    .onConflict('assessment_id')
    .merge();
}

/** References of the company's evidence that this audit has taken over already. */
export async function listTakenReferences(db: Db, assessmentId: string, selfId: string): Promise<string[]> {
  return db('evidence_origins').where({ assessment_id: assessmentId, origin_assessment_id: selfId }).pluck('origin_reference');
}

export async function insertOrigin(
  trx: Trx,
  origin: { readonly evidenceId: string; readonly assessmentId: string; readonly selfId: string; readonly reference: string },
): Promise<void> {
  await trx('evidence_origins').insert({
    evidence_id: origin.evidenceId,
    assessment_id: origin.assessmentId,
    origin_assessment_id: origin.selfId,
    origin_reference: origin.reference,
  });
}
