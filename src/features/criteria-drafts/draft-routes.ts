import { type Response, Router } from 'express';
import { importKinds } from '../../catalog/imports/import-report.ts';
import { largestFile } from '../../catalog/source/text-file.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderFragment, renderPage } from '../../web/pages.ts';
import { listQuery, toPaged } from '../../web/paging.ts';
import { type ReceivedForm, receiveForm } from '../../web/receive-form.ts';
import { leaveNotice } from '../../web/session.ts';
import { listLibrary, readEntries } from '../criteria/library-store.ts';
import type { DraftChecks } from './check-cache.ts';
import { downloadRoutes } from './download-routes.ts';
import { beginForm, saveForm, textsForm } from './draft-forms.ts';
import { checkView, conflictPage, draftPage, versionOptions } from './draft-pages.ts';
import { onlyDrafts } from './draft-path-routes.ts';
import { type DraftReader, openDraftReader } from './draft-reader.ts';
import { beginDraft, discardDraft, saveDraft } from './draft-service.ts';
import { findHistory } from './draft-step-store.ts';
import { findDraft, listDrafts } from './draft-store.ts';
import type { DraftTexts } from './draft-texts.ts';
import { textsOfVersion } from './first-texts.ts';
import { importRoutes } from './import-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { starterTexts } from './starter-text.ts';
import { tryRoutes } from './try-routes.ts';
import type { UploadedTexts } from './uploaded-texts.ts';

/** Drafts of criteria under `/criteria/drafts`, for those who write and publish them. */
export function criteriaDraftRoutes(deps: Deps, checks: DraftChecks): Router {
  const router = Router();
  const showRefused = (res: Response, form: FormState) => showNew(deps, res.status(422), form);
  const reader = openDraftReader(deps);
  router.use(downloadRoutes(deps), importRoutes(deps, reader, showRefused), listRoutes(deps, reader), oneRoutes(deps, checks));
  router.use(publicationRoutes(deps, checks.saved), tryRoutes(deps, checks.saved));
  return router;
}

function listRoutes(deps: Deps, reader: DraftReader): Router {
  const router = Router();

  router.get('/criteria/drafts', allow('criteria.manage'), async (req, res) => {
    const { page } = parse(listQuery, req.query);
    const { rows, total } = await listDrafts(deps.db, page);
    renderPage(res, 'criteria-drafts/list', {
      title: translatorOf(res)('drafts.title'),
      drafts: toPaged(rows, total, page, '/criteria/drafts'),
    });
  });

  router.get('/criteria/drafts/new', allow('criteria.manage'), async (_req, res) => {
    await showNew(deps, res, emptyForm);
  });

  router.post('/criteria/drafts', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { notes, ...texts } = await firstTexts(deps, reader, res, await receiveForm(req, largestFile));
        const id = await beginDraft(deps, actor, texts);
        leaveNotice(req, notes.length > 0 ? message('drafts.begunNotes', { notes: notes.join(' · ') }) : message('drafts.begun'));
        res.redirect(303, `/criteria/drafts/${id}/forms`);
      },
      (form) => showNew(deps, res.status(422), form),
    );
  });

  return router;
}

async function firstTexts(
  deps: Deps,
  reader: DraftReader,
  res: Response,
  received: ReceivedForm,
): Promise<UploadedTexts & { readonly title?: string }> {
  const form = parse(beginForm, received.body);
  if (form.from === 'files') return reader.upload({ files: received.files, language: languageOf(res) });
  if (form.from === 'template') return { ...starterTexts(languageOf(res)), notes: [] };
  const [id = '', version = ''] = form.version.split('@');
  return { ...(await textsOfVersion(deps, id, version)), notes: [] };
}

async function showNew(deps: Deps, res: Response, form: FormState): Promise<void> {
  const entries = await readEntries(deps, await listLibrary(deps));
  renderPage(res, 'criteria-drafts/new', {
    title: translatorOf(res)('drafts.new'),
    layout: 'narrow',
    form,
    versions: versionOptions(entries, languageOf(res)),
    kinds: importKinds.map((kind) => ({ value: kind, label: translatorOf(res)(`drafts.importKind.${kind}`) })),
  });
}

function oneRoutes(deps: Deps, checks: DraftChecks): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);

  router.get('/criteria/drafts/:draftId', allow('criteria.manage'), async (req, res) => {
    const draft = await findDraft(deps.db, idOf(req, 'draftId'));
    const history = await findHistory(deps.db, draft);
    renderPage(res, 'criteria-drafts/edit', draftPage(draft, history, await checks.saved(draft), languageOf(res)));
  });

  router.post('/criteria/drafts/:draftId', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    const id = idOf(req, 'draftId');
    const form = parse(saveForm, (await receiveForm(req, largestFile)).body);
    try {
      await saveDraft(deps, actor, id, form, checks.texts);
      leaveNotice(req, message('drafts.savedNotice'));
      res.redirect(303, `/criteria/drafts/${id}`);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
      await showConflict(deps, checks, res.status(409), id, form);
    }
  });

  // While one types: what is wrong with the text as it stands in the editor. Nothing is saved.
  router.post('/criteria/drafts/:draftId/check', allow('criteria.manage'), async (req, res) => {
    const texts = parse(textsForm, (await receiveForm(req, largestFile)).body);
    renderFragment(res, 'criteria-drafts/_check', checkView(await checks.typed(texts), languageOf(res)));
  });

  router.post('/criteria/drafts/:draftId/deletion', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    await discardDraft(deps, actor, idOf(req, 'draftId'));
    leaveNotice(req, message('drafts.deleted'));
    res.redirect(303, '/criteria/drafts');
  });

  return router;
}

async function showConflict(deps: Deps, checks: DraftChecks, res: Response, id: string, mine: DraftTexts): Promise<void> {
  const theirs = await findDraft(deps.db, id);
  const history = await findHistory(deps.db, theirs);
  renderPage(res, 'criteria-drafts/edit', conflictPage(theirs, history, mine, checks.texts(mine), languageOf(res)));
}
