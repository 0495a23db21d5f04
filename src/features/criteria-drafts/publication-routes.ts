import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { type Message, message, translateMessage } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { listLibrary } from '../criteria/library-store.ts';
import type { DraftChecks } from './check-cache.ts';
import { publishForm } from './draft-forms.ts';
import { checkView, versionView } from './draft-pages.ts';
import { findDraft } from './draft-store.ts';
import { latestOf, publicationRefusal } from './publication.ts';
import { publishDraft, restoreVersion, retireVersion } from './publication-service.ts';

/** Publishing a draft, and taking a version out of the choice or back into it. */
export function publicationRoutes(deps: Deps, checkSaved: DraftChecks['saved']): Router {
  const router = Router();

  router.get('/criteria/drafts/:draftId/publication', allow('criteria.manage'), async (req, res) => {
    await showPublication(deps, req, res, checkSaved);
  });

  router.post('/criteria/drafts/:draftId/publication', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    const form = parse(publishForm, req.body);
    try {
      const { id, version } = await publishDraft(deps, actor, idOf(req, 'draftId'), form);
      leaveNotice(req, message('drafts.published', { version }));
      res.redirect(303, `/criteria/${id}/${version}`);
    } catch (error) {
      if (!(error instanceof AppError && (error.code === 'invalid' || error.code === 'conflict'))) throw error;
      await showPublication(deps, req, res.status(error.code === 'invalid' ? 422 : 409), checkSaved, error.text);
    }
  });

  router.post('/criteria/:id/:version/retirement', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    const { id, version } = req.params;
    await retireVersion(deps, actor, id, version);
    leaveNotice(req, message('drafts.retiredNotice'));
    res.redirect(303, `/criteria/${id}/${version}`);
  });

  router.post('/criteria/:id/:version/restoration', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    const { id, version } = req.params;
    await restoreVersion(deps, actor, id, version);
    leaveNotice(req, message('drafts.restoredNotice'));
    res.redirect(303, `/criteria/${id}/${version}`);
  });

  return router;
}

/** What publishing would freeze, or why it cannot be; `said` is why the last attempt failed. */
async function showPublication(
  deps: Deps,
  req: Request,
  res: Response,
  checkSaved: DraftChecks['saved'],
  said?: Message,
): Promise<void> {
  const draft = await findDraft(deps.db, idOf(req, 'draftId'));
  const check = await checkSaved(draft);
  const lines = await listLibrary(deps);
  const language = languageOf(res);
  const refusal = said ?? publicationRefusal(check, lines);
  const { criteria, hash } = check;
  renderPage(res, 'criteria-drafts/publication', {
    title: translatorOf(res)('drafts.publishTitle'),
    draftId: draft.id,
    revision: draft.revision,
    refusal: refusal && translateMessage(refusal, language),
    check: checkView(check, language),
    version: criteria && hash ? versionView(criteria, hash, latestOf(lines, criteria.id)?.version ?? null, language) : null,
  });
}
