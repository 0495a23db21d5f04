import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { ratedClauses } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderFragment } from '../../web/pages.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { clauseEvidencePage } from './clause-evidence.ts';
import { accessEvidence } from './evidence-access.ts';
import { evidenceAddRoutes } from './evidence-add-routes.ts';
import { sendFile } from './evidence-download.ts';
import { evidenceListQuery } from './evidence-forms.ts';
import { showEvidenceList } from './evidence-list.ts';
import { evidencePieceRoutes } from './evidence-piece-routes.ts';
import { findEvidence } from './evidence-store.ts';
import { reuseRoutes } from './reuse-routes.ts';

/** Evidence of assessments: the list, single pieces, their files, and the piece that the workbench shows. */
export function evidenceRoutes(deps: Deps): Router {
  const router = Router();
  router.use(evidenceAddRoutes(deps), reuseRoutes(deps), readRoutes(deps), evidencePieceRoutes(deps));
  return router;
}

function readRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/evidence', allow('assessment.seeEvidence'), async (req, res) => {
    await showEvidenceList(deps, res, idOf(req), parse(evidenceListQuery, req.query), null);
  });

  router.get('/assessments/:id/evidence/:evidenceId/file', allow('assessment.seeEvidence'), async (req, res) => {
    const { scope } = await accessEvidence(deps.db, actorOf(res), idOf(req));
    const { file } = await findEvidence(deps.db, idOf(req), idOf(req, 'evidenceId'), scope);
    if (!file) throw new AppError('not_found', message('error.notFound'));
    await sendFile(req, res, deps, file, req.query.view !== undefined);
  });

  router.get('/assessments/:id/clauses/:clauseId/evidence', allow('assessment.view'), async (req, res) => {
    const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
    const clause = ratedClauses(criteria).find(({ id }) => id === req.params.clauseId);
    if (!clause) throw new AppError('not_found', message('error.notFound'));
    const limit = deps.config.uploadLimit;
    const evidence = await clauseEvidencePage(deps.db, assessment, clause, criteria, rights, languageOf(res), limit);
    renderFragment(res, 'evidence/clause-evidence', { evidence });
  });

  return router;
}
