import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { importCriteria } from '../../catalog/imports/import-criteria.ts';
import { type ImportReport, importKinds } from '../../catalog/imports/import-report.ts';
import { formatProblem } from '../../catalog/source/problem.ts';
import { largestFile } from '../../catalog/source/text-file.ts';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { receiveForm } from '../../web/receive-form.ts';
import { onlyDrafts } from './draft-path-routes.ts';
import { beginDraft } from './draft-service.ts';
import { findDraft, findImportReport } from './draft-store.ts';
import type { DraftTexts } from './draft-texts.ts';
import { importPage } from './import-page.ts';

/** Bytes of all files of an import together, with the form around them. */
const largestImport = 32 * 1024 * 1024;
/** A SAMM model has a few hundred files. */
const mostFiles = 500;
const mostProblems = 20;

const importForm = z.object({ kind: z.enum(['', ...importKinds]).default('') });

type ShowNew = (res: Response, form: FormState) => Promise<void>;

/** Criteria of other tools, made into a draft with a report of what became of them. */
export function importRoutes(deps: Deps, showNew: ShowNew): Router {
  const router = Router();
  router.param('draftId', onlyDrafts);

  router.post('/criteria/drafts/import', allow('criteria.manage'), async (req, res) => {
    const actor = actorOf(res);
    await submitForm(
      req,
      async () => {
        const { report, ...texts } = await readForeign(req, languageOf(res));
        const id = await beginDraft(deps, actor, texts, report);
        res.redirect(303, `/criteria/drafts/${id}/import`);
      },
      (form) => showNew(res, form),
    );
  });

  router.get('/criteria/drafts/:draftId/import', allow('criteria.manage'), async (req, res) => {
    const draft = await findDraft(deps.db, idOf(req, 'draftId'));
    const report = await findImportReport(deps.db, draft.id);
    renderPage(res, 'criteria-drafts/import', importPage(draft, report, languageOf(res)));
  });

  return router;
}

/** Throws `invalid` in words when nothing can be made of the files, `too_large`. */
async function readForeign(req: Request, language: Language): Promise<DraftTexts & { readonly report: ImportReport }> {
  // Every browser says the length; files without one could fill the memory.
  const length = Number(req.get('content-length') ?? Number.NaN);
  if (!(length <= largestImport)) throw new AppError('too_large', message('error.bodyTooLarge'));
  const { body, files } = await receiveForm(req, largestImport, mostFiles);
  const { kind } = parse(importForm, body);
  if (files.length === 0) throw refused([message('drafts.importChoose')]);
  const result = importCriteria(files, kind === '' ? null : kind);
  if ('refused' in result) {
    const unknown = result.refused.key === 'imports.unknownKind';
    const problems = result.problems.slice(0, mostProblems);
    throw refused([
      unknown ? message('drafts.importUnknown') : result.refused,
      ...problems.map((problem) => message('drafts.inWorkbook', { text: formatProblem(problem, language) })),
    ]);
  }
  const { yaml, overlays, overlayYaml, report } = result;
  if (Math.max(...[yaml, ...overlayYaml].map((text) => Buffer.byteLength(text))) > largestFile)
    throw refused([message('drafts.importTooLong')]);
  return {
    source: yaml,
    overlays: Object.fromEntries(overlays.map((overlay, index) => [overlay.language, overlayYaml[index] ?? ''])),
    report,
  };
}

/** The first stands at the field, all of them in the summary. */
function refused(texts: readonly AppError['text'][]): AppError {
  const fields = texts.map((text, index) => [index === 0 ? 'foreign' : `foreign.${index}`, text]);
  return new AppError('invalid', message('error.checkFields'), Object.fromEntries(fields));
}
