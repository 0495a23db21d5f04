import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { readResult } from '../results/read-result.ts';
import { exportForms, openExports } from './export-forms.ts';
import { exportName, sendExport } from './send-export.ts';

const exportQuery = z.object({ language: z.enum(languages).optional() });
const formField = z.enum(exportForms);

/** The result of an assessment in forms that other programs read. */
export function exportRoutes(deps: Deps): Router {
  const router = Router();
  const kinds = openExports(deps);

  router.get('/assessments/:id/exports/:form', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const form = formField.safeParse(req.params.form);
    if (!form.success) throw new AppError('not_found', message('error.notFound'));
    const language = parse(exportQuery, req.query).language ?? languageOf(res);
    const { type, ending, write } = kinds[form.data];
    const scored = await readResult(deps, assessment);
    const content = await write(scored, language);
    sendExport(res, content, { type, name: exportName(scored.dossier, assessment.number, language), ending });
  });

  return router;
}
