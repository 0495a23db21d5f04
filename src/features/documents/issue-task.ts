import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import manifest from '../../../package.json' with { type: 'json' };
import type { Deps } from '../../deps.ts';
import { message, translator } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { ReceivedFile } from '../../storage/file-store.ts';
import { findAccount } from '../accounts/account-store.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { keepUsedBrand, readPaperBrand } from '../branding/brand-store.ts';
import { codePointNames } from '../reports/missing-characters.ts';
import { type IssueMark, languagesOf, type PaperOrder } from '../reports/paper.ts';
import type { WrittenPaper } from '../reports/paper-work.ts';
import { writeInThread } from '../reports/write-paper.ts';
import type { KeepOutcome, TaskHandle, TaskKind } from '../tasks/task.ts';
import { toManifest } from './document-manifest.ts';
import { type IssueTaskInput, issueKind } from './document-service.ts';
import { toCode } from './issued-document.ts';
import { insertIssuedDocument } from './issued-document-store.ts';
import { readPaperSource } from './read-paper-source.ts';
import { askForTimeStamp } from './time-stamp-task.ts';

/** Bytes that a paper may have. */
const largest = 500 * 1024 * 1024;

/** Issuing a paper: written in a thread, its bytes put into the store, then on record together with the end of the task. */
export const issueTask: TaskKind = { kind: issueKind, run: issueDocument };

async function issueDocument(deps: Deps, handle: TaskHandle): Promise<KeepOutcome> {
  const { assessmentId, kind, language, acceptMissing, copy, compact } = handle.task.input as IssueTaskInput;
  const { askedBy } = handle.task;
  if (askedBy === null) throw new Error('Nobody asked for this document.');
  handle.tell(0, message('documents.reading'));
  const assessment = await findAssessment(deps.db, assessmentId);
  const source = await readPaperSource(deps, assessment);
  const issue = { ...(await newMark(deps, askedBy)), copy, compact };
  const brand = await readPaperBrand(deps.db);
  const order: PaperOrder = { paper: kind, language, source, brand, issue };

  const written = await write(deps, order, handle);
  if (written.missing.length > 0 && !acceptMissing) throw refusalOf(written);
  handle.tell(0.95, message('documents.storing'));
  const stored = await store(deps, written);
  const made = { order, issue, title: titleOf(order), sha256: stored.sha256, bytes: stored.size, pages: written.pages };
  const facts = toManifest({ ...made, criteriaHash: assessment.criteriaHash, version: manifest.version });

  return async (trx, at) => {
    const brandHash = brand && (await keepUsedBrand(trx, brand));
    const id = randomUUID();
    await insertIssuedDocument(trx, { id, assessmentId, issuedBy: askedBy, manifest: facts, brandHash });
    const toStamp = { documentId: id, assessmentId, code: issue.code, sha256: stored.sha256 };
    if (deps.config.timeAuthority) await askForTimeStamp(trx, null, toStamp, at);
    await recordAuditEntry(trx, {
      at,
      actor: { id: askedBy, origin: null },
      deed: 'document.issued',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { after: { paper: kind, language, code: issue.code, sha256: stored.sha256 } },
    });
    const text = message('documents.ready', { number: assessment.number, code: issue.code });
    return { text, href: `/assessments/${assessmentId}/documents`, assessmentId };
  };
}

async function newMark({ db, clock, config }: Deps, userId: string): Promise<IssueMark> {
  const code = toCode(randomBytes(12));
  const { name: by } = await findAccount(db, userId);
  return { code, address: `${config.address}/verify/${code}`, at: clock().toISOString(), by };
}

function write(deps: Deps, order: PaperOrder, { signal, tell }: TaskHandle): Promise<WrittenPaper> {
  return writeInThread(deps, order, {
    signal,
    onNews: ({ share, chapter, chapters }) => tell(0.05 + 0.85 * share, message('documents.writing', { chapter, chapters })),
  });
}

function refusalOf({ missing }: WrittenPaper): AppError {
  const characters = missing.slice(0, 20).map((text) => `${text} (${codePointNames(text)})`);
  return new AppError('conflict', message('documents.missing', { characters: characters.join(' '), count: missing.length }));
}

async function store({ files }: Deps, { bytes }: WrittenPaper): Promise<ReceivedFile> {
  const received = await files.receive(Readable.from([Buffer.from(bytes)]), largest);
  await received.keep();
  return received;
}

function titleOf({ paper, language, source }: PaperOrder): string {
  const organization = source.dossier.organization.name;
  return languagesOf(language)
    .map((one) => translator(one)('paper.documentTitle', { organization, paper: translator(one)(`paper.${paper}`) }))
    .join(' · ');
}
