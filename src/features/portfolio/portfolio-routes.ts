import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { translator } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { languagesOf, paperLanguages } from '../reports/paper.ts';
import { openQueue } from '../reports/render-queue.ts';
import { writeDocument } from '../reports/write-paper.ts';
import { portfolioWriter } from './portfolio-paper.ts';
import { readPortfolio } from './read-portfolio.ts';

const query = z.object({ language: z.enum(paperLanguages).optional() });

/** How all organizations stand, as one paper for the office. */
export function portfolioRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 10);

  router.get('/portfolio.pdf', allow('portfolio.view'), async (req, res) => {
    const language = parse(query, req.query).language ?? languageOf(res);
    const source = await readPortfolio(deps);
    const order = { language, source, brand: await readPaperBrand(deps.db), issue: null };
    const { bytes } = await inTurn(() => writeDocument(deps, portfolioWriter, order));
    const [first = 'zh-CN'] = languagesOf(language);
    setPdfHead(res, `${translator(first)('portfolio.title')} ${source.day}.pdf`);
    res.end(bytes);
  });

  return router;
}
