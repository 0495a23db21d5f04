import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { BodyRole } from '../../model/actor.ts';
import { type CaseDeed, caseDeeds } from '../../model/case-life.ts';
import { AppError } from '../../model/errors.ts';
import type { Agreement, CaseDocument, CaseStep } from './case.ts';

interface DocumentRow {
  readonly id: string;
  readonly paper_id: string | null;
  readonly title: string;
  readonly sha256: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number | string;
  readonly name: string;
  readonly added_at: string;
}

/** Papers that one case may have. */
export const mostDocuments = 200;

function documentsOf(db: Db, caseId: string) {
  return db('case_documents')
    .join('stored_files', 'stored_files.sha256', 'case_documents.sha256')
    .join('users', 'users.id', 'case_documents.added_by')
    .where({ 'case_documents.case_id': caseId });
}

const documentColumns = ['case_documents.*', 'stored_files.media_type', 'stored_files.size', 'users.name'];

/** In the order in which they came. */
export async function listDocuments(db: Db, caseId: string): Promise<CaseDocument[]> {
  const rows: DocumentRow[] = await documentsOf(db, caseId)
    .orderBy(['case_documents.added_at', 'case_documents.id'])
    .limit(mostDocuments)
    .select(documentColumns);
  return rows.map(toDocument);
}

/** Throws `not_found` also when it belongs to another case. */
export async function findDocument(db: Db, caseId: string, id: string): Promise<CaseDocument> {
  const row: DocumentRow | undefined = await documentsOf(db, caseId).where({ 'case_documents.id': id }).first(documentColumns);
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toDocument(row);
}

export async function insertDocuments(
  trx: Trx,
  caseId: string,
  documents: readonly Pick<CaseDocument, 'title' | 'sha256' | 'fileName' | 'paperId'>[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<string[]> {
  const rows = documents.map(({ title, sha256, fileName, paperId }) => ({
    id: randomUUID(),
    case_id: caseId,
    title,
    sha256,
    file_name: fileName,
    paper_id: paperId,
    added_by: by,
    added_at: at.toISOString(),
  }));
  await trx.batchInsert('case_documents', rows, 50);
  return rows.map(({ id }) => id);
}

export async function deleteDocument(trx: Trx, caseId: string, id: string): Promise<void> {
  await trx('case_documents').where({ id, case_id: caseId }).delete();
}

/** What happened, in order. */
export async function listCaseSteps(db: Db, caseId: string): Promise<CaseStep[]> {
  const rows: { at: string; name: string; deed: string; text: string }[] = await db('case_steps')
    .join('users', 'users.id', 'case_steps.by')
    .where({ case_id: caseId })
    .orderBy('case_steps.place')
    .limit(500)
    .select('case_steps.at', 'users.name', 'case_steps.deed', 'case_steps.text');
  return rows.map(({ at, name, deed, text }) => ({ at, by: name, deed: toDeed(deed), text }));
}

export async function insertCaseStep(
  trx: Trx,
  caseId: string,
  step: { readonly at: Date; readonly by: string; readonly deed: CaseDeed; readonly text: string },
): Promise<void> {
  const last = await trx('case_steps').where({ case_id: caseId }).max({ place: 'place' }).first();
  const place = Number(last?.place ?? 0) + 1;
  await trx('case_steps').insert({ case_id: caseId, place, ...step, at: step.at.toISOString() });
}

export async function findOptionalAgreement(db: Db, caseId: string): Promise<Agreement | null> {
  const row = await db('case_agreements').where({ case_id: caseId }).first();
  if (!row) return null;
  return {
    version: row.version,
    companySigner: row.company_signer,
    companySignedOn: row.company_signed_on,
    bodySigner: row.body_signer,
    bodySignedOn: row.body_signed_on,
  };
}

export async function insertAgreement(trx: Trx, caseId: string, agreement: Agreement, documentId: string): Promise<void> {
  await trx('case_agreements').insert({
    case_id: caseId,
    version: agreement.version,
    company_signer: agreement.companySigner,
    company_signed_on: agreement.companySignedOn,
    body_signer: agreement.bodySigner,
    body_signed_on: agreement.bodySignedOn,
    document_id: documentId,
  });
}

/** Active people of the body in one of these roles. */
export async function listPeopleIn(db: Db, roles: readonly BodyRole[]): Promise<string[]> {
  return db('users')
    .join('user_roles', 'user_roles.user_id', 'users.id')
    .whereIn('user_roles.role', [...roles])
    .where({ 'users.active': true })
    .distinct('users.id')
    .limit(1000)
    .pluck('users.id');
}

/** The leader of an audit, when it has one. */
export async function listLeaders(db: Db, assessmentId: string): Promise<string[]> {
  return db('team_members').where({ assessment_id: assessmentId, role: 'leader' }).pluck('user_id');
}

function toDocument(row: DocumentRow): CaseDocument {
  return {
    id: row.id,
    paperId: row.paper_id,
    title: row.title,
    sha256: row.sha256,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: Number(row.size),
    addedBy: row.name,
    addedAt: row.added_at,
  };
}

function toDeed(value: string): CaseDeed {
  const deed = caseDeeds.find((known) => known === value);
  if (!deed) throw new Error(`The database holds an unknown step of a certification: ${value}`);
  return deed;
}
