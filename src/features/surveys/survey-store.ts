import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type ColumnChoice, type SurveyFigures, type SurveyKind, surveyKinds } from '../../model/survey.ts';
import type { SurveyOutline } from './outline-survey.ts';

export interface Survey {
  readonly id: string;
  readonly assessmentId: string;
  readonly kind: SurveyKind;
  readonly title: string;
  readonly outline: SurveyOutline;
  readonly fingerprint: string;
  /** null until the columns are chosen. */
  readonly columns: readonly ColumnChoice[] | null;
  readonly figures: SurveyFigures | null;
  readonly revision: number;
  readonly evidenceId: string;
  /** `E7`. */
  readonly reference: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly broughtBy: string;
  readonly broughtAt: string;
}

interface SurveyRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly kind: string;
  readonly title: string;
  readonly outline: string;
  readonly fingerprint: string;
  readonly columns: string | null;
  readonly figures: string | null;
  readonly revision: number;
  readonly evidence_id: string;
  readonly place: number;
  readonly file_name: string;
  readonly sha256: string;
  readonly name: string;
  readonly created_at: string;
}

function surveys(db: Db) {
  return db('surveys').join('evidence', 'evidence.id', 'surveys.evidence_id').join('users', 'users.id', 'surveys.created_by');
}

const columns = ['surveys.*', 'evidence.place', 'evidence.file_name', 'evidence.sha256', 'users.name'];

/** The surveys of an assessment, the newest first, a hundred at most. */
export async function listSurveys(db: Db, assessmentId: string): Promise<Survey[]> {
  const rows: SurveyRow[] = await surveys(db)
    .where({ 'surveys.assessment_id': assessmentId })
    .orderBy(['surveys.created_at', 'surveys.id'])
    .limit(100)
    .select(columns);
  return rows.reverse().map(toSurvey);
}

/** Throws `not_found`, also when it belongs to another assessment. */
export async function findSurvey(db: Db, assessmentId: string, id: string): Promise<Survey> {
  const row: SurveyRow | undefined = await surveys(db)
    .where({ 'surveys.id': id, 'surveys.assessment_id': assessmentId })
    .first(columns);
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toSurvey(row);
}

export interface NewSurvey
  extends Pick<Survey, 'id' | 'assessmentId' | 'kind' | 'title' | 'outline' | 'fingerprint' | 'evidenceId'> {
  readonly by: string;
  readonly at: string;
}

export async function insertSurvey(trx: Trx, survey: NewSurvey): Promise<void> {
  await trx('surveys').insert({
    id: survey.id,
    assessment_id: survey.assessmentId,
    evidence_id: survey.evidenceId,
    kind: survey.kind,
    title: survey.title,
    outline: JSON.stringify(survey.outline),
    fingerprint: survey.fingerprint,
    revision: 1,
    created_by: survey.by,
    created_at: survey.at,
  });
}

/** Returns false when somebody changed it since `revision`. */
export async function updateSurvey(
  trx: Trx,
  id: string,
  revision: number,
  change: { readonly columns: readonly ColumnChoice[]; readonly figures: SurveyFigures },
): Promise<boolean> {
  const values = { columns: JSON.stringify(change.columns), figures: JSON.stringify(change.figures), revision: revision + 1 };
  return (await trx('surveys').where({ id, revision }).update(values)) === 1;
}

export async function deleteSurvey(trx: Trx, id: string): Promise<void> {
  await trx('surveys').where({ id }).delete();
}

/** How the columns of such a sheet were read the last time; null: never. */
export async function findOptionalColumns(db: Db, criteriaId: string, fingerprint: string): Promise<ColumnChoice[] | null> {
  const row: { columns: string } | undefined = await db('survey_columns')
    .where({ criteria_id: criteriaId, fingerprint })
    .first('columns');
  return row ? JSON.parse(row.columns) : null;
}

export async function rememberColumns(
  trx: Trx,
  key: { readonly criteriaId: string; readonly fingerprint: string },
  choices: readonly ColumnChoice[],
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await trx('survey_columns')
    .insert({
      criteria_id: key.criteriaId,
      fingerprint: key.fingerprint,
      columns: JSON.stringify(choices),
      updated_by: by,
      updated_at: at,
    })
    .onConflict(['criteria_id', 'fingerprint'])
    .merge();
}

/** A row that somebody left out of the figures. */
export interface Exclusion {
  readonly row: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export async function listExclusions(db: Db, surveyId: string): Promise<Exclusion[]> {
  return db('survey_exclusions')
    .join('users', 'users.id', 'survey_exclusions.by')
    .where({ survey_id: surveyId })
    .orderBy('survey_exclusions.row')
    .limit(1000)
    .select('survey_exclusions.row', 'survey_exclusions.reason', 'users.name as by', 'survey_exclusions.at');
}

/** Id of a survey → the rows that somebody left out, for all surveys of an assessment at once; ten thousand at most. */
export async function readAllExclusions(db: Db, assessmentId: string): Promise<Map<string, Exclusion[]>> {
  const rows: (Exclusion & { readonly survey_id: string })[] = await db('survey_exclusions')
    .join('users', 'users.id', 'survey_exclusions.by')
    .join('surveys', 'surveys.id', 'survey_exclusions.survey_id')
    .where({ 'surveys.assessment_id': assessmentId })
    .orderBy(['survey_exclusions.survey_id', 'survey_exclusions.row'])
    .limit(10_000)
    .select('survey_exclusions.survey_id', 'survey_exclusions.row', 'survey_exclusions.reason', 'survey_exclusions.at')
    .select('users.name as by');
  const found = new Map<string, Exclusion[]>();
  for (const { survey_id, ...exclusion } of rows) found.set(survey_id, [...(found.get(survey_id) ?? []), exclusion]);
  return found;
}

export async function insertExclusion(
  trx: Trx,
  surveyId: string,
  exclusion: { readonly row: number; readonly reason: string; readonly by: string; readonly at: string },
): Promise<void> {
  await trx('survey_exclusions')
    .insert({ survey_id: surveyId, ...exclusion })
    .onConflict(['survey_id', 'row'])
    .merge();
}

export async function deleteExclusion(trx: Trx, surveyId: string, row: number): Promise<void> {
  await trx('survey_exclusions').where({ survey_id: surveyId, row }).delete();
}

function toSurvey(row: SurveyRow): Survey {
  const kind = surveyKinds.find((known) => known === row.kind);
  if (!kind) throw new Error(`The database holds an unknown kind of survey: ${row.kind}`);
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    kind,
    title: row.title,
    outline: JSON.parse(row.outline),
    fingerprint: row.fingerprint,
    columns: row.columns === null ? null : JSON.parse(row.columns),
    figures: row.figures === null ? null : JSON.parse(row.figures),
    revision: row.revision,
    evidenceId: row.evidence_id,
    reference: `E${row.place}`,
    fileName: row.file_name,
    sha256: row.sha256,
    broughtBy: row.name,
    broughtAt: row.created_at,
  };
}
