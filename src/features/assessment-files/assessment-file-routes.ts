import { Router } from 'express';
import { z } from 'zod';
import { writeAssessment } from '../../catalog/assessment/write-assessment.ts';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { exportName, sendExport } from '../assessment-exports/send-export.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findOptionalAsFound, readResult } from '../results/read-result.ts';
import { readPapers } from './read-papers.ts';

const exportQuery = z.object({ language: z.enum(languages).optional() });

/** An assessment as a file that carries it elsewhere. */
export function assessmentFileRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/exports/yaml', allow('assessment.view'), async (req, res) => {
    const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const language = parse(exportQuery, req.query).language ?? languageOf(res);
    const [{ dossier }, before] = await Promise.all([readResult(deps, assessment), findOptionalAsFound(deps, assessment)]);
    const papers = await readPapers(deps.db, assessment, rights);
    const name = exportName(dossier, assessment.number, language);
    sendExport(res, writeAssessment({ ...dossier, ...(before && { asFound: before.dossier }) }, papers), {
      type: 'application/yaml; charset=utf-8',
      name,
      ending: '.yaml',
    });
  });

  return router;
}
