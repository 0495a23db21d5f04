import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type PaperLanguage, paperLanguages } from '../reports/paper.ts';
import { type DocumentId, type DocumentSubject, documentIds, keyOf } from './document-kind.ts';
import type { DocumentManifest, IssuedDocument } from './issued-document.ts';

interface DocumentRow {
  readonly id: string;
  readonly code: string;
  readonly subject: string;
  readonly assessment_id: string | null;
  readonly kind: string;
  readonly language: string;
  readonly is_copy: boolean | number;
  readonly sha256: string;
  readonly size: number | string;
  readonly pages: number;
  readonly issued_by: string;
  readonly name: string;
  readonly issued_at: string;
}

export interface NewDocument {
  readonly id: string;
  readonly subject: DocumentSubject;
  readonly issuedBy: string;
  readonly manifest: DocumentManifest;
  /** Of how it looked; null: as nobody has said. */
  readonly brandHash: string | null;
}

/** Puts an issued paper on record, with its bytes in the store. Never changed afterwards. */
export async function insertIssuedDocument(trx: Trx, { id, subject, issuedBy, manifest, brandHash }: NewDocument): Promise<void> {
  const { code, kind, language, copy = false, sha256, bytes, pages } = manifest.document;
  const file = { sha256, size: bytes, media_type: 'application/pdf', created_at: manifest.issued.at };
  await trx('stored_files').insert(file).onConflict('sha256').merge(['sha256']);
  await trx('issued_documents').insert({
    ...{ id, code, kind, language, sha256, pages },
    is_copy: copy,
    subject: keyOf(subject),
    assessment_id: subject.of === 'assessment' ? subject.id : null,
    manifest: JSON.stringify(manifest),
    brand_sha256: brandHash,
    issued_by: issuedBy,
    issued_at: manifest.issued.at,
  });
}

function documents(db: Db) {
  return db('issued_documents')
    .join('users', 'users.id', 'issued_documents.issued_by')
    .join('stored_files', 'stored_files.sha256', 'issued_documents.sha256')
    .select('issued_documents.*', 'users.name', 'stored_files.size');
}

/** Of one subject, the newest first, 200 at most. */
export async function listIssuedDocuments(db: Db, subject: DocumentSubject): Promise<IssuedDocument[]> {
  const rows: DocumentRow[] = await documents(db)
    .where({ subject: keyOf(subject) })
    .orderBy('issued_at', 'desc')
    .orderBy('issued_documents.id')
    .limit(200);
  return rows.map(toDocument);
}

/** One of that subject. Throws `not_found`. */
export async function findIssuedDocument(db: Db, subject: DocumentSubject, id: string): Promise<IssuedDocument> {
  const row: DocumentRow | undefined = await documents(db)
    .where({ subject: keyOf(subject), 'issued_documents.id': id })
    .first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toDocument(row);
}

/** The manifest as it was kept, to be handed out unchanged. Throws `not_found`. */
export async function findManifestText(db: Db, id: string): Promise<string> {
  const row: { manifest: string } | undefined = await db('issued_documents').where({ id }).first('manifest');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return row.manifest;
}

/** What a code or the hash of a file leads to. */
export interface FoundDocument {
  readonly id: string;
  readonly manifest: DocumentManifest;
  /** When the same document of the same subject was last issued, if that was later; a copy does not make it older. */
  readonly laterAt: string | null;
}

export async function findOptionalByCode(db: Db, code: string): Promise<FoundDocument | null> {
  return findOptionalWhere(db, { code });
}

/** The newest with that content: of the same input the same bytes come out, but never with the same code. */
export async function findOptionalByHash(db: Db, sha256: string): Promise<FoundDocument | null> {
  return findOptionalWhere(db, { sha256 });
}

async function findOptionalWhere(db: Db, by: Readonly<Record<string, string>>): Promise<FoundDocument | null> {
  const row: { id: string; manifest: string; subject: string; kind: string; language: string; issued_at: string } | undefined =
    await db('issued_documents')
      .where(by)
      .orderBy('issued_at', 'desc')
      .first('id', 'manifest', 'subject', 'kind', 'language', 'issued_at');
  if (!row) return null;
  const { subject, kind, language, issued_at } = row;
  const later: { issued_at: string } | undefined = await db('issued_documents')
    .where({ subject, kind, language, is_copy: false })
    .where('issued_at', '>', issued_at)
    .orderBy('issued_at', 'desc')
    .first('issued_at');
  return { id: row.id, manifest: JSON.parse(row.manifest), laterAt: later?.issued_at ?? null };
}

function toDocument(row: DocumentRow): IssuedDocument {
  return {
    id: row.id,
    code: row.code,
    subject: row.subject,
    assessmentId: row.assessment_id,
    kind: oneOf<DocumentId>(documentIds, row.kind),
    language: oneOf<PaperLanguage>(paperLanguages, row.language),
    copy: Boolean(row.is_copy),
    sha256: row.sha256,
    size: Number(row.size),
    pages: row.pages,
    issuedBy: { id: row.issued_by, name: row.name },
    issuedAt: row.issued_at,
  };
}

function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text);
  if (!found) throw new Error(`An issued document says ${text}.`);
  return found;
}
