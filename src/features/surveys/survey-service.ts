import { randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import type { ColumnChoice, SurveyFigures, SurveyKind } from '../../model/survey.ts';
import { accessAssessment, accessForChange } from '../assessments/assessment-access.ts';
import { type RecordedDeed, recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { UploadedFile } from '../evidence/accept-file.ts';
import { listRatedIds } from '../evidence/evidence-check.ts';
import { toPieces } from '../evidence/evidence-pieces.ts';
import { putEvidence } from '../evidence/evidence-service.ts';
import { titleFromName } from '../evidence/file-name.ts';
import { fingerprintOf } from './outline-survey.ts';
import type { SurveyReader } from './survey-pool.ts';
import {
  deleteExclusion,
  deleteSurvey,
  findSurvey,
  insertExclusion,
  insertSurvey,
  listExclusions,
  rememberColumns,
  updateSurvey,
} from './survey-store.ts';

/** Rejected values that are kept with the figures; the file of all of them is made when it is asked for. */
export const keptRejects = 200;

interface SurveyPlace {
  readonly assessmentId: string;
  readonly surveyId: string;
}

type Tools = Deps & { readonly surveys: SurveyReader };

/** Takes a sheet in as evidence, and reads what columns it has. Returns its id. Throws `invalid`, and what `accessForChange` throws. */
export async function bringSurvey(
  deps: Tools,
  actor: Actor,
  assessmentId: string,
  { title, kind }: { readonly title: string | null; readonly kind: SurveyKind },
  file: UploadedFile,
): Promise<string> {
  const outline = await deps.surveys.outline(file.received.source);
  if ('refused' in outline) throw new AppError('invalid', outline.refused, { files: outline.refused });
  const at = deps.clock();
  const id = randomUUID();
  return deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'bringSurveys');
    const name = title ?? titleFromName(file.name);
    const said = { kind: 'data' as const, title: name, ownDate: null, note: '', link: null, clauses: [] };
    const [piece] = await putEvidence(trx, { assessmentId, actor, at, pieces: toPieces(said, [file]), files: [file] });
    if (!piece) throw new Error('A file makes a piece of evidence.');
    const survey = { id, assessmentId, kind, title: name, outline, fingerprint: fingerprintOf(outline.header) };
    await insertSurvey(trx, { ...survey, evidenceId: piece.id, by: actor.id, at: at.toISOString() });
    const { rows, header, encoding } = outline;
    const details = { survey: id, title: name, kind, evidence: `E${piece.place}`, rows, columns: header.length, encoding };
    await record(trx, actor, assessmentId, at, 'survey.brought', details);
    return id;
  });
}

/** Reads the sheet by these columns and remembers them. Throws `invalid` (also when somebody was faster), and what `accessForChange` throws. */
export async function chooseColumns(
  deps: Tools,
  actor: Actor,
  place: SurveyPlace,
  { revision, columns }: { readonly revision: number; readonly columns: readonly ColumnChoice[] },
): Promise<void> {
  await accessAssessment(deps.db, actor, place.assessmentId, 'bringSurveys');
  const { sha256, fingerprint, title } = await findSurvey(deps.db, place.assessmentId, place.surveyId);
  const figures = await readFigures(deps, place.surveyId, sha256, columns);
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, place.assessmentId, 'bringSurveys');
    const rated = new Set(await listRatedIds(deps, trx, assessment));
    if (columns.some(({ clause }) => clause !== null && !rated.has(clause))) throw invalid(message('evidence.unknownClause'));
    if (!(await updateSurvey(trx, place.surveyId, revision, { columns, figures })))
      throw invalid(message('surveys.changedMeanwhile'));
    const key = { criteriaId: assessment.criteriaId, fingerprint };
    await rememberColumns(trx, key, columns, { by: actor.id, at: at.toISOString() });
    const details = { survey: place.surveyId, title, columns, ...summaryOf(figures) };
    await record(trx, actor, place.assessmentId, at, 'survey.read', details);
  });
}

/** Leaves a row out of the figures, or takes it in again with a null reason. Throws as `chooseColumns`. */
export async function excludeRow(
  deps: Tools,
  actor: Actor,
  place: SurveyPlace,
  { revision, row, reason }: { readonly revision: number; readonly row: number; readonly reason: string | null },
): Promise<void> {
  await accessAssessment(deps.db, actor, place.assessmentId, 'bringSurveys');
  const survey = await findSurvey(deps.db, place.assessmentId, place.surveyId);
  const { columns, outline } = survey;
  if (columns === null) throw new AppError('conflict', message('surveys.chooseFirst'));
  // Empty rows of the file are counted by the sheet but not by us; the exact end is not worth reading it for.
  if (reason !== null && (row < 2 || row > outline.rows * 2 + 1)) throw invalid(message('surveys.noSuchRow'), 'row');
  const others = (await listExclusions(deps.db, survey.id)).map((one) => one.row).filter((one) => one !== row);
  const excluded = reason === null ? others : [...others, row];
  const figures = await readFigures(deps, survey.id, survey.sha256, columns, excluded);
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, place.assessmentId, 'bringSurveys');
    if (!(await updateSurvey(trx, survey.id, revision, { columns, figures }))) throw invalid(message('surveys.changedMeanwhile'));
    if (reason === null) await deleteExclusion(trx, survey.id, row);
    else await insertExclusion(trx, survey.id, { row, reason, by: actor.id, at: at.toISOString() });
    const details = { survey: survey.id, title: survey.title, row, reason, ...summaryOf(figures) };
    await record(trx, actor, place.assessmentId, at, reason === null ? 'survey.row-taken-in' : 'survey.row-left-out', details);
  });
}

/** Takes the figures away; the sheet stays as evidence. Throws what `accessForChange` throws. */
export async function removeSurvey(deps: Deps, actor: Actor, { assessmentId, surveyId }: SurveyPlace): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'bringSurveys');
    const { title, columns, figures } = await findSurvey(trx, assessmentId, surveyId);
    await deleteSurvey(trx, surveyId);
    const details = { survey: surveyId, title, columns, ...(figures ? summaryOf(figures) : {}) };
    await record(trx, actor, assessmentId, at, 'survey.removed', details);
    return title;
  });
}

async function readFigures(
  deps: Tools,
  surveyId: string,
  sha256: string,
  columns: readonly ColumnChoice[],
  excluded?: readonly number[],
): Promise<SurveyFigures> {
  const rows = excluded ?? (await listExclusions(deps.db, surveyId)).map(({ row }) => row);
  return deps.surveys.figures({ source: await deps.files.sourceOf(sha256), columns, excluded: rows, mostRejects: keptRejects });
}

function summaryOf({ rows, excluded, rejected, answers }: SurveyFigures) {
  const figures = answers.map(({ header, clause, n, mean, passed }) => ({ header, clause, n, mean, passed }));
  return { rows, excluded, rejected, figures };
}

async function record(
  trx: Parameters<typeof recordAuditEntry>[0],
  actor: Actor,
  assessmentId: string,
  at: Date,
  deed: Extract<RecordedDeed, `survey.${string}`>,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordAuditEntry(trx, { at, actor, deed, subject: 'assessment', subjectId: assessmentId, details });
}

function invalid(text: Message, field = ''): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
