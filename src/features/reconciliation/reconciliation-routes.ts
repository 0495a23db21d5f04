import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { freeClause } from '../../model/clause-duties.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { readDuties } from '../rating-duties/duty-store.ts';
import { fittingRatings } from '../ratings/fitting-ratings.ts';
import { listOpenedRatings } from '../ratings/independent-store.ts';
import { joinNotes } from '../ratings/join-notes.ts';
import { findRatedClause, RatingConflict } from '../ratings/rating-service.ts';
import { findOptionalRating, type RatingPlace, readRatings } from '../ratings/rating-store.ts';
import { explainRating } from '../ratings/rating-words.ts';
import { describeClause, toConflict } from '../workbench/sheet.ts';
import { type Conflict, toControl, toForm } from '../workbench/workbench-pages.ts';
import { toAgreementLines } from './agreement-lines.ts';
import { type ComparisonSource, compareAt, comparedClauses, countSealed } from './reconciliation-pages.ts';
import { commonRating, reconcileClause, reconciliationForm, takeOverAgreed } from './reconciliation-service.ts';
import { listReconciliations } from './reconciliation-store.ts';

/** Independent ratings side by side, and how they become one. */
export function reconciliationRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/reconciliation', allow('assessment.compareRaters'), (req, res) => showList(deps, res, idOf(req)));

  router.post('/assessments/:id/reconciliation/alike', allow('assessment.reconcile'), async (req, res) => {
    const count = await takeOverAgreed(deps, actorOf(res), idOf(req));
    leaveNotice(req, message('reconciliation.takenOver', { count }));
    res.redirect(303, `/assessments/${idOf(req)}/reconciliation`);
  });

  const one = '/assessments/:id/reconciliation/:clauseId';
  router.get(one, allow('assessment.compareRaters'), (req, res) => showOne(deps, res, placeOf(req), null));
  router.post(one, allow('assessment.reconcile'), (req, res) => reconcile(deps, req, res));
  return router;
}

function placeOf(req: Request): RatingPlace {
  return { assessmentId: idOf(req), clauseId: String(req.params.clauseId) };
}

async function reconcile(deps: Deps, req: Request, res: Response): Promise<void> {
  const place = placeOf(req);
  try {
    await submitForm(
      req,
      async () => {
        await reconcileClause(deps, actorOf(res), place, parse(reconciliationForm, req.body));
        leaveNotice(req, message('reconciliation.set'));
        res.redirect(303, `/assessments/${place.assessmentId}/reconciliation`);
      },
      (form) => showOne(deps, res.status(422), place, { form, conflict: null }),
    );
  } catch (error) {
    if (!(error instanceof RatingConflict)) throw error;
    const { criteria } = await readSource(deps, res, place.assessmentId);
    const conflict = toConflict(criteria, findRatedClause(criteria, place.clauseId), error.current, languageOf(res));
    const values = Object.fromEntries(Object.entries(req.body ?? {}).map(([name, value]) => [name, typedValue(value)]));
    await showOne(deps, res.status(409), place, { form: { values, errors: {} }, conflict });
  }
}

function typedValue(value: unknown): string | string[] {
  return Array.isArray(value) ? value.map(String) : String(value);
}

interface Source extends ComparisonSource {
  readonly assessment: Assessment;
  readonly rights: AssessmentRights;
}

async function readSource(deps: Deps, res: Response, id: string, clauseId?: string): Promise<Source> {
  const { db } = deps;
  const { assessment, rights } = await accessAssessment(db, actorOf(res), id, 'compareRaters');
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  return {
    assessment,
    rights,
    assessmentId: id,
    criteria,
    duties: await readDuties(db, id),
    said: fittingRatings(criteria, await listOpenedRatings(db, id, clauseId)),
    agreed: await readRatings(db, id),
  };
}

async function showList(deps: Deps, res: Response, id: string): Promise<void> {
  const source = await readSource(deps, res, id);
  const language = languageOf(res);
  const compared = comparedClauses(source, language);
  const waiting = compared.filter(({ agreed }) => agreed === null);
  renderPage(res, 'reconciliation/list', {
    title: `${translatorOf(res)('reconciliation.title')} ${source.assessment.number}`,
    layout: 'wide',
    assessment: { id, number: source.assessment.number },
    organizationName: (await findOrganization(deps.db, source.assessment.organizationId)).name,
    sealed: countSealed(source.duties),
    differing: waiting.filter(({ alike }) => !alike),
    alike: waiting.filter(({ alike }) => alike),
    agreed: compared.filter(({ agreed }) => agreed !== null),
    agreement: toAgreementLines(source.criteria, source.said, language),
    mayReconcile: source.rights.reconcile,
  });
}

async function showOne(
  deps: Deps,
  res: Response,
  place: RatingPlace,
  retry: { readonly form: FormState; readonly conflict: Conflict | null } | null,
): Promise<void> {
  const { assessmentId, clauseId } = place;
  const source = await readSource(deps, res, assessmentId, clauseId);
  const { criteria, duties, said, assessment, rights } = source;
  const clause = findRatedClause(criteria, clauseId);
  const open = (duties.get(clauseId) ?? freeClause).openedAt !== null;
  if (!open || !clause.method) throw new AppError('not_found', message('error.notFound'));

  const language = languageOf(res);
  const saved = await findOptionalRating(deps.db, place);
  const here = said.filter((one) => one.clauseId === clauseId);
  const start = commonRating(here) ?? { rating: null, note: joinNotes(...here.map(({ note }) => note)) };
  const compared = compareAt(source, clause, language);
  renderPage(res, 'reconciliation/show', {
    title: `${translatorOf(res)('reconciliation.agree')} ${compared.name}`,
    assessment: { id: assessmentId, number: assessment.number },
    action: compared.href,
    clause: describeClause(clause, criteria, language),
    compared,
    control: toControl(clause.method, clause.points, criteria, language),
    form: retry?.form ?? toForm(saved ?? start),
    revision: retry?.conflict?.revision ?? saved?.revision ?? 0,
    conflict: retry?.conflict ?? null,
    history: await readHistory(deps, source, place, language),
    mayReconcile: rights.reconcile,
  });
}

async function readHistory(deps: Deps, { criteria }: Source, place: RatingPlace, language: Language) {
  const clause = findRatedClause(criteria, place.clauseId);
  return (await listReconciliations(deps.db, place)).map(({ byName, at, before, rating, note, reason }) => ({
    by: byName,
    at,
    before: before.rating && explainRating(criteria, clause, before.rating, language),
    after: explainRating(criteria, clause, rating, language),
    note,
    reason,
  }));
}
