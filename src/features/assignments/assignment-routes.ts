import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { readDuties } from '../rating-duties/duty-store.ts';
import { listWhoRated } from '../ratings/independent-store.ts';
import { readRatings } from '../ratings/rating-store.ts';
import { assignmentForm } from './assignment-forms.ts';
import { countReadyToOpen, toProgress, toSections } from './assignment-pages.ts';
import { assignClauses, mayBeCharged, openSubmitted } from './assignment-service.ts';

/** Who rates what, and what is rated independently. */
export function assignmentRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/assignments', allow('assessment.compareRaters'), (req, res) =>
    showAssignments(deps, res, idOf(req), emptyForm),
  );

  router.post('/assessments/:id/assignments', allow('assessment.assign'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const { changed, left } = await assignClauses(deps, actorOf(res), id, parse(assignmentForm, req.body));
        leaveNotice(
          req,
          left === 0 ? message('assignments.done', { changed }) : message('assignments.doneExcept', { changed, left }),
        );
        res.redirect(303, `/assessments/${id}/assignments`);
      },
      (form) => showAssignments(deps, res.status(422), id, form),
    );
  });

  router.post('/assessments/:id/assignments/opening', allow('assessment.assign'), async (req, res) => {
    const id = idOf(req);
    const count = await openSubmitted(deps, actorOf(res), id);
    leaveNotice(req, message('assignments.opened', { count }));
    res.redirect(303, `/assessments/${id}/reconciliation`);
  });

  return router;
}

async function showAssignments(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const { db } = deps;
  const { assessment, rights } = await accessAssessment(db, actorOf(res), id, 'compareRaters');
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const organization = await findOrganization(db, assessment.organizationId);
  const duties = await readDuties(db, id);
  const source = {
    criteria,
    duties,
    ratings: await readRatings(db, id),
    ratedBy: new Set((await listWhoRated(db, id)).map(({ userId, clauseId }) => `${userId} ${clauseId}`)),
    team: (await listMembers(db, id)).filter(({ teamRole }) => mayBeCharged(teamRole)),
  };

  renderPage(res, 'assignments/assignments', {
    title: `${translatorOf(res)('assignments.title')} ${assessment.number}`,
    layout: 'wide',
    assessment: { id, number: assessment.number },
    organizationName: organization.name,
    people: toProgress(source),
    sections: toSections(source, languageOf(res)),
    mayAssign: rights.assign,
    readyToOpen: rights.assign ? countReadyToOpen(duties) : 0,
    form,
  });
}
