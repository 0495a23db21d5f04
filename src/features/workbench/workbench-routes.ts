import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message, translateMessage } from '../../i18n/translate.ts';
import { freeClause, isChargedWith } from '../../model/clause-duties.ts';
import { findClause } from '../../model/clause-name.ts';
import { ratedClauses } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { explainClause } from '../../model/explain-clause.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, idOf, parse, typedValues } from '../../web/forms.ts';
import { actorOf, languageOf, wantsJson } from '../../web/frame.ts';
import { renderFragment, renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { findLastUpgrade } from '../assessments/criteria-upgrade-store.ts';
import { countEvidenceByClause } from '../evidence/evidence-store.ts';
import { findVisibleOrganization } from '../organizations/organization-store.ts';
import { ratingForm } from '../ratings/rating-form.ts';
import { findRatedClause, RatingConflict, StaleCriteria, saveRating } from '../ratings/rating-service.ts';
import type { RatingPlace } from '../ratings/rating-store.ts';
import type { SiteRatingPlace } from '../ratings/site-rating-store.ts';
import { filterCounts, type TreeFilter, treeFilters, treeItems } from './clause-tree.ts';
import { toLedger } from './ledger.ts';
import { namesByClause, openWorkbench, type Workbench } from './open-workbench.ts';
import { notePresence } from './presence.ts';
import { type Retry, readSheet, toConflict } from './sheet.ts';
import './workbench-pages.ts';

export function workbenchRoutes(deps: Deps): Router {
  const router = Router();

  // Opens at the first clause that waits for a rating, of one's own first.
  router.get('/assessments/:id/workbench', allow('assessment.view'), async (req, res) => {
    const bench = await openWorkbench(deps, req, res);
    res.redirect(303, `/assessments/${bench.assessment.id}/clauses/${firstClause(bench)}`);
  });

  router.get('/assessments/:id/ledger', allow('assessment.view'), async (req, res) => {
    await answerLedger(deps, req, res);
  });

  // The second is the same clause at one site, where it is rated site by site.
  const path = ['/assessments/:id/clauses/:clauseId', '/assessments/:id/clauses/:clauseId/sites/:siteId'];
  router.get(path, allow('assessment.view'), async (req, res) => {
    if (await isLeftBehind(deps, req, res)) return res.redirect(303, `/assessments/${idOf(req)}/workbench`);
    await showWorkbench(deps, req, res, null);
  });

  const sheets = path.map((one) => `${one}/sheet`);
  router.get(sheets, allow('assessment.view'), async (req, res) => {
    renderFragment(res, 'workbench/_sheet', await readSheet(await openWorkbench(deps, req, res), placeOf(req), null));
  });

  router.post(path, allow('assessment.rate'), async (req, res) => {
    try {
      const saved = await saveRating(deps, actorOf(res), placeOf(req), parse(ratingForm, req.body));
      if (wantsJson(req)) res.json(saved);
      else res.redirect(303, `${req.path}?saved`);
    } catch (error) {
      await answerRefusal(deps, req, res, error);
    }
  });

  return router;
}

function placeOf(req: Request): RatingPlace | SiteRatingPlace {
  const place = { assessmentId: idOf(req), clauseId: String(req.params.clauseId) };
  return req.params.siteId === undefined ? place : { ...place, siteId: String(req.params.siteId) };
}

function firstClause({ criteria, result, duties, actor }: Workbench): string {
  const unrated = new Set(result.clauses.filter(({ state }) => state === 'unrated').map(({ id }) => id));
  const clauses = ratedClauses(criteria);
  const waiting = clauses.filter(({ id }) => unrated.has(id));
  const mine = waiting.find(({ id }) => isChargedWith(duties.get(id) ?? freeClause, actor.id));
  return (mine ?? waiting[0] ?? clauses[0])?.id ?? '';
}

/** A clause that the assessment had before it was moved to another version: says so. Other unknown clauses are not found. */
async function isLeftBehind(deps: Deps, req: Request, res: Response): Promise<boolean> {
  const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  if (findClause(await findCriteriaCopy(deps, assessment.criteriaHash), placeOf(req).clauseId)) return false;
  const upgrade = await findLastUpgrade(deps.db, assessment.id, assessment.criteriaHash);
  if (!upgrade || !findClause(await findCriteriaCopy(deps, upgrade.fromHash), placeOf(req).clauseId)) return false;
  leaveNotice(req, message('ratings.clauseGone', { version: upgrade.toVersion }));
  return true;
}

async function showWorkbench(deps: Deps, req: Request, res: Response, retry: Retry | null): Promise<void> {
  const bench = await openWorkbench(deps, req, res);
  const { assessment, actor } = bench;
  const tree = await readTree(bench);
  const sheet = await readSheet(bench, placeOf(req), retry);
  const organization = await findVisibleOrganization(deps.db, actor, assessment.organizationId);
  if (bench.rights.rate) await notePresence(deps, actor, assessment.id, sheet.clause.id);

  renderPage(res, 'workbench/workbench', {
    title: `${sheet.clause.number} ${sheet.clause.title}`,
    layout: 'workbench',
    assessment: { id: assessment.id, number: assessment.number },
    organizationName: organization.name,
    tree,
    here: namesByClause(bench.others),
    mayRate: bench.rights.rate,
    filter: filterOf(req),
    counts: filterCounts(tree),
    sheet,
    ledger: toLedger(bench),
  });
}

async function readTree({ deps, assessment, criteria, result, language, duties, actor }: Workbench) {
  const evidence = await countEvidenceByClause(deps.db, assessment.id);
  const isMine = (id: string) => isChargedWith(duties.get(id) ?? freeClause, actor.id);
  return treeItems(criteria, result, evidence, language, isMine);
}

function filterOf(req: Request): TreeFilter {
  return treeFilters.find((filter) => filter === req.query.filter) ?? 'all';
}

/** What changes beside the sheet when a clause was saved: the ledger, the marks of the tree, the arithmetic of the clause. */
async function answerLedger(deps: Deps, req: Request, res: Response): Promise<void> {
  const bench = await openWorkbench(deps, req, res);
  const { criteria, result, language } = bench;
  const tree = await readTree(bench);
  const clause = result.clauses.find(({ id }) => id === req.query.clause);
  const html = await fragment(res, toLedger(bench));
  res.json({
    html,
    criteria: bench.assessment.criteriaHash,
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
  return toConflict(criteria, findRatedClause(criteria, placeOf(req).clauseId), current, languageOf(res));
}
