import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { EvidenceKind } from '../../model/criteria.ts';
import type { Evidence } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import type { EvidenceStatus } from '../../model/evidence-life.ts';
import type { EvidenceInput, PictureDetailsFate, StoredEvidence } from './evidence.ts';
import { type EvidenceRow, evidenceColumns, joinedColumns, toColumns, toEvidence, toEvidenceKind } from './evidence-row.ts';

/** Whose evidence of an assessment somebody sees: all, what one person handed in, or what a company's people handed in. */
export type EvidenceScope = 'all' | { readonly person: string } | { readonly company: string };

/** The evidence of one assessment with what lists and files need; narrow it, order it, then `readEvidence`. */
export function evidenceOf(db: Db, assessmentId: string, scope: EvidenceScope = 'all') {
  const query = joinedEvidence(db).where({ 'evidence.assessment_id': assessmentId });
  if (scope === 'all') return query;
  return 'person' in scope
    ? query.where({ 'evidence.created_by': scope.person })
    : query.whereIn('evidence.created_by', db('company_places').where({ organization_id: scope.company }).select('user_id'));
}

export function joinedEvidence(db: Db) {
  return (
    db('evidence')
      // A mystery shopper is not named: readers learn that one was there, and not who.
      .leftJoin('team_members as shoppers', function () {
        this.on('shoppers.assessment_id', 'evidence.assessment_id')
          .andOn('shoppers.user_id', 'evidence.created_by')
          .andOnVal('shoppers.role', 'mystery-shopper');
      })
      .leftJoin('users', function () {
        this.on('users.id', 'evidence.created_by').andOnNull('shoppers.user_id');
      })
      .leftJoin('stored_files', 'stored_files.sha256', 'evidence.sha256')
      .leftJoin('sites', 'sites.id', 'evidence.site_id')
      .leftJoin('users as judges', 'judges.id', 'evidence.judged_by')
      .leftJoin('evidence as successors', 'successors.id', 'evidence.superseded_by')
      .leftJoin('evidence as origins', 'origins.id', 'evidence.origin_id')
      .leftJoin('assessments as origin_assessments', 'origin_assessments.id', 'origins.assessment_id')
  );
}

/** Runs the query and puts clauses and findings to each piece: three statements, however many there are. */
export async function readEvidence(db: Db, query: ReturnType<typeof joinedEvidence>): Promise<StoredEvidence[]> {
  const rows: EvidenceRow[] = await query.clone().select([...evidenceColumns, ...joinedColumns]);
  const found = query.clone().clearOrder().select('evidence.id');
  const clauses: { id: string; value: string }[] = await db('evidence_clauses')
    .whereIn('evidence_id', found)
    .orderBy('clause_id')
    .select('evidence_id as id', 'clause_id as value');
  const findings: { id: string; value: string }[] = await db('finding_evidence')
    .where({ use: 'statement' })
    .whereIn('evidence_id', found.clone())
    .orderBy('finding_id')
    .select('evidence_id as id', 'finding_id as value');

  const clausesOf = groupById(clauses);
  const findingsOf = groupById(findings);
  return rows.map((row) => toEvidence(row, { clauses: clausesOf.get(row.id) ?? [], findings: findingsOf.get(row.id) ?? [] }));
}

function groupById(links: readonly { readonly id: string; readonly value: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, value } of links) {
    const group = groups.get(id);
    if (group) group.push(value);
    else groups.set(id, [value]);
  }
  return groups;
}

/** All evidence of an assessment as a dossier has it, in the order of the references. */
export async function listEvidence(db: Db, assessmentId: string): Promise<(Evidence & { readonly id: string })[]> {
  const stored = await readEvidence(db, evidenceOf(db, assessmentId).orderBy('evidence.place'));
  return stored.map(({ id, reference, kind, title, date, note, clauses, link, file, life }) => ({
    ...{ id, reference, kind, title, date, note, clauses, link, file, life },
  }));
}

/** The evidence linked to one clause, in the order of the references. */
export async function listClauseEvidence(db: Db, assessmentId: string, clauseId: string): Promise<StoredEvidence[]> {
  const linked = db('evidence_clauses').where({ clause_id: clauseId }).select('evidence_id');
  return readEvidence(db, evidenceOf(db, assessmentId).whereIn('evidence.id', linked).orderBy('evidence.place'));
}

/** Clause id → the kinds of evidence that are linked to it and count (`whyUnreliable`); clauses without are missing. */
export async function countEvidenceByClause(db: Db, assessmentId: string): Promise<Map<string, Set<EvidenceKind>>> {
  const rows: { clause_id: string; kind: string }[] = await db('evidence_clauses')
    .join('evidence', 'evidence.id', 'evidence_clauses.evidence_id')
    .join('assessments', 'assessments.id', 'evidence.assessment_id')
    .where({ 'evidence.assessment_id': assessmentId })
    .whereNotIn('evidence.status', ['rejected', 'superseded'])
    .where((rule) => {
      rule.whereNull('evidence.valid_until').orWhere('evidence.valid_until', '>=', db.ref('assessments.to_date'));
    })
    .distinct('evidence_clauses.clause_id', 'evidence.kind');

  const kinds = new Map<string, Set<EvidenceKind>>();
  for (const row of rows) kinds.set(row.clause_id, (kinds.get(row.clause_id) ?? new Set()).add(toEvidenceKind(row.kind)));
  return kinds;
}

