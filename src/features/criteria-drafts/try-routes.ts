import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { choiceQuery, choiceView, ratedEntry } from '../criteria/choice-view.ts';
import { findVersion } from '../criteria/library-store.ts';
import type { DraftChecks } from './check-cache.ts';
import { onlyDrafts } from './draft-path-routes.ts';
import { findDraft } from './draft-store.ts';
import { ratingFields, readTried, type Tried } from './trial.ts';
import { type TryPlace, tryPage } from './try-pages.ts';

const tryQuery = z.object({ clause: z.string().max(80).optional() });
/** Beside these the form has the fields of the rating. */
const tryForm = z.object({
  clause: z.string().max(80),
  go: z.string().max(80).optional(),
  tried: z.string().default('{}'),
  clear: z.string().optional(),
});

/** Criteria as an assessor sees them, to be tried without storing anything. */
export function tryRoutes(deps: Deps, checkSaved: DraftChecks['saved']): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);

  router.get('/criteria/drafts/:draftId/try', allow('criteria.manage'), async (req, res) => {
    const opened = await openDraft(deps, req, res, checkSaved);
    if (opened) show(req, res, opened);
  });

  router.post('/criteria/drafts/:draftId/try', allow('criteria.manage'), async (req, res) => {
    const opened = await openDraft(deps, req, res, checkSaved);
    if (opened) showTried(req, res, opened);
  });

  router.get('/criteria/:id/:version/try', allow('criteria.view'), async (req, res) => {
    show(req, res, await openVersion(deps, req, res));
  });

  router.post('/criteria/:id/:version/try', allow('criteria.view'), async (req, res) => {
    showTried(req, res, await openVersion(deps, req, res));
  });

  return router;
}

interface Opened {
  readonly criteria: Criteria;
  readonly place: TryPlace;
}

/** null when the draft has problems: the answer is then the way back to it. */
async function openDraft(deps: Deps, req: Request, res: Response, checkSaved: DraftChecks['saved']): Promise<Opened | null> {
  const draft = await findDraft(deps.db, idOf(req, 'draftId'));
  const { criteria, hash } = await checkSaved(draft);
  const address = `/criteria/drafts/${draft.id}`;
  const back = { address, text: translatorOf(res)('drafts.back') };
  if (criteria) return chosenIn({ criteria, hash: hash ?? '' }, `${address}/try`, back, req, res);
  leaveNotice(req, message('drafts.tryProblems'));
  res.redirect(303, address);
  return null;
}

/** Criteria with variants are tried in one of them. */
function chosenIn(whole: CatalogEntry, address: string, back: TryPlace['back'], req: Request, res: Response): Opened {
  const entry = ratedEntry(whole, parse(choiceQuery, req.query));
  const choice = choiceView(whole, entry, languageOf(res));
  return { criteria: entry.criteria, place: { address, choice, back } };
}

async function openVersion(deps: Deps, req: Request<{ id: string; version: string }>, res: Response): Promise<Opened> {
  const whole = await findVersion(deps, req.params.id, req.params.version);
  const { criteria } = whole;
  const address = `/criteria/${criteria.id}/${criteria.version}`;
  const text = textIn(criteria.title, languageOf(res), criteria.language);
  return chosenIn(whole, `${address}/try`, { address, text }, req, res);
}

function show(req: Request, res: Response, { criteria, place }: Opened): void {
  const { clause = null } = parse(tryQuery, req.query);
  renderPage(res, 'criteria-drafts/try', tryPage(criteria, place, {}, clause, languageOf(res)));
}

function showTried(req: Request, res: Response, { criteria, place }: Opened): void {
  const form = parse(tryForm, req.body);
  const tried: Tried = form.clear === undefined ? { ...readTried(form.tried), [form.clause]: ratingFields(req.body) } : {};
  const filled = Object.fromEntries(Object.entries(tried).filter(([, fields]) => Object.keys(fields).length > 0));
  renderPage(res, 'criteria-drafts/try', tryPage(criteria, place, filled, form.go ?? form.clause, languageOf(res)));
}
