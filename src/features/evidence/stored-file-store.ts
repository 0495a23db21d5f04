import type { Trx } from '../../db/db.ts';
import type { UploadedFile } from './accept-file.ts';

export interface NewStoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly encrypted: boolean;
  /** null: there is no scanner. */
  readonly scan: 'waiting' | null;
}

export function toStoredFile({ received: { sha256, size }, mediaType, encrypted, awaitsScan }: UploadedFile): NewStoredFile {
  return { sha256, size, mediaType, encrypted, scan: awaitsScan ? 'waiting' : null };
}

/**
 * Content that is known already keeps its row; the row is held till the end of the transaction, so that a clean-up cannot
 * remove it meanwhile.
 */
export async function insertStoredFiles(trx: Trx, files: readonly NewStoredFile[], at: string): Promise<void> {
  const byContent = new Map(files.map((file) => [file.sha256, file]));
  // In one order everywhere, so that two uploads of the same files cannot wait for each other.
  const rows = [...byContent.values()]
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
    .map(({ mediaType, ...file }) => ({ ...file, media_type: mediaType, created_at: at }));
  if (rows.length > 0) await trx('stored_files').insert(rows).onConflict('sha256').merge(['sha256']);
}
