import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { openYaml } from '../../catalog/edit/open-yaml.ts';
import type { Deps } from '../../deps.ts';
import { message, translateMessage } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderFragment, renderPage } from '../../web/pages.ts';
import { receiveForm } from '../../web/receive-form.ts';
import { leaveNotice } from '../../web/session.ts';
import type { DraftChecks } from '../criteria-drafts/check-cache.ts';
import { onlyDrafts } from '../criteria-drafts/draft-path-routes.ts';
import { changeDraft, redoStep, undoStep } from '../criteria-drafts/draft-service.ts';
import { findHistory } from '../criteria-drafts/draft-step-store.ts';
import { findDraft } from '../criteria-drafts/draft-store.ts';
import { checkTyped } from './check-typed.ts';
import { doDeed, formDeeds } from './do-deed.ts';
import type { Values } from './field-spec.ts';
import { brokenPage, formCheck, formPage } from './form-pages.ts';
import { type FormTarget, findTarget, type OpenDraft, openForForms } from './form-target.ts';

const path = '/criteria/drafts/:draftId';
/** Characters of one field. */
const longestField = 200_000;
const mostFields = 4000;
const revisionForm = z.object({ revision: z.coerce.number().int().min(1), back: z.string().max(200).default('head') });

/** Drafts of criteria in forms, for people who do not write YAML, under `/criteria/drafts/:draftId/forms`. */
export function draftFormRoutes(deps: Deps, checks: DraftChecks): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);

  router.get(`${path}/forms`, allow('criteria.manage'), async (req, res) => {
    await show(deps, checks, req, res, { address: 'head' });
  });

  router.get(`${path}/forms/:at`, allow('criteria.manage'), async (req, res) => {
    await show(deps, checks, req, res, { address: req.params.at });
  });

  // While one types: what is wrong with what stands in the fields. Nothing is saved.
  router.post(`${path}/forms/:at/check`, allow('criteria.manage'), async (req, res) => {
    const values = await receiveValues(req);
    const saved = await findDraft(deps.db, idOf(req, 'draftId'));
    const draft = openForForms(await checks.saved(saved), languageOf(res));
    const { check, target, rows } = checkTyped(draft, findTarget(draft, req.params.at), values);
    const base = `/criteria/drafts/${saved.id}`;
    renderFragment(res, 'draft-forms/_check', formCheck(base, { ...draft, ...check }, target, values, rows, languageOf(res)));
  });

  router.use(deedRoutes(deps, checks), stepRoutes(deps, checks));
  return router;
}

function deedRoutes(deps: Deps, checks: DraftChecks): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);
  for (const deed of formDeeds) {
    router.post(
      deed === 'save' ? `${path}/forms/:at` : `${path}/forms/:at/${deed}`,
      allow('criteria.manage'),
      async (req, res) => {
        const actor = actorOf(res);
        const id = idOf(req, 'draftId');
        const address = String(req.params.at);
        const values = await receiveValues(req);
        const { revision } = parse(revisionForm, values);
        await askAgain(deps, checks, req, res, { address, typed: values }, async () => {
          const saved = await findDraft(deps.db, id);
          // Against what this person saw; whether it still stands, the saving says.
          if (saved.revision !== revision)
            throw new AppError('conflict', message('drafts.conflict', { name: saved.updatedByName }));
          const draft = openForForms(await checks.saved(saved), languageOf(res));
          const done = doDeed(saved, draft, findTarget(draft, address), deed, values);
          await changeDraft(deps, actor, id, { revision, label: done.label, change: () => done.texts }, checks.texts);
          res.redirect(303, `/criteria/drafts/${id}/forms/${encodeURIComponent(addressAfter(checks, done, res))}`);
        });
      },
    );
  }
  return router;
}

function stepRoutes(deps: Deps, checks: DraftChecks): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);
  for (const [deed, step, notice] of [
    ['undo', undoStep, 'draftForms.undone'],
    ['redo', redoStep, 'draftForms.redone'],
  ] as const) {
    router.post(`${path}/${deed}`, allow('criteria.manage'), async (req, res) => {
      const actor = actorOf(res);
      const id = idOf(req, 'draftId');
      const { revision, back } = parse(revisionForm, (await receiveForm(req, longestField)).body);
      await askAgain(deps, checks, req, res, { address: back, typed: null }, async () => {
        const label = await step(deps, actor, id, revision, checks.texts);
        leaveNotice(req, message(notice, { what: translateMessage(label, languageOf(res)) }));
        res.redirect(
          303,
          back === 'text' ? `/criteria/drafts/${id}` : `/criteria/drafts/${id}/forms/${encodeURIComponent(back)}`,
        );
      });
    });
  }
  return router;
}

async function receiveValues(req: Request): Promise<Values> {
  return (await receiveForm(req, longestField, 0, mostFields)).body;
}

interface Asked {
  readonly address: string;
  readonly typed?: Values | null;
  readonly conflict?: string | null;
  readonly refusal?: string | null;
}

/** Does it; when somebody else was quicker or it cannot be done, the form comes again with what was typed. */
async function askAgain(
  deps: Deps,
  checks: DraftChecks,
  req: Request,
  res: Response,
  asked: Asked,
  deed: () => Promise<void>,
): Promise<void> {
  try {
    await deed();
  } catch (error) {
    if (!(error instanceof AppError && (error.code === 'conflict' || error.code === 'invalid'))) throw error;
    const words = translateMessage(error.text, languageOf(res));
    res.status(error.code === 'conflict' ? 409 : 422);
    await show(deps, checks, req, res, { ...asked, ...(error.code === 'conflict' ? { conflict: words } : { refusal: words }) });
  }
}

async function show(deps: Deps, checks: DraftChecks, req: Request, res: Response, asked: Asked): Promise<void> {
  const saved = await findDraft(deps.db, idOf(req, 'draftId'));
  const language = languageOf(res);
  const draft = openForForms(await checks.saved(saved), language);
  if (!draft.check.draft || !openYaml(saved.source)) {
    renderPage(res, 'draft-forms/broken', brokenPage(saved, draft, language));
    return;
  }
  const target = targetOrHead(draft, asked);
  const history = await findHistory(deps.db, saved);
  const typed = asked.typed ?? null;
  const shown = { saved, history, draft, target, typed, conflict: asked.conflict ?? null, refusal: asked.refusal ?? null };
  renderPage(res, 'draft-forms/edit', formPage(shown, language));
}

/** Of a clause that is gone since, what was done is told on the first form. */
function targetOrHead(draft: OpenDraft, { address, conflict, refusal, typed }: Asked): FormTarget {
  try {
    return findTarget(draft, address);
  } catch (error) {
    if (conflict || refusal || typed === null) return findTarget(draft, 'head');
    throw error;
  }
}

function addressAfter(checks: DraftChecks, { at, position, texts }: ReturnType<typeof doDeed>, res: Response): string {
  if (at !== null) return at;
  const draft = openForForms(checks.texts(texts), languageOf(res));
  const path = position.flatMap((index) => ['clauses', index]).join('/');
  const clause = draft.check.draft?.all.find((one) => one.path.join('/') === path);
  return clause && draft.places ? `clause:${draft.places.keyOf(clause)}` : 'head';
}
