import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf, parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { type CriteriaFile, convertedFile, fileForms, templateFile, yamlFile } from './criteria-file.ts';
import { onlyDrafts } from './draft-path-routes.ts';
import { findDraft } from './draft-store.ts';
import { checkTexts } from './draft-texts.ts';
import { textsAsWritten } from './first-texts.ts';

const language = z.enum(languages).optional();
const versionQuery = z.object({ form: z.enum(fileForms), language });
const draftQuery = z.object({ form: z.enum(['yaml', 'xlsx']), language });
const templateQuery = z.object({ language });

/** Criteria to take along: versions for everybody who may see them, drafts and the template for those who write them. */
export function downloadRoutes(deps: Deps): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);

  router.get('/criteria/drafts/template.xlsx', allow('criteria.manage'), async (req, res) => {
    sendFile(res, await templateFile(parse(templateQuery, req.query).language ?? languageOf(res)));
  });

  router.get('/criteria/drafts/:draftId/file', allow('criteria.manage'), async (req, res) => {
    const query = parse(draftQuery, req.query);
    const draft = await findDraft(deps.db, idOf(req, 'draftId'));
    const { id, version } = checkTexts(draft).criteria ?? { id: 'draft', version: String(draft.revision) };
    const name = `${id}-${version}`;
    const texts = { ...draft, at: draft.updatedAt };
    sendFile(
      res,
      query.form === 'yaml' ? yamlFile(texts, name, query.language ?? null) : await convertedFile(texts, name, query.form),
    );
  });

  router.get('/criteria/:id/:version/file', allow('criteria.view'), async (req, res) => {
    const query = parse(versionQuery, req.query);
    const { id, version } = req.params;
    const texts = await textsAsWritten(deps, id, version);
    const name = `${id}-${version}`;
    sendFile(
      res,
      query.form === 'yaml' ? yamlFile(texts, name, query.language ?? null) : await convertedFile(texts, name, query.form),
    );
  });

  return router;
}

function sendFile(res: Response, { name, type, content }: CriteriaFile): void {
  res.set({
    'Content-Type': type,
    'Content-Disposition': dispositionOf('attachment', name),
    'Cache-Control': 'private, no-store',
  });
  res.end(content);
}
