import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDeps } from '../deps.ts';
import { findOptionalByHash } from '../features/documents/issued-document-store.ts';
import { message, type Translate, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

export interface VerifyDocumentOptions {
  readonly manifest?: string;
  readonly json?: boolean;
}

/** The part of a manifest that a file is compared with, and what is told of it. */
const manifestForm = z.object({
  format: z.literal('assay-document/1'),
  document: z.object({ code: z.string(), title: z.string(), sha256: z.string(), bytes: z.number() }),
  assessment: z.object({ number: z.string().nullable(), organization: z.string() }),
  result: z.object({ score: z.string(), fullMarks: z.string() }),
  issued: z.object({ at: z.string(), by: z.string() }),
});
type ReadManifest = z.output<typeof manifestForm>;

/** Tells whether a file is one that was issued: by its manifest alone, or by the database. Exit code 1 when not. */
export async function verifyDocument(file: string, options: VerifyDocumentOptions, session: Session): Promise<ExitCode> {
  const { output, language } = session;
  const t = translator(language);
  const { sha256, bytes } = await measure(file);
  const manifest = options.manifest ? await readManifest(options.manifest) : await findManifest(sha256, session);
  const genuine = manifest !== null && manifest.document.sha256 === sha256 && manifest.document.bytes === bytes;

  const told = genuine ? manifest : null;
  const lines = options.json ? [JSON.stringify({ genuine, sha256, bytes, manifest: told }, null, 2)] : linesOf(sha256, told, t);
  for (const line of lines) output.out(line);
  return genuine ? exitCodes.fine : exitCodes.problems;
}

function linesOf(sha256: string, manifest: ReadManifest | null, t: Translate): string[] {
  const hash = `${t('verify.hash')}: ${sha256}`;
  if (!manifest) return [t('verify.unknownFile'), hash];
  const { document, assessment, result, issued } = manifest;
  return [
    t('verify.confirmedNote.file'),
    hash,
    `${t('verify.paper')}: ${document.title}`,
    `${t('verify.assessment')}: ${[assessment.number, assessment.organization].filter(Boolean).join(' ')}`,
    `${t('verify.result')}: ${t('verify.score', { score: result.score, full: result.fullMarks })}`,
    `${t('documents.code')}: ${document.code}`,
    `${t('verify.issued')}: ${issued.at} ${issued.by}`,
  ];
}

async function measure(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function readManifest(file: string): Promise<ReadManifest> {
  const refusal = new AppError('invalid', message('verify.cliNoManifest', { file }));
  try {
    const read = manifestForm.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (read.success) return read.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refusal;
}

async function findManifest(sha256: string, session: Session): Promise<ReadManifest | null> {
  const deps = await openDeps(readConfig(session.environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    return (await findOptionalByHash(deps.db, sha256))?.manifest ?? null;
  } finally {
    await deps.db.destroy();
  }
}
