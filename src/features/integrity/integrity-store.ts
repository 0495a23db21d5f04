import type { Db, Trx } from '../../db/db.ts';
import type { FileUse } from './integrity.ts';

export interface FileOnRecord {
  readonly sha256: string;
  readonly size: number;
  readonly isUsed: boolean;
}

/** The files on record after that one, in the order of their SHA-256. */
export async function listFilesOnRecord(db: Db, after: string, most: number): Promise<FileOnRecord[]> {
  const rows: {
    sha256: string;
    size: number | string;
    used: string | null;
    paper: string | null;
    certificate: string | null;
    document: string | null;
    packed: string | null;
    complained: string | null;
  }[] = await db('stored_files')
    .leftJoin('evidence', 'evidence.sha256', 'stored_files.sha256')
    .leftJoin('case_documents', 'case_documents.sha256', 'stored_files.sha256')
    .leftJoin('certificate_files', 'certificate_files.sha256', 'stored_files.sha256')
    .leftJoin('issued_documents', 'issued_documents.sha256', 'stored_files.sha256')
    .leftJoin('evidence_packages', 'evidence_packages.sha256', 'stored_files.sha256')
    .leftJoin('dispute_files', 'dispute_files.sha256', 'stored_files.sha256')
    .where('stored_files.sha256', '>', after)
    .groupBy('stored_files.sha256', 'stored_files.size')
    .orderBy('stored_files.sha256')
    .limit(most)
    .select('stored_files.sha256', 'stored_files.size')
    .max({ used: 'evidence.id', paper: 'case_documents.id', certificate: 'certificate_files.certificate_id' })
    .max({ document: 'issued_documents.id', packed: 'evidence_packages.assessment_id', complained: 'dispute_files.id' });
  return rows.map(({ sha256, size, used, paper, certificate, document, packed, complained }) => ({
    sha256,
    size: Number(size),
    isUsed: (used ?? paper ?? certificate ?? document ?? packed ?? complained) !== null,
  }));
}

export async function countFilesOnRecord(db: Db): Promise<number> {
  const row = await db('stored_files').count({ files: '*' }).first();
  return Number(row?.files ?? 0);
}

/** Those of the names that are on record. */
export async function listKnown(db: Db, names: readonly string[]): Promise<Set<string>> {
  const known: string[] = await db('stored_files')
    .whereIn('sha256', [...names])
    .pluck('sha256');
  return new Set(known);
}

/** What a file is evidence of or was issued as, ten of each at most. */
export async function listFileUses(db: Db, sha256: string): Promise<FileUse[]> {
  return [...(await listEvidenceUses(db, sha256)), ...(await listDocumentUses(db, sha256))];
}

async function listDocumentUses(db: Db, sha256: string): Promise<FileUse[]> {
  const rows: { code: string; subject: string; number: string | null }[] = await db('issued_documents')
    .leftJoin('assessments', 'assessments.id', 'issued_documents.assessment_id')
    .where({ 'issued_documents.sha256': sha256 })
    .orderBy('issued_documents.issued_at')
    .limit(10)
    .select('issued_documents.code', 'issued_documents.subject', 'assessments.number');
  return rows.map(({ code, subject, number }) => ({
    // What is about no assessment is named by its code alone.
    assessment: number ?? '',
    reference: code,
    title: code,
    fileName: `${code}.pdf`,
    href: subject.replace(/(?=\?)|$/, '/documents'),
  }));
}

interface UseRow {
  readonly id: string;
  readonly place: number;
  readonly title: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly assessment: string;
  readonly number: string;
}

function usesOf(db: Db) {
  return db('evidence')
    .join('assessments', 'assessments.id', 'evidence.assessment_id')
    .orderBy('assessments.number')
    .orderBy('evidence.place')
    .select('evidence.id', 'evidence.place', 'evidence.title', 'evidence.file_name', 'evidence.sha256', 'number')
    .select('assessments.id as assessment');
}

function toUse({ id, place, title, file_name, assessment, number }: UseRow): FileUse {
  const href = `/assessments/${assessment}/evidence/${id}`;
  return { assessment: number, reference: `E${place}`, title, fileName: file_name, href };
}

async function listEvidenceUses(db: Db, sha256: string): Promise<FileUse[]> {
  const rows: UseRow[] = await usesOf(db).where({ 'evidence.sha256': sha256 }).limit(10);
  return rows.map(toUse);
}

/** What these files are evidence of, by their SHA-256, some hundred pieces at most. */
export async function listUsesOf(db: Db, names: readonly string[]): Promise<Map<string, FileUse[]>> {
  const rows: UseRow[] = await usesOf(db)
    .whereIn('evidence.sha256', [...names])
    .limit(200);
  const uses = new Map<string, FileUse[]>();
  for (const row of rows) uses.set(row.sha256, [...(uses.get(row.sha256) ?? []), toUse(row)]);
  return uses;
}

/**
 * Takes a file off the record when no evidence, no paper of a certification or a complaint, no certificate and no issued document has it; whoever hands in the
 * same content waits until the transaction ends.
 * Returns false when something refers to it, or it is gone.
 */
export async function deleteUnused(trx: Trx, sha256: string): Promise<boolean> {
  const used = trx('evidence').where({ sha256 }).select('sha256');
  const inCases = trx('case_documents').where({ sha256 }).select('sha256');
  const printed = trx('certificate_files').where({ sha256 }).select('sha256');
  const unused = trx('stored_files').where({ sha256 }).whereNotIn('sha256', used).whereNotIn('sha256', inCases);
  const issued = trx('issued_documents').where({ sha256 }).select('sha256');
  const packed = trx('evidence_packages').where({ sha256 }).select('sha256');
  const complained = trx('dispute_files').where({ sha256 }).select('sha256');
  const free = unused
    .whereNotIn('sha256', complained)
    .whereNotIn('sha256', printed)
    .whereNotIn('sha256', issued)
    .whereNotIn('sha256', packed);
  return (await free.delete()) === 1;
}
