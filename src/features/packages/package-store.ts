import type { Db, Trx } from '../../db/db.ts';
import type { Language } from '../../i18n/language.ts';
import { isLanguage } from '../../i18n/language.ts';

/** The package of an assessment as it was made last. */
export interface EvidencePackage {
  readonly sha256: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** How many files are in it. */
  readonly files: number;
  readonly language: Language;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface NewPackage {
  readonly assessmentId: string;
  readonly sha256: string;
  readonly size: number;
  readonly files: number;
  readonly language: Language;
  readonly madeBy: string;
}

/** Takes the place of the one that was made before; its bytes go when files that nothing uses are cleaned up. */
export async function replacePackage(trx: Trx, made: NewPackage, at: Date): Promise<void> {
  const now = at.toISOString();
  const file = { sha256: made.sha256, size: made.size, media_type: 'application/zip', created_at: now };
  await trx('stored_files').insert(file).onConflict('sha256').merge(['sha256']);
  await trx('evidence_packages').where({ assessment_id: made.assessmentId }).delete();
  await trx('evidence_packages').insert({
    assessment_id: made.assessmentId,
    sha256: made.sha256,
    files: made.files,
    language: made.language,
    made_by: made.madeBy,
    made_at: now,
  });
}

export async function findOptionalPackage(db: Db, assessmentId: string): Promise<EvidencePackage | null> {
  const row:
    | { sha256: string; size: number | string; files: number; language: string; name: string; made_at: string }
    | undefined = await db('evidence_packages')
    .join('stored_files', 'stored_files.sha256', 'evidence_packages.sha256')
    .join('users', 'users.id', 'evidence_packages.made_by')
    .where({ 'evidence_packages.assessment_id': assessmentId })
    .first('evidence_packages.*', 'stored_files.size', 'users.name');
  if (!row) return null;
  const language = isLanguage(row.language) ? row.language : 'zh-CN';
  return { sha256: row.sha256, size: Number(row.size), files: row.files, language, madeBy: row.name, madeAt: row.made_at };
}

/** Hashes of files of evidence that nobody may have: the virus scanner has not seen them yet, or found something. */
export async function listWithheldFiles(db: Db, assessmentId: string): Promise<ReadonlySet<string>> {
  const withheld: string[] = await db('evidence')
    .join('stored_files', 'stored_files.sha256', 'evidence.sha256')
    .where({ 'evidence.assessment_id': assessmentId })
    .whereIn('stored_files.scan', ['waiting', 'infected'])
    .pluck('evidence.sha256');
  return new Set(withheld);
}
