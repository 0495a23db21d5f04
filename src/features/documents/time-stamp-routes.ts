import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf } from '../../web/forms.ts';
import { actorOf } from '../../web/frame.ts';
import { accessAssessment, accessForChange } from '../assessments/assessment-access.ts';
import { findOptionalAnswer } from '../time-stamps/time-stamp-store.ts';
import { findIssuedDocument } from './issued-document-store.ts';
import { askForTimeStamp } from './time-stamp-task.ts';

/** The stamp of an issued paper, as the authority gave it; one that is missing can be asked for again. */
export function timeStampRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/documents/:documentId/time-stamp.tsr', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const document = await findIssuedDocument(deps.db, assessment.id, idOf(req, 'documentId'));
    const answer = await findOptionalAnswer(deps.db, document.id);
    if (!answer) throw new AppError('not_found', message('error.notFound'));
    res.set({
      'Content-Disposition': dispositionOf('attachment', `${document.code}.tsr`),
      'Cache-Control': 'private, no-store',
    });
    res.type('application/timestamp-reply').send(answer);
  });

  router.post('/assessments/:id/documents/:documentId/time-stamp', allow('assessment.issueDocuments'), async (req, res) => {
    const actor = actorOf(res);
    if (!deps.config.timeAuthority) throw new AppError('conflict', message('timeStamps.notConfigured'));
    const task = await deps.db.transaction(async (trx) => {
      const { id: assessmentId } = await accessForChange(trx, actor, idOf(req), 'issueDocuments');
      const { id: documentId, code, sha256 } = await findIssuedDocument(trx, assessmentId, idOf(req, 'documentId'));
      return askForTimeStamp(trx, actor, { documentId, assessmentId, code, sha256 }, deps.clock());
    });
    res.redirect(303, `/tasks/${task}`);
  });

  return router;
}
