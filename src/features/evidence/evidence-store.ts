import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type EvidenceKind, evidenceKinds } from '../../model/criteria.ts';
import type { Evidence } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import type { EvidenceInput, StoredEvidence } from './evidence.ts';

interface EvidenceRow {
  readonly id: string;
  readonly place: number;
  readonly kind: string;
  readonly title: string;
  readonly own_date: string | null;
  readonly note: string;
  readonly link: string | null;
  readonly file_name: string | null;
  readonly sha256: string | null;
  readonly created_at: string;
  readonly added_by: string;
  readonly size: number | string | null;
  readonly media_type: string | null;
}

const columns = [
  'evidence.id',
  'evidence.place',
  'evidence.kind',
  'evidence.title',
  'evidence.own_date',
  'evidence.note',
  'evidence.link',
  'evidence.file_name',
  'evidence.sha256',
  'evidence.created_at',
  'users.name as added_by',
  'stored_files.size',
  'stored_files.media_type',
];

/** All evidence of one assessment with what lists and files need; narrow it, order it, then `readEvidence`. */
export function evidenceOf(db: Db, assessmentId: string) {
  return db('evidence')
    .join('users', 'users.id', 'evidence.created_by')
    .leftJoin('stored_files', 'stored_files.sha256', 'evidence.sha256')
    .where({ 'evidence.assessment_id': assessmentId });
}

/** Runs the query and puts the clauses to each piece: two statements, however many there are. */
export async function readEvidence(db: Db, query: ReturnType<typeof evidenceOf>): Promise<StoredEvidence[]> {
  const rows: EvidenceRow[] = await query.clone().select(columns);
  const links: { evidence_id: string; clause_id: string }[] = await db('evidence_clauses')
    .whereIn('evidence_id', query.clone().clearOrder().select('evidence.id'))
    .orderBy('clause_id')
    .select('evidence_id', 'clause_id');

  const clauses = new Map<string, string[]>();
  for (const link of links) clauses.set(link.evidence_id, [...(clauses.get(link.evidence_id) ?? []), link.clause_id]);
  return rows.map((row) => toEvidence(row, clauses.get(row.id) ?? []));
}

/** All evidence of an assessment as a dossier has it, in the order of the references. */
export async function listEvidence(db: Db, assessmentId: string): Promise<(Evidence & { readonly id: string })[]> {
  const stored = await readEvidence(db, evidenceOf(db, assessmentId).orderBy('evidence.place'));
  return stored.map(({ place: _place, addedBy: _by, addedAt: _at, ...evidence }) => evidence);
}

/** The evidence linked to one clause, in the order of the references. */
export async function listClauseEvidence(db: Db, assessmentId: string, clauseId: string): Promise<StoredEvidence[]> {
  const linked = db('evidence_clauses').where({ clause_id: clauseId }).select('evidence_id');
  return readEvidence(db, evidenceOf(db, assessmentId).whereIn('evidence.id', linked).orderBy('evidence.place'));
}

/** Clause id → the kinds of evidence that are linked to it; clauses without evidence are missing. */
export async function countEvidenceByClause(db: Db, assessmentId: string): Promise<Map<string, Set<EvidenceKind>>> {
  const rows: { clause_id: string; kind: string }[] = await db('evidence_clauses')
    .join('evidence', 'evidence.id', 'evidence_clauses.evidence_id')
    .where({ 'evidence.assessment_id': assessmentId })
    .distinct('evidence_clauses.clause_id', 'evidence.kind');

  const kinds = new Map<string, Set<EvidenceKind>>();
  for (const row of rows) kinds.set(row.clause_id, (kinds.get(row.clause_id) ?? new Set()).add(toKind(row.kind)));
  return kinds;
}

/** Throws `not_found`, also when it belongs to another assessment. */
export async function findEvidence(db: Db, assessmentId: string, id: string): Promise<StoredEvidence> {
  const [evidence] = await readEvidence(db, evidenceOf(db, assessmentId).where({ 'evidence.id': id }));
  if (!evidence) throw new AppError('not_found', message('error.notFound'));
  return evidence;
}

/** Takes that many numbers for references and returns the first; none is ever given twice, also after a removal. */
export async function takePlaces(trx: Trx, assessmentId: string, count: number): Promise<number> {
  await trx('assessments').where({ id: assessmentId }).increment('last_evidence', count);
  const row = await trx('assessments').where({ id: assessmentId }).first('last_evidence');
  return Number(row?.last_evidence) - count + 1;
}

/** A row to be added; the file, where there is one, must be known to `stored_files`. */
export interface NewEvidence extends EvidenceInput {
  readonly id: string;
  readonly place: number;
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

export async function insertEvidence(
  trx: Trx,
  evidence: readonly NewEvidence[],
  by: { readonly assessmentId: string; readonly userId: string; readonly at: string },
): Promise<void> {
  const rows = evidence.map((one) => ({
    id: one.id,
    assessment_id: by.assessmentId,
    place: one.place,
    ...toColumns(one),
    file_name: one.file?.name ?? null,
    sha256: one.file?.sha256 ?? null,
    created_by: by.userId,
    created_at: by.at,
  }));
  await trx('evidence').insert(rows);
  await insertClauses(trx, evidence);
}

export async function updateEvidence(trx: Trx, id: string, input: EvidenceInput): Promise<void> {
  await trx('evidence').where({ id }).update(toColumns(input));
  await trx('evidence_clauses').where({ evidence_id: id }).delete();
  await insertClauses(trx, [{ id, clauses: input.clauses }]);
}

export async function deleteEvidence(trx: Trx, id: string): Promise<void> {
  await trx('evidence').where({ id }).delete();
}

/** Content that is known already keeps its row. */
export async function insertStoredFiles(
  trx: Trx,
  files: readonly { readonly sha256: string; readonly size: number; readonly mediaType: string }[],
  at: string,
): Promise<void> {
  const byContent = new Map(files.map((file) => [file.sha256, file]));
  // In one order everywhere, so that two uploads of the same files cannot wait for each other.
  const rows = [...byContent.values()]
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
    .map(({ sha256, size, mediaType }) => ({ sha256, size, media_type: mediaType, created_at: at }));
  if (rows.length > 0) await trx('stored_files').insert(rows).onConflict('sha256').ignore();
}

async function insertClauses(trx: Trx, evidence: readonly { id: string; clauses: readonly string[] }[]): Promise<void> {
  const rows = evidence.flatMap(({ id, clauses }) => clauses.map((clause_id) => ({ evidence_id: id, clause_id })));
  // SQLite takes a limited number of values in one statement.
  if (rows.length > 0) await trx.batchInsert('evidence_clauses', rows, 200);
}

function toColumns(input: EvidenceInput) {
  return { kind: input.kind, title: input.title, own_date: input.date, note: input.note, link: input.link };
}

function toEvidence(row: EvidenceRow, clauses: readonly string[]): StoredEvidence {
  return {
    id: row.id,
    place: row.place,
    reference: `E${row.place}`,
    kind: toKind(row.kind),
    title: row.title,
    date: row.own_date,
    note: row.note,
    clauses,
    link: row.link,
    file:
      row.sha256 !== null && row.file_name !== null
        ? { name: row.file_name, mediaType: row.media_type ?? '', size: Number(row.size), sha256: row.sha256 }
        : null,
    addedBy: row.added_by,
    addedAt: row.created_at,
  };
}

function toKind(value: string): EvidenceKind {
  const kind = evidenceKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of evidence: ${value}`);
  return kind;
}
