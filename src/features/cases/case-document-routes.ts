import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse, typedValues } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { leaveNotice } from '../../web/session.ts';
import { sendFile } from '../evidence/evidence-download.ts';
import { receiveUpload, type Upload } from '../evidence/receive-upload.ts';
import { agreementForm, documentsForm } from './case-forms.ts';
import { findDocument } from './case-record-store.ts';
import { addDocuments, recordAgreement, removeDocument } from './case-service.ts';
import { findCase } from './case-store.ts';
import { showCase } from './show-case.ts';

/** The papers of a case, and the agreement with its file. */
export function caseDocumentRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/cases/:id/documents/:documentId', allow('cases.view'), async (req, res) => {
    const { id } = await findCase(deps.db, actorOf(res), idOf(req));
    const { fileName, ...file } = await findDocument(deps.db, id, idOf(req, 'documentId'));
    await sendFile(req, res, deps, { ...file, name: fileName }, false);
  });

  router.post('/cases/:id/documents', allow('cases.apply'), async (req, res) => {
    await findCase(deps.db, actorOf(res), idOf(req));
    await takeUpload(deps, req, res, 'documents', async ({ body, files }) => {
      const { title, paper } = parse(documentsForm, body);
      await addDocuments(deps, actorOf(res), idOf(req), { title, paper }, files);
      leaveNotice(req, message('cases.documentsAdded'));
    });
  });

  router.post('/cases/:id/documents/:documentId/removal', allow('cases.apply'), async (req, res) => {
    await removeDocument(deps, actorOf(res), idOf(req), idOf(req, 'documentId'));
    leaveNotice(req, message('cases.removed'));
    res.redirect(303, `/cases/${idOf(req)}`);
  });

  router.post('/cases/:id/agreement', allow('cases.manage'), async (req, res) => {
    await findCase(deps.db, actorOf(res), idOf(req));
    await takeUpload(deps, req, res, 'agree', async ({ body, files }) => {
      const { files: _, ...input } = parse(agreementForm, body);
      await recordAgreement(deps, actorOf(res), idOf(req), input, files);
      leaveNotice(req, message('cases.done', { step: translatorOf(res)('cases.do.agree') }));
    });
  });

  return router;
}

/** A form with files: what was typed is shown again when it cannot be taken, also when the files are at fault. */
async function takeUpload(
  deps: Deps,
  req: Request,
  res: Response,
  typed: 'documents' | 'agree',
  take: (upload: Upload) => Promise<void>,
): Promise<void> {
  const upload = await receiveUpload(req, deps);
  try {
    if (upload.refusal) throw upload.refusal;
    await take(upload);
    res.redirect(303, `/cases/${idOf(req)}`);
  } catch (error) {
    const statuses = { invalid: 422, too_large: 413 } as const;
    if (!(error instanceof AppError) || !(error.code === 'invalid' || error.code === 'too_large')) throw error;
    const form = { values: typedValues(upload.body), errors: error.fields };
    await showCase(deps, res.status(statuses[error.code]), idOf(req), typed, form);
  } finally {
    await upload.discard();
  }
}