/** Throws `not_found`, also when it belongs to another assessment or is outside the scope. */
export async function findEvidence(
  db: Db,
  assessmentId: string,
  id: string,
  scope: EvidenceScope = 'all',
): Promise<StoredEvidence> {
  const [evidence] = await readEvidence(db, evidenceOf(db, assessmentId, scope).where({ 'evidence.id': id }));
  if (!evidence) throw new AppError('not_found', message('error.notFound'));
  return evidence;
}

/** The piece with a reference such as E9 in that assessment, if there is one. */
export async function findOptionalByReference(db: Db, assessmentId: string, reference: string): Promise<StoredEvidence | null> {
  const place = /^e?\s*(\d{1,6})$/i.exec(reference.normalize('NFKC').trim())?.[1];
  if (!place) return null;
  const [found] = await readEvidence(db, evidenceOf(db, assessmentId).where({ 'evidence.place': Number(place) }));
  return found ?? null;
}

/** The id behind a reference as it is written by us, such as E9; null: there is no such piece any more. */
export async function findIdByReference(db: Db, assessmentId: string, reference: string): Promise<string | null> {
  const row: { id: string } | undefined = await db('evidence')
    .where({ assessment_id: assessmentId, place: Number(reference.slice(1)) })
    .first('id');
  return row?.id ?? null;
}

/** Takes that many numbers for references and returns the first; none is ever given twice, also after a removal. */
export async function takePlaces(trx: Trx, assessmentId: string, count: number): Promise<number> {
  await trx('assessments').where({ id: assessmentId }).increment('last_evidence', count);
  const row = await trx('assessments').where({ id: assessmentId }).first('last_evidence');
  return Number(row?.last_evidence) - count + 1;
}

/** The file of a new piece; its bytes are told to `insertStoredFiles`. */
export interface NewEvidenceFile {
  readonly name: string;
  readonly sha256: string;
  readonly details: PictureDetailsFate | null;
  readonly originalSha256: string | null;
}

/** The file of a piece, for another that is taken over from it. */
export function sameFile({ file, safety }: Pick<StoredEvidence, 'file' | 'safety'>): NewEvidenceFile | null {
  if (!file) return null;
  return {
    name: file.name,
    sha256: file.sha256,
    details: safety?.details ?? null,
    originalSha256: safety?.originalSha256 ?? null,
  };
}

/** A row to be added; the file, where there is one, must be known to `stored_files`. */
export interface NewEvidence extends EvidenceInput {
  readonly id: string;
  readonly place: number;
  readonly file: NewEvidenceFile | null;
  readonly originId?: string;
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
    picture_details: one.file?.details ?? null,
    original_sha256: one.file?.originalSha256 ?? null,
    origin_id: one.originId ?? null,
    created_by: by.userId,
    created_at: by.at,
  }));
  // SQLite takes a limited number of values in one statement.
  await trx.batchInsert('evidence', rows, 40);
  await insertLinks(trx, evidence);
}

/** Returns false, and writes nothing but a lock, when somebody changed it since `revision`. */
export async function updateEvidence(trx: Trx, id: string, revision: number, input: EvidenceInput): Promise<boolean> {
  const updated = await trx('evidence')
    .where({ id, revision })
    .update({ ...toColumns(input), revision: revision + 1 });
  if (updated === 0) return false;
  await trx('evidence_clauses').where({ evidence_id: id }).delete();
  await trx('finding_evidence').where({ evidence_id: id, use: 'statement' }).delete();
  await insertLinks(trx, [{ ...input, id }]);
  return true;
}

/** What somebody decided of a piece. */
export interface Judgement {
  readonly status: EvidenceStatus;
  readonly reason: string | null;
  readonly supersededBy: string | null;
  readonly by: string;
  readonly at: string;
}

/** Returns false when somebody changed it since `revision`. */
export async function updateStatus(trx: Trx, id: string, revision: number, judgement: Judgement): Promise<boolean> {
  const { status, reason, supersededBy, by, at } = judgement;
  const change = { status, reason, superseded_by: supersededBy, judged_by: by, judged_at: at, revision: revision + 1 };
  return (await trx('evidence').where({ id, revision }).update(change)) === 1;
}

/** What it replaced is left without a successor, and says so by its status. */
export async function deleteEvidence(trx: Trx, id: string): Promise<void> {
  await trx('evidence').where({ superseded_by: id }).update({ superseded_by: null });
  await trx('evidence').where({ id }).delete();
}

async function insertLinks(
  trx: Trx,
  evidence: readonly { id: string; clauses: readonly string[]; findings: readonly string[] }[],
): Promise<void> {
  const clauses = evidence.flatMap(({ id, clauses: ids }) => ids.map((clause_id) => ({ evidence_id: id, clause_id })));
  const findings = evidence.flatMap(({ id, findings: ids }) =>
    ids.map((finding_id) => ({ evidence_id: id, finding_id, use: 'statement' })),
  );
  if (clauses.length > 0) await trx.batchInsert('evidence_clauses', clauses, 200);
  if (findings.length > 0) await trx.batchInsert('finding_evidence', findings, 200);
}
