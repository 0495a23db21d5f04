import { Router } from 'express';
import { z } from 'zod';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Deps } from '../../deps.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { allow } from '../../web/allow.ts';
import { parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { choiceQuery, viewedEntry } from '../criteria/choice-view.ts';
import { findVersion } from '../criteria/library-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { languagesOf, paperLanguages } from '../reports/paper.ts';
import { openQueue } from '../reports/render-queue.ts';
import { writeDocument } from '../reports/write-paper.ts';
import { bookletWriter } from './booklet.ts';
import { type ChecklistSection, countItems, evidenceChecklist } from './checklist.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'booklets/checklist': ChecklistPage;
  }
}

interface ChecklistPage extends PageFrame {
  readonly criteria: { readonly address: string; readonly title: string; readonly version: string };
  readonly sections: readonly ChecklistSection[];
  readonly counts: { readonly count: number; readonly required: number };
}

const bookletQuery = z.object({ language: z.enum(paperLanguages).optional() });

/** What is handed to a company before it is assessed. Writing a PDF keeps the processor busy: only one is written at once. */
export function bookletRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/criteria/:id/:version/booklet.pdf', allow('criteria.view'), async (req, res) => {
    const language = parse(bookletQuery, req.query).language ?? languageOf(res);
    const asked = parse(choiceQuery, req.query);
    const entry = viewedEntry(await findVersion(deps, req.params.id, req.params.version), asked);
    const at = entry.line.published?.at ?? deps.clock().toISOString();
    const order = { language, source: toSource(entry), at, brand: await readPaperBrand(deps.db), issue: null };
    const { bytes } = await inTurn(() => writeDocument(deps, bookletWriter, order));
    const { criteria } = entry;
    const [first = 'zh-CN'] = languagesOf(language);
    const title = textIn(criteria.title, first, criteria.language);
    const name = translator(first)('booklet.file', { title, version: criteria.version });
    setPdfHead(res, displayName(`${name.replace(/[/\\]/g, '-')}.pdf`));
    res.end(bytes);
  });

  router.get('/criteria/:id/:version/checklist', allow('criteria.view'), async (req, res) => {
    const language = languageOf(res);
    const whole = await findVersion(deps, req.params.id, req.params.version);
    const { criteria } = viewedEntry(whole, parse(choiceQuery, req.query));
    const sections = evidenceChecklist(criteria, language);
    renderPage(res, 'booklets/checklist', {
      title: translator(language)('booklet.checklist'),
      criteria: {
        address: `/criteria/${criteria.id}/${criteria.version}`,
        title: textIn(criteria.title, language, criteria.language),
        version: criteria.version,
      },
      sections,
      counts: countItems(sections),
    });
  });

  return router;
}

/** Of an entry of the library what the booklet is written from. */
function toSource({ criteria, hash }: CatalogEntry): CatalogEntry {
  return { criteria, hash };
}
