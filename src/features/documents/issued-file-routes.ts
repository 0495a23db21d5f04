import { type Request, type Response, Router } from 'express';
import type { Db, Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { Deed } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf } from '../../web/forms.ts';
import { actorOf } from '../../web/frame.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { openKept, sendStream } from '../../web/send-stream.ts';
import { displayName } from '../evidence/file-name.ts';
import { findOptionalAnswer } from '../time-stamps/time-stamp-store.ts';
import type { DocumentSubject } from './document-kind.ts';
import { fileNameOf, toFileName } from './file-name-of.ts';
import type { DocumentManifest, IssuedDocument } from './issued-document.ts';
import { findIssuedDocument, findManifestText } from './issued-document-store.ts';
import { askForTimeStamp } from './time-stamp-task.ts';

/** Where the documents about one kind of thing stand. */
export interface Shelf {
  /** `/portfolio/documents`; may have parameters. */
  readonly path: string;
  readonly see: Deed;
  readonly issue: Deed;
  /** What the request is about. Throws `not_found` also when it is not theirs to see. */
  readonly subjectOf: (db: Db, req: Request, res: Response) => Promise<DocumentSubject>;
  /** Throws `not_found` when this one is not theirs to see; left out: `see` says enough. */
  readonly checkSight?: (db: Db, res: Response, subject: DocumentSubject, document: IssuedDocument) => Promise<void>;
  /** Throws when they may not have this one stamped now; left out: `issue` says enough. */
  readonly checkChange?: (trx: Trx, res: Response, subject: DocumentSubject, document: IssuedDocument) => Promise<void>;
}

/** An issued document as it was handed out: its bytes, its manifest, its time stamp; one without a stamp can be stamped. */
export function issuedFileRoutes(deps: Deps, shelf: Shelf): Router {
  const router = Router();
  const one = `${shelf.path}/:documentId`;

  router.get(`${one}/file.pdf`, allow(shelf.see), async (req, res) => {
    const { document, manifest } = await find(deps, shelf, req, res);
    const name = nameOf(document, JSON.parse(manifest));
    const bytes = await openKept(deps.files, { sha256: document.sha256, name });
    setPdfHead(res, displayName(name));
    res.set({ 'Content-Length': String(document.size), ETag: `"${document.sha256}"` });
    await sendStream(bytes, res);
  });

  router.get(`${one}/manifest.json`, allow(shelf.see), async (req, res) => {
    const { document, manifest } = await find(deps, shelf, req, res);
    setFileHead(res, `${document.code}.manifest.json`);
    res.type('application/json').send(manifest);
  });

  router.get(`${one}/time-stamp.tsr`, allow(shelf.see), async (req, res) => {
    const { document } = await find(deps, shelf, req, res);
    const answer = await findOptionalAnswer(deps.db, document.id);
    if (!answer) throw new AppError('not_found', message('error.notFound'));
    setFileHead(res, `${document.code}.tsr`);
    res.type('application/timestamp-reply').send(answer);
  });

  router.post(`${one}/time-stamp`, allow(shelf.issue), async (req, res) => {
    const actor = actorOf(res);
    if (!deps.config.timeAuthority) throw new AppError('conflict', message('timeStamps.notConfigured'));
    const task = await deps.db.transaction(async (trx) => {
      const subject = await shelf.subjectOf(trx, req, res);
      const document = await findIssuedDocument(trx, subject, idOf(req, 'documentId'));
      await shelf.checkChange?.(trx, res, subject, document);
      const { id: documentId, code, sha256 } = document;
      return askForTimeStamp(trx, actor, { documentId, subject, code, sha256 }, deps.clock());
    });
    res.redirect(303, `/tasks/${task}`);
  });

  return router;
}

async function find({ db }: Deps, { subjectOf, checkSight }: Shelf, req: Request, res: Response) {
  const subject = await subjectOf(db, req, res);
  const document = await findIssuedDocument(db, subject, idOf(req, 'documentId'));
  await checkSight?.(db, res, subject, document);
  return { document, manifest: await findManifestText(db, document.id) };
}

function nameOf(document: IssuedDocument, { assessment, document: { title } }: DocumentManifest): string {
  if (!assessment) return toFileName(title);
  return fileNameOf({ ...document, number: assessment.number ?? '', organization: assessment.organization });
}

function setFileHead(res: Response, name: string): void {
  res.set({ 'Content-Disposition': dispositionOf('attachment', name), 'Cache-Control': 'private, no-store' });
}
