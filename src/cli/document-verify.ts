import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDepsWithoutCriteria } from '../deps.ts';
import { findOptionalByHash } from '../features/documents/issued-document-store.ts';
import { readTimeStamp } from '../features/time-stamps/read-time-stamp.ts';
import type { TimeStamp } from '../features/time-stamps/time-stamp.ts';
import { findOptionalAnswer } from '../features/time-stamps/time-stamp-store.ts';
import type { Language } from '../i18n/language.ts';
import { type Message, message, type Translate, translateMessage, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

export interface VerifyDocumentOptions {
  readonly manifest?: string;
  /** The authority's answer, `.tsr`. */
  readonly timeStamp?: string;
  /** Certificates (PEM) of those who vouch for the authority; as configured when left out. */
  readonly trust?: string;
  readonly json?: boolean;
}

/** The part of a manifest that a file is compared with, and what is told of it. */
const manifestForm = z.object({
  format: z.enum(['assay-document/1', 'assay-document/2']),
  document: z.object({ code: z.string(), title: z.string(), sha256: z.string(), bytes: z.number() }),
  assessment: z.object({ number: z.string().nullable(), organization: z.string() }).optional(),
  criteria: z.object({ id: z.string(), version: z.string() }).optional(),
  result: z.object({ score: z.string(), fullMarks: z.string() }).optional(),
  findings: z.object({ numbers: z.array(z.string()).readonly() }).optional(),
  portfolio: z.object({ day: z.string(), organizations: z.number() }).optional(),
  issued: z.object({ at: z.string(), by: z.string() }),
});
type ReadManifest = z.output<typeof manifestForm>;

/** What stands against a file: the manifest it was issued with, and the answer of a time-stamping authority. */
interface Proof {
  readonly manifest: ReadManifest | null;
  readonly answer: Uint8Array | null;
}

/** What is told at the end; `trouble`: why the time stamp proves nothing. */
interface Verdict {
  readonly sha256: string;
  readonly bytes: number;
  /** null: not one that was issued. */
  readonly manifest: ReadManifest | null;
  readonly timeStamp: TimeStamp | null;
  readonly trouble: Message | null;
}

/**
 * Tells whether a file is one that was issued, by its manifest and time stamp alone or by the database. Exit code 1 when it is not, or
 * when its time stamp proves nothing.
 */
export async function verifyDocument(file: string, options: VerifyDocumentOptions, session: Session): Promise<ExitCode> {
  const { output, language } = session;
  const { sha256, bytes } = await measure(file);
  const kept = options.manifest
    ? { manifest: await readManifest(options.manifest), answer: null }
    : await findProof(sha256, session);
  const answer = options.timeStamp ? await readFile(options.timeStamp) : kept.answer;
  const issued = kept.manifest?.document;
  const manifest = issued?.sha256 === sha256 && issued.bytes === bytes ? kept.manifest : null;
  const verdict = { sha256, bytes, manifest, ...(await judgeStamp(answer, sha256, options, session)) };

  const genuine = verdict.manifest !== null && verdict.trouble === null;
  for (const line of options.json ? [toJson(verdict, genuine, language)] : linesOf(verdict, language)) output.out(line);
  return genuine ? exitCodes.fine : exitCodes.problems;
}

/** A stamp that the database keeps was believed when it came; without trusted certificates it is shown as it is. */
async function judgeStamp(
  answer: Uint8Array | null,
  sha256: string,
  { trust, timeStamp }: VerifyDocumentOptions,
  { environment }: Session,
): Promise<Pick<Verdict, 'timeStamp' | 'trouble'>> {
  if (!answer) return { timeStamp: null, trouble: null };
  const trustFile = trust ?? environment.ASSAY_TIMESTAMP_TRUST;
  if (!trustFile && timeStamp) throw new AppError('invalid', message('timeStamps.trustNeeded'));
  if (!trustFile) return { timeStamp: null, trouble: null };
  try {
    const expected = { sha256, nonce: null, trust: await readFile(trustFile, 'utf8') };
    return { timeStamp: await readTimeStamp(answer, expected), trouble: null };
  } catch (error) {
    if (error instanceof AppError) return { timeStamp: null, trouble: error.text };
    throw error;
  }
}

function toJson({ sha256, bytes, manifest, timeStamp, trouble }: Verdict, genuine: boolean, language: Language): string {
  const told = trouble && translateMessage(trouble, language);
  return JSON.stringify({ genuine, sha256, bytes, manifest, timeStamp, trouble: told }, null, 2);
}

function linesOf({ sha256, manifest, timeStamp, trouble }: Verdict, language: Language): string[] {
  const t = translator(language);
  return [
    t(manifest ? 'verify.confirmedNote.file' : 'verify.unknownFile'),
    `${t('verify.hash')}: ${sha256}`,
    ...(manifest ? factsOf(manifest, t) : []),
    ...(timeStamp
      ? [`${t('timeStamps.title')}: ${t('timeStamps.by', { time: timeStamp.at, authority: timeStamp.authority })}`]
      : []),
    ...(trouble ? [translateMessage(trouble, language)] : []),
  ];
}

function factsOf(manifest: ReadManifest, t: Translate): string[] {
  const { document, assessment, criteria, result, findings, portfolio, issued } = manifest;
  const facts: [string, string | undefined][] = [
    [t('verify.paper'), document.title],
    [t('verify.assessment'), assessment && [assessment.number, assessment.organization].filter(Boolean).join(' ')],
    [t('verify.portfolio'), portfolio && t('verify.portfolioValue', { day: portfolio.day, count: portfolio.organizations })],
    [t('verify.criteria'), criteria && `${criteria.id} ${criteria.version}`],
    [t('verify.findings'), findings?.numbers.join(t('report.listed'))],
    [t('verify.result'), result && t('verify.score', { score: result.score, full: result.fullMarks })],
    [t('documents.code'), document.code],
    [t('verify.issued'), `${issued.at} ${issued.by}`],
  ];
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
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

async function findProof(sha256: string, session: Session): Promise<Proof> {
  const deps = await openDepsWithoutCriteria(readConfig(session.environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    const found = await findOptionalByHash(deps.db, sha256);
    return { manifest: found?.manifest ?? null, answer: found && (await findOptionalAnswer(deps.db, found.id)) };
  } finally {
    await deps.db.destroy();
  }
}
