import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { asFoundOf } from '../../model/result-of.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { exportForms, openExports } from '../assessment-exports/export-forms.ts';
import { exportName, sendExport } from '../assessment-exports/send-export.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { openQueue } from '../reports/render-queue.ts';
import { reportOrder } from '../reports/report.ts';
import { writeInThread } from '../reports/write-paper.ts';
import { findReceived, findReceivedContent } from './received-store.ts';

const languageQuery = z.object({ language: z.enum(languages).optional() });
const formField = z.enum(exportForms);

/** Report and other forms of an assessment that came as a file, and that file itself. */
export function receivedFileRoutes(deps: Deps): Router {
  const router = Router();
  const kinds = openExports(deps);
  const inTurn = openQueue(1, 10);

  router.get('/received-assessments/:id/report.pdf', allow('received.manage'), async (req, res) => {
    const { scored, number } = await findReceived(deps.db, idOf(req));
    const language = parse(languageQuery, req.query).language ?? languageOf(res);
    const brand = await readPaperBrand(deps.db);
    const { bytes } = await inTurn(() => writeInThread(deps, reportOrder(scored, language, asFoundOf(scored.dossier), brand)));
    setPdfHead(res, displayName(`${exportName(scored.dossier, number ?? '', language)}.pdf`));
    res.end(bytes);
  });

  router.get('/received-assessments/:id/exports/yaml', allow('received.manage'), async (req, res) => {
    const { scored, number } = await findReceived(deps.db, idOf(req));
    const content = await findReceivedContent(deps.db, idOf(req));
    const name = exportName(scored.dossier, number ?? '', languageOf(res));
    sendExport(res, content, { type: 'application/yaml; charset=utf-8', name, ending: '.yaml' });
  });

  router.get('/received-assessments/:id/exports/:form', allow('received.manage'), async (req, res) => {
    const { scored, number } = await findReceived(deps.db, idOf(req));
    const form = formField.safeParse(req.params.form);
    if (!form.success) throw new AppError('not_found', message('error.notFound'));
    const language = parse(languageQuery, req.query).language ?? languageOf(res);
    const { type, ending, write } = kinds[form.data];
    sendExport(res, await write(scored, language), { type, name: exportName(scored.dossier, number ?? '', language), ending });
  });

  return router;
}
