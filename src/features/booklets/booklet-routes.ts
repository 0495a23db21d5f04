import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { choiceQuery, viewedEntry } from '../criteria/choice-view.ts';
import { findVersion } from '../criteria/library-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { openQueue } from '../reports/render-queue.ts';
import { renderBooklet } from './booklet.ts';
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

const bookletQuery = z.object({ language: z.enum(languages).optional() });

/** What is handed to a company before it is assessed. Writing a PDF keeps the processor busy: only one is written at once. */
export function bookletRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/criteria/:id/:version/booklet.pdf', allow('criteria.view'), async (req, res) => {
    const language = parse(bookletQuery, req.query).language ?? languageOf(res);
    const asked = parse(choiceQuery, req.query);
    const entry = viewedEntry(await findVersion(deps, req.params.id, req.params.version), asked);
    const createdAt = entry.line.published ? new Date(entry.line.published.at) : deps.clock();
    const pdf = await inTurn(() => renderBooklet(entry, language, createdAt));
    const { criteria } = entry;
    const title = textIn(criteria.title, language, criteria.language);
    const name = translator(language)('booklet.file', { title, version: criteria.version });
    sendPdf(res, pdf, displayName(`${name.replace(/[/\\]/g, '-')}.pdf`));
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

function sendPdf(res: Response, pdf: Buffer, name: string): void {
  res.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': dispositionOf('inline', name),
    'Cache-Control': 'private, no-store',
    // Browsers show a PDF with a viewer of their own, which the policy of our pages would keep from drawing.
    'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  res.end(pdf);
}
