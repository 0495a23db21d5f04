import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import manifest from '../../../package.json' with { type: 'json' };
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { ReceivedFile } from '../../storage/file-store.ts';
import { findAccount } from '../accounts/account-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { keepUsedBrand, readPaperBrand } from '../branding/brand-store.ts';
import { codePointNames } from '../reports/missing-characters.ts';
import { type DocumentLook, type IssueMark, languagesOf } from '../reports/paper.ts';
import type { WrittenPaper } from '../reports/paper-work.ts';
import type { KeepOutcome, TaskHandle, TaskKind } from '../tasks/task.ts';
import { documentsPath, keyOf, subjectOf } from './document-kind.ts';
import { toManifest } from './document-manifest.ts';
import { entryOf, type IssueTaskInput, issueKind } from './document-service.ts';
import { type DocumentManifest, toCode } from './issued-document.ts';
import { insertIssuedDocument } from './issued-document-store.ts';
import { type Prepared, prepareDocument } from './prepare-document.ts';
import { askForTimeStamp } from './time-stamp-task.ts';

/** Bytes that a paper may have. */
const largest = 500 * 1024 * 1024;

/** Issuing a document: written in a thread, its bytes put into the store, then on record together with the end of the task. */
export const issueTask: TaskKind = { kind: issueKind, run: issueDocument };

async function issueDocument(deps: Deps, handle: TaskHandle): Promise<KeepOutcome> {
  const input = handle.task.input as IssueTaskInput;
  const { kind, language, acceptMissing, copy, compact } = input;
  const subject = subjectOf(input);
  const { askedBy } = handle.task;
  if (askedBy === null) throw new Error('Nobody asked for this document.');
  handle.tell(0, message('documents.reading'));
  const prepared = await prepareDocument(deps, subject, kind);
  if (!prepared) throw new AppError('conflict', message('documents.notOffered'));
  const issue = { ...(await newMark(deps, askedBy)), copy, compact };
  const brand = await readPaperBrand(deps.db);
  const look = { language, brand, issue };

  const written = await write(deps, prepared, look, handle);
  if (written.missing.length > 0 && !acceptMissing) throw refusalOf(written);
  handle.tell(0.95, message('documents.storing'));
  const stored = await store(deps, written);
  const title = languagesOf(language).map(prepared.titleIn).join(' · ');
  const made = { kind, look, about: prepared.about(), title, sha256: stored.sha256, bytes: stored.size, pages: written.pages };
  const facts = toManifest({ ...made, version: manifest.version });

  return async (trx, at) => {
    const brandHash = brand && (await keepUsedBrand(trx, brand));
    const id = randomUUID();
    await insertIssuedDocument(trx, { id, subject, issuedBy: askedBy, manifest: facts, brandHash });
    const toStamp = { documentId: id, subject, code: issue.code, sha256: stored.sha256 };
    if (deps.config.timeAuthority) await askForTimeStamp(trx, null, toStamp, at);
    await recordAuditEntry(trx, {
      at,
      actor: { id: askedBy, origin: null },
      deed: 'document.issued',
      ...entryOf(subject),
      details: { after: { paper: kind, language, code: issue.code, sha256: stored.sha256 } },
    });
    const assessmentId = subject.of === 'assessment' ? subject.id : null;
    return { text: readyText(facts), href: documentsPath(keyOf(subject)), assessmentId };
  };
}

function readyText({ document: { code, kind }, assessment }: DocumentManifest): Message {
  if (kind === 'booklet' || kind === 'portfolio') return message(`documents.ready.${kind}`, { code });
  return message('documents.ready', { number: assessment?.number ?? '', code });
}

async function newMark({ db, clock, config }: Deps, userId: string): Promise<IssueMark> {
  const code = toCode(randomBytes(12));
  const { name: by } = await findAccount(db, userId);
  return { code, address: `${config.address}/verify/${code}`, at: clock().toISOString(), by };
}

function write(deps: Deps, prepared: Prepared, look: DocumentLook, { signal, tell }: TaskHandle): Promise<WrittenPaper> {
  return prepared.write(deps, look, {
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
