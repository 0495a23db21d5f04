import { Router } from 'express';
import { z } from 'zod';
import { compareVersions } from '../../catalog/open-catalog.ts';
import type { Deps } from '../../deps.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { choiceQuery, choiceView, viewedEntry } from './choice-view.ts';
import { brokenFile, criteriaLine, criteriaPage, standingOf } from './criteria-pages.ts';
import { differencePage } from './difference-page.ts';
import { findVersion, listLibrary, listOtherVersions, readEntries } from './library-store.ts';

const place = z.object({ id: z.string(), version: z.string() });
/** Without `from` the version before this one. */
const differenceQuery = z.object({ from: z.string().max(80).optional() });

/** The criteria that this instance knows, under `/criteria`. */
export function criteriaRoutes(deps: Pick<Deps, 'db' | 'catalog' | 'publishedCriteria'>): Router {
  const router = Router();

  router.get('/criteria', allow('criteria.view'), async (req, res) => {
    const actor = actorOf(res);
    const language = languageOf(res);
    const { page } = parse(listQuery, req.query);
    const all = await listLibrary(deps);
    const shown = await readEntries(deps, all.slice((page - 1) * pageSize, page * pageSize));
    const lines = shown.map((entry) => ({ ...criteriaLine(entry, language), retired: entry.line.retired !== null }));
    renderPage(res, 'criteria/list', {
      title: translatorOf(res)('criteriaPage.title'),
      criteria: toPaged(lines, all.length, page, '/criteria'),
      broken: may(actor, 'people.manage') ? deps.catalog.broken.map((file) => brokenFile(file, language)) : [],
      canManage: may(actor, 'criteria.manage'),
    });
  });

  router.get('/criteria/:id/:version', allow('criteria.view'), async (req, res) => {
    const actor = actorOf(res);
    const { id, version } = parse(place, req.params);
    const whole = await findVersion(deps, id, version);
    const entry = viewedEntry(whole, parse(choiceQuery, req.query));
    const comparable = (await listOtherVersions(deps, id, version)).length > 0;
    const standing = standingOf(entry, { canManage: may(actor, 'criteria.manage'), comparable });
    const choice = choiceView(whole, entry, languageOf(res));
    renderPage(res, 'criteria/show', { ...criteriaPage(entry, languageOf(res)), ...standing, choice });
  });

  router.get('/criteria/:id/:version/difference', allow('criteria.view'), async (req, res) => {
    const { id, version } = parse(place, req.params);
    const { from } = parse(differenceQuery, req.query);
    const after = await findVersion(deps, id, version);
    const others = await listOtherVersions(deps, id, version);
    const earlier = others.find((other) => compareVersions(other.version, version) < 0) ?? others.at(-1);
    const chosen = from ?? earlier?.version;
    const before = chosen === undefined ? null : await findVersion(deps, id, chosen);
    renderPage(res, 'criteria/difference', differencePage(before, after, others, languageOf(res)));
  });

  return router;
}
