import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { allow } from '../../web/allow.ts';
import { idOf } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { listEvidence } from '../evidence/evidence-store.ts';
import { findOptionalAsFound, readResult } from './read-result.ts';
import { toResultPage } from './result-page.ts';
import { stepRoutes } from './step-routes.ts';

/** The steps of an assessment, and its result. */
export function resultRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/result', allow('assessment.view'), async (req, res) => {
    await showResult(deps, res, idOf(req));
  });
  router.use(stepRoutes(deps));

  return router;
}

async function showResult(deps: Deps, res: Response, id: string): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  const scored = await readResult(deps, assessment);
  const asFound = await findOptionalAsFound(deps, assessment);
  const evidence = await listEvidence(deps.db, id);
  const evidenceLinks = new Map(evidence.map((one) => [one.reference, `/assessments/${id}/evidence/${one.id}`]));
  renderPage(res, 'results/show', toResultPage({ assessment, scored, asFound, rights, evidenceLinks }, languageOf(res)));
}
