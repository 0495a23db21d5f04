import { Router } from 'express';
import { writeAssessment } from '../../catalog/assessment/write-assessment.ts';
import type { Deps } from '../../deps.ts';
import { translator } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { displayName } from '../evidence/file-name.ts';
import { readResult } from '../results/read-result.ts';

/** The assessment as a file that the command line scores and prints, and that another instance can read. */
export function assessmentFileRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/assessment.yaml', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const { dossier } = await readResult(deps, assessment);
    const words = { number: assessment.number, organization: dossier.organization.name };
    const name = translator(languageOf(res))('results.assessmentFileName', words);
    res.set({
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': dispositionOf('attachment', displayName(`${name.replace(/[/\\]/g, '-')}.yaml`)),
      'Cache-Control': 'private, no-store',
    });
    res.send(writeAssessment(dossier));
  });

  return router;
}
