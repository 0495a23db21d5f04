import type { Db, Trx } from '../../db/db.ts';
import type { CertificateLanguage } from './certificate-paper.ts';

/** A signed file as it was handed out. */
export interface CertificateFile {
  readonly certificateId: string;
  readonly edition: number;
  readonly language: CertificateLanguage;
  readonly sha256: string;
  /** Whose key, and the SHA-256 of its certificate. */
  readonly signer: { readonly subject: string; readonly fingerprint: string };
  readonly trial: boolean;
  readonly signedAt: string;
  /** What it was printed with, in `used_brands`; null: signed before that was kept. */
  readonly lookHash: string | null;
}

interface FileRow {
  readonly certificate_id: string;
  readonly edition: number;
  readonly language: string;
  readonly sha256: string;
  readonly signer: string;
  readonly trial: boolean | number;
  readonly signed_at: string;
  readonly look_sha256: string | null;
}

export async function insertCertificateFile(trx: Trx, file: CertificateFile & { readonly size: number }): Promise<void> {
  const { sha256, size, signedAt } = file;
  await trx('stored_files')
    .insert({ sha256, size, media_type: 'application/pdf', created_at: signedAt })
    .onConflict('sha256')
    .merge(['sha256']);
  await trx('certificate_files').insert({
    certificate_id: file.certificateId,
    edition: file.edition,
    language: file.language,
    sha256,
    signer: JSON.stringify(file.signer),
    trial: file.trial,
    signed_at: signedAt,
    look_sha256: file.lookHash,
  });
}

/** Of one certificate, the newest edition first. */
export async function listCertificateFiles(db: Db, certificateId: string): Promise<CertificateFile[]> {
  const rows: FileRow[] = await db('certificate_files')
    .where({ certificate_id: certificateId })
    .orderBy([
      { column: 'edition', order: 'desc' },
      { column: 'language', order: 'desc' },
    ])
    .limit(300);
  return rows.map(toFile);
}

export async function findOptionalFileByHash(db: Db, sha256: string): Promise<CertificateFile | null> {
  const row: FileRow | undefined = await db('certificate_files').where({ sha256 }).first();
  return row ? toFile(row) : null;
}

/** Whether something was ever signed with that key. */
export async function isKnownSigner(db: Db, fingerprint: string): Promise<boolean> {
  const row = await db('certificate_files').where('signer', 'like', `%"${fingerprint}"%`).first('sha256');
  return row !== undefined;
}

/** Ids of certificates whose newest edition is not signed yet, the oldest first. */
export async function listWaitingIds(db: Db, most: number): Promise<string[]> {
  return db('certificates')
    .leftJoin('certificate_files', (join) => {
      join.on('certificate_files.certificate_id', 'certificates.id').andOn('certificate_files.edition', 'certificates.edition');
    })
    .whereNull('certificate_files.sha256')
    .orderBy('certificates.created_at')
    .limit(most)
    .pluck('certificates.id');
}

export async function countWaiting(db: Db): Promise<number> {
  return (await listWaitingIds(db, 1000)).length;
}

function toFile(row: FileRow): CertificateFile {
  return {
    certificateId: row.certificate_id,
    edition: row.edition,
    language: row.language === 'both' || row.language === 'en' ? row.language : 'zh-CN',
    sha256: row.sha256,
    signer: JSON.parse(row.signer),
    trial: Boolean(row.trial),
    signedAt: row.signed_at,
    lookHash: row.look_sha256,
  };
}
