import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { ratedClauses } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderFragment, renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { withoutSealedNotes } from '../rating-duties/sealed-note-store.ts';
import { clauseEvidencePage } from './clause-evidence.ts';
import { evidenceAddRoutes } from './evidence-add-routes.ts';
import { sendFile } from './evidence-download.ts';
import { changeForm, evidenceListQuery } from './evidence-forms.ts';
import { showEvidenceList } from './evidence-list.ts';
import { clauseGroups, filledForm, kindOptions, toEvidenceLine } from './evidence-pages.ts';
import { changeEvidence, removeEvidence } from './evidence-service.ts';
import { findEvidence } from './evidence-store.ts';

/** Evidence of assessments: the list, single pieces, their files, and the piece that the workbench shows. */
export function evidenceRoutes(deps: Deps): Router {
  const router = Router();
  router.use(evidenceAddRoutes(deps), readRoutes(deps), changeRoutes(deps));
  return router;
}

function readRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/evidence', allow('assessment.view'), async (req, res) => {
    await showEvidenceList(deps, res, idOf(req), parse(evidenceListQuery, req.query), null);
  });

  router.get('/assessments/:id/evidence/:evidenceId', allow('assessment.view'), (req, res) => showEvidence(deps, req, res, null));

  router.get('/assessments/:id/evidence/:evidenceId/file', allow('assessment.view'), async (req, res) => {
    await accessAssessment(deps.db, actorOf(res), idOf(req));
    const { file } = await findEvidence(deps.db, idOf(req), idOf(req, 'evidenceId'));
    if (!file) throw new AppError('not_found', message('error.notFound'));
    await sendFile(req, res, deps.files, file, req.query.view !== undefined);
  });

  router.get('/assessments/:id/clauses/:clauseId/evidence', allow('assessment.view'), async (req, res) => {
    const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
    const clause = ratedClauses(criteria).find(({ id }) => id === req.params.clauseId);
    if (!clause) throw new AppError('not_found', message('error.notFound'));
    const language = languageOf(res);
    const limit = deps.config.uploadLimit;
    const evidence = await clauseEvidencePage(deps.db, assessment.id, clause, criteria, rights, language, limit);
    renderFragment(res, 'evidence/clause-evidence', { evidence });
  });

  return router;
}

function changeRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/assessments/:id/evidence/:evidenceId', allow('assessment.rate'), async (req, res) => {
    const place = placeOf(req);
    await submitForm(
      req,
      async () => {
        await changeEvidence(deps, actorOf(res), place, parse(changeForm, req.body));
        leaveNotice(req, message('evidence.saved'));
        res.redirect(303, `/assessments/${place.assessmentId}/evidence/${place.evidenceId}`);
      },
      (form) => showEvidence(deps, req, res.status(422), form),
    );
  });

  router.post('/assessments/:id/evidence/:evidenceId/removal', allow('assessment.rate'), async (req, res) => {
    const place = placeOf(req);
    const reference = await removeEvidence(deps, actorOf(res), place);
    leaveNotice(req, message('evidence.removed', { reference }));
    res.redirect(303, `/assessments/${place.assessmentId}/evidence`);
  });

  return router;
}

function placeOf(req: Request): { assessmentId: string; evidenceId: string } {
  return { assessmentId: idOf(req), evidenceId: idOf(req, 'evidenceId') };
}

/** With `form` null as it stands. */
async function showEvidence(deps: Deps, req: Request, res: Response, form: FormState | null): Promise<void> {
  const { assessmentId, evidenceId } = placeOf(req);
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), assessmentId);
  const stored = await findEvidence(deps.db, assessmentId, evidenceId);
  const [evidence = stored] = await withoutSealedNotes(deps.db, assessmentId, actorOf(res).id, [stored]);
  const sealed = evidence.note !== stored.note;
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  renderPage(res, 'evidence/show', {
    title: `${evidence.reference} ${evidence.title}`,
    assessment: { id: assessment.id, number: assessment.number },
    evidence: toEvidenceLine(evidence, assessmentId, criteria, language),
    // Whoever cannot read the note yet would overwrite it.
    mayChange: rights.rate && !sealed,
    form: form ?? (rights.rate ? filledForm(evidence) : emptyForm),
    kinds: kindOptions(),
    groups: clauseGroups(criteria, language),
  });
}
