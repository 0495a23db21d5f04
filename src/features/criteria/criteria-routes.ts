import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { may } from '../../model/permissions.ts';
import { parse } from '../../web/forms.ts';
import { actorWhoMay, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { brokenFile, criteriaLine, criteriaPage, standingOf } from './criteria-pages.ts';
import { findVersion, listLibrary, readEntries } from './library-store.ts';

const place = z.object({ id: z.string(), version: z.string() });

/** The criteria that this instance knows, under `/criteria`. */
export function criteriaRoutes(deps: Pick<Deps, 'db' | 'catalog' | 'publishedCriteria'>): Router {
  const router = Router();

  router.get('/criteria', async (req, res) => {
    const actor = actorWhoMay(res, 'criteria.view');
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

  router.get('/criteria/:id/:version', async (req, res) => {
    const actor = actorWhoMay(res, 'criteria.view');
    const { id, version } = parse(place, req.params);
    const entry = await findVersion(deps, id, version);
    const standing = standingOf(entry.line, may(actor, 'criteria.manage'));
    renderPage(res, 'criteria/show', { ...criteriaPage(entry, languageOf(res)), ...standing });
  });

  return router;
}
