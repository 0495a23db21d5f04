import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { UploadedFile } from '../evidence/accept-file.ts';
import { insertStoredFiles, toStoredFile } from '../evidence/stored-file-store.ts';

/** A file that was handed in with an appeal or a complaint. */
export interface DisputeFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Files that one appeal or complaint may bring, and bytes that each may have. */
export const mostDisputeFiles = 5;
export const largestDisputeFile = 10 * 1024 * 1024;

function filesOf(db: Db, disputeId: string) {
  return db('dispute_files')
    .join('stored_files', 'stored_files.sha256', 'dispute_files.sha256')
    .where({ dispute_id: disputeId })
    .orderBy(['dispute_files.added_at', 'dispute_files.id'])
    .limit(mostDisputeFiles)
    .select(
      'dispute_files.id',
      'dispute_files.file_name',
      'dispute_files.sha256',
      'stored_files.media_type',
      'stored_files.size',
    );
}

export async function listDisputeFiles(db: Db, disputeId: string): Promise<DisputeFile[]> {
  const rows = await filesOf(db, disputeId);
  return rows.map((row) => ({
    id: row.id,
    name: row.file_name,
    sha256: row.sha256,
    mediaType: row.media_type,
    size: Number(row.size),
  }));
}

/** Throws `not_found` also when it belongs to another one. */
export async function findDisputeFile(db: Db, disputeId: string, id: string): Promise<DisputeFile> {
  const file = (await listDisputeFiles(db, disputeId)).find((one) => one.id === id);
  if (!file) throw new AppError('not_found', message('error.notFound'));
  return file;
}

/** Keeps what has arrived. */
export async function keepDisputeFiles(trx: Trx, disputeId: string, files: readonly UploadedFile[], at: Date): Promise<void> {
  if (files.length === 0) return;
  await insertStoredFiles(trx, files.map(toStoredFile), at.toISOString());
  const rows = files.map(({ name, received }) => ({
    id: randomUUID(),
    dispute_id: disputeId,
    sha256: received.sha256,
    file_name: name,
    added_at: at.toISOString(),
  }));
  await trx('dispute_files').insert(rows);
  await Promise.all(files.map(({ received }) => received.keep()));
}
