import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message, translateMessage } from '../../i18n/translate.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { findClause } from '../../model/clause-name.ts';
import { ratedClauses } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { explainClause } from '../../model/explain-clause.ts';
import { resultOf } from '../../model/result-of.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, idOf, parse, typedValues } from '../../web/forms.ts';
import { actorOf, languageOf, wantsJson } from '../../web/frame.ts';
import { renderFragment, renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { type AssessmentAccess, accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { findLastUpgrade } from '../assessments/criteria-upgrade-store.ts';
import { readScoredDossier } from '../dossiers/read-dossier.ts';
import { countEvidenceByClause } from '../evidence/evidence-store.ts';
import { listRatableAnew } from '../findings/finding-store.ts';
import { findVisibleOrganization } from '../organizations/organization-store.ts';
import { ratingForm } from '../ratings/rating-form.ts';
import { findRatedClause, RatingConflict, StaleCriteria, saveRating } from '../ratings/rating-service.ts';
import { filterCounts, type TreeFilter, treeFilters, treeItems } from './clause-tree.ts';
import { toLedger } from './ledger.ts';
import { type Retry, readSheet, type SheetSource, toConflict } from './sheet.ts';
import './workbench-pages.ts';

export function workbenchRoutes(deps: Deps): Router {
  const router = Router();

  // Opens at the first clause that waits for a rating.
  router.get('/assessments/:id/workbench', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const { criteria, ratings } = await readScoredDossier(deps, assessment);
    const clauses = ratedClauses(criteria);
    const first = clauses.find(({ id }) => !ratings[id]?.rating) ?? clauses[0];
    res.redirect(303, `/assessments/${assessment.id}/clauses/${first?.id}`);
  });

  router.get('/assessments/:id/clauses/:clauseId', allow('assessment.view'), async (req, res) => {
    if (await isLeftBehind(deps, req, res)) return res.redirect(303, `/assessments/${idOf(req)}/workbench`);
    await showWorkbench(deps, req, res, null);
  });

  router.get('/assessments/:id/clauses/:clauseId/sheet', allow('assessment.view'), async (req, res) => {
    const { source } = await open(deps, req, res);
    renderFragment(res, 'workbench/_sheet', await readSheet(source, clauseIdOf(req), null));
  });

  router.get('/assessments/:id/ledger', allow('assessment.view'), async (req, res) => {
    await answerLedger(deps, req, res);
  });

  router.post('/assessments/:id/clauses/:clauseId', allow('assessment.rate'), async (req, res) => {
    try {
      const saved = await saveRating(deps, actorOf(res), idOf(req), clauseIdOf(req), parse(ratingForm, req.body));
      if (wantsJson(req)) res.json(saved);
      else res.redirect(303, `/assessments/${idOf(req)}/clauses/${clauseIdOf(req)}?saved`);
    } catch (error) {
      await answerRefusal(deps, req, res, error);
    }
  });

  return router;
}

/** A clause that the assessment had before it was moved to another version: says so. Other unknown clauses are not found. */
async function isLeftBehind(deps: Deps, req: Request, res: Response): Promise<boolean> {
  const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  if (findClause(await findCriteriaCopy(deps, assessment.criteriaHash), clauseIdOf(req))) return false;
  const upgrade = await findLastUpgrade(deps.db, assessment.id, assessment.criteriaHash);
  if (!upgrade || !findClause(await findCriteriaCopy(deps, upgrade.fromHash), clauseIdOf(req))) return false;
  leaveNotice(req, message('ratings.clauseGone', { version: upgrade.toVersion }));
  return true;
}

function clauseIdOf(req: Request): string {
  return String(req.params.clauseId);
}

interface Opened {
  readonly source: SheetSource;
  readonly access: AssessmentAccess;
}

/** The assessment as it stands, scored. */
async function open(deps: Deps, req: Request, res: Response): Promise<Opened> {
  const access = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const dossier = await readScoredDossier(deps, access.assessment);
  const { id: assessmentId } = access.assessment;
  const source = {
    deps,
    assessmentId,
    to: access.assessment.to,
    criteria: dossier.criteria,
    criteriaHash: access.assessment.criteriaHash,
    result: resultOf(dossier),
    rights: await rightsAt(deps, access, String(req.params.clauseId ?? '')),
    mustDeclare: access.mustDeclare,
    finished: access.assessment.resultKind !== null,
    language: languageOf(res),
  };
  return { source, access };
}

/** While findings are open, a clause is rated anew only when all of its findings are closed. */
async function rightsAt({ db }: Deps, { assessment, rights }: AssessmentAccess, clauseId: string): Promise<AssessmentRights> {
  if (!rights.rerate) return rights;
  return { ...rights, rate: (await listRatableAnew(db, assessment.id)).has(clauseId) };
}

async function showWorkbench(deps: Deps, req: Request, res: Response, retry: Retry | null): Promise<void> {
  const { source, access } = await open(deps, req, res);
  const { criteria, result, rights, language, assessmentId } = source;
  const { number, organizationId } = access.assessment;
  const tree = treeItems(criteria, result, await countEvidenceByClause(deps.db, assessmentId), language);
  const sheet = await readSheet(source, clauseIdOf(req), retry);
  const organization = await findVisibleOrganization(deps.db, actorOf(res), organizationId);

  renderPage(res, 'workbench/workbench', {
    title: `${sheet.clause.number} ${sheet.clause.title}`,
    layout: 'workbench',
    assessment: { id: assessmentId, number },
    organizationName: organization.name,
    tree,
    filter: filterOf(req),
    counts: filterCounts(tree),
    sheet,
    ledger: toLedger(assessmentId, criteria, result, rights, language),
  });
}

function filterOf(req: Request): TreeFilter {
  return treeFilters.find((filter) => filter === req.query.filter) ?? 'all';
}

/** What changes beside the sheet when a clause was saved: the ledger, the marks of the tree, the arithmetic of the clause. */
async function answerLedger(deps: Deps, req: Request, res: Response): Promise<void> {
  const { source } = await open(deps, req, res);
  const { criteria, result, rights, language, assessmentId } = source;
  const tree = treeItems(criteria, result, await countEvidenceByClause(deps.db, assessmentId), language);
  const clause = result.clauses.find(({ id }) => id === req.query.clause);
  const html = await fragment(res, toLedger(assessmentId, criteria, result, rights, language));
  res.json({
    html,
    criteria: source.criteriaHash,
    words: clause ? explainClause(criteria, clause, language) : '',
    counts: filterCounts(tree),
    marks: Object.fromEntries(
      tree.map(({ id, state, filters, needsEvidence, done, toDo }) => [id, { state, filters, needsEvidence, done, toDo }]),
    ),
  });
}

function fragment(res: Response, ledger: ReturnType<typeof toLedger>): Promise<string> {
  return new Promise((done, fail) => {
    renderFragment(res, 'workbench/_ledger', ledger, (error, html) => (error ? fail(error) : done(html)));
  });
}

/** A save that was refused: the same sheet with what was typed, or JSON that says the same. */
async function answerRefusal(deps: Deps, req: Request, res: Response, error: unknown): Promise<void> {
  if (error instanceof StaleCriteria) return answerStale(deps, req, res, error);
  const asked = error instanceof RatingConflict || (error instanceof AppError && error.code === 'invalid');
  if (!asked) throw error;

  const conflict = error instanceof RatingConflict ? await conflictOf(deps, req, res, error) : null;
  res.status(conflict ? 409 : 422);
  if (wantsJson(req)) {
    const say = (text: AppError['text']) => translateMessage(text, languageOf(res));
    const fields = Object.fromEntries(Object.entries(error.fields).map(([name, text]) => [name, say(text)]));
    res.json({ error: { code: error.code, message: say(error.text), fields }, conflict });
    return;
  }
  await showWorkbench(deps, req, res, { form: { ...emptyForm, values: typedValues(req.body), errors: error.fields }, conflict });
}

/** The assessment was moved to another version while one typed: says so and shows what was typed, ready to be saved where that is possible. */
async function answerStale(deps: Deps, req: Request, res: Response, { text, gone }: StaleCriteria): Promise<void> {
  res.status(409);
  if (wantsJson(req)) {
    const said = translateMessage(text, languageOf(res));
    res.json({ error: { code: 'conflict', message: said, fields: {} }, stale: { message: said, gone } });
    return;
  }
  const values = typedValues(req.body);
  if (!gone) return showWorkbench(deps, req, res, { form: { values, errors: { rating: text } }, conflict: null });
  const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const { revision: _revision, criteria: _criteria, ...typed } = values;
  renderPage(res, 'workbench/gone', {
    title: assessment.number,
    layout: 'narrow',
    assessment: { id: assessment.id, number: assessment.number },
    text,
    typed: Object.values(typed).flat().filter(Boolean).join('\n'),
  });
}

async function conflictOf(deps: Deps, req: Request, res: Response, { current }: RatingConflict) {
  const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  return toConflict(criteria, findRatedClause(criteria, clauseIdOf(req)), current, languageOf(res));
}
