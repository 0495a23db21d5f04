import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { findClause } from '../../model/clause-name.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf } from '../../web/forms.ts';
import { actorOf } from '../../web/frame.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { listPresences } from '../rating-duties/presence-store.ts';
import { submitRatings, takeBackSubmission } from '../ratings/submission-service.ts';
import { namesByClause } from './open-workbench.ts';
import { notePresence } from './presence.ts';

/** What several who rate together do beside rating: submit, take back, and see who is where. */
export function clauseTeamRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/assessments/:id/clauses/:clauseId/submission', allow('assessment.rate'), async (req, res) => {
    await answer(req, res, async () => {
      const { submitted, left } = await submitRatings(deps, actorOf(res), idOf(req), String(req.params.clauseId));
      return left === 0 ? message('ratings.submitted', { submitted }) : message('ratings.submittedLeft', { submitted, left });
    });
  });

  router.post('/assessments/:id/clauses/:clauseId/submission/removal', allow('assessment.rate'), async (req, res) => {
    await answer(req, res, async () => {
      await takeBackSubmission(deps, actorOf(res), idOf(req), String(req.params.clauseId));
      return message('ratings.takenBack');
    });
  });

  // The script says every half minute where its reader is, and hears where the others are.
  router.post('/assessments/:id/clauses/:clauseId/presence', allow('assessment.rate'), async (req, res) => {
    const actor = actorOf(res);
    const { assessment } = await accessAssessment(deps.db, actor, idOf(req), 'rate');
    const clause = findClause(await findCriteriaCopy(deps, assessment.criteriaHash), String(req.params.clauseId));
    if (!clause) throw new AppError('not_found', message('error.notFound'));
    await notePresence(deps, actor, assessment.id, clause.id);
    const all = await listPresences(deps.db, assessment.id, deps.clock());
    res.json({ here: namesByClause(all.filter(({ userId }) => userId !== actor.id)) });
  });

  return router;
}

/** Back to the clause with what was done, or with why it was not. */
async function answer(req: Request, res: Response, deed: () => Promise<ReturnType<typeof message>>): Promise<void> {
  try {
    leaveNotice(req, await deed());
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    leaveNotice(req, error.text);
  }
  res.redirect(303, `/assessments/${idOf(req)}/clauses/${String(req.params.clauseId)}`);
}
