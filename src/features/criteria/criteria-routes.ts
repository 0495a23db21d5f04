import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { may } from '../../model/permissions.ts';
import { parse } from '../../web/forms.ts';
import { actorWhoMay, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { brokenFile, criteriaLine, criteriaPage } from './criteria-pages.ts';

const place = z.object({ id: z.string(), version: z.string() });

/** The criteria that this instance knows, under `/criteria`. */
export function criteriaRoutes({ catalog }: Pick<Deps, 'catalog'>): Router {
  const router = Router();

  router.get('/criteria', (req, res) => {
    const actor = actorWhoMay(res, 'criteria.view');
    const language = languageOf(res);
    const { page } = parse(listQuery, req.query);
    const shown = catalog.entries.slice((page - 1) * pageSize, page * pageSize);
    const lines = shown.map((entry) => criteriaLine(entry, language));
    renderPage(res, 'criteria/list', {
      title: translatorOf(res)('criteriaPage.title'),
      criteria: toPaged(lines, catalog.entries.length, page, '/criteria'),
      broken: may(actor, 'people.manage') ? catalog.broken.map((file) => brokenFile(file, language)) : [],
    });
  });

  router.get('/criteria/:id/:version', (req, res) => {
    actorWhoMay(res, 'criteria.view');
    const { id, version } = parse(place, req.params);
    const entry = catalog.find(id, version);
    if (!entry) throw new AppError('not_found', message('error.notFound'));
    renderPage(res, 'criteria/show', criteriaPage(entry, languageOf(res)));
  });

  return router;
}
