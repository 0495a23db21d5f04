import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { displayName } from '../evidence/file-name.ts';
import { findOptionalAsFound, readResult } from '../results/read-result.ts';
import type { PaperBrand } from './paper-brand.ts';
import { openQueue } from './render-queue.ts';
import { reportOrder } from './report.ts';
import { writeInThread } from './write-paper.ts';

const reportQuery = z.object({ language: z.enum(languages).optional() });

/** The report as PDF, written in a thread beside the server. */
export function reportRoutes(deps: Deps, readBrand: (db: Db) => Promise<PaperBrand | null>): Router {
  const router = Router();
  const inTurn = openQueue(2, 20);

  router.get('/assessments/:id/report.pdf', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const language = parse(reportQuery, req.query).language ?? languageOf(res);
    const { dossier, result } = await readResult(deps, assessment);
    const asFound = await findOptionalAsFound(deps, assessment);
    const brand = await readBrand(deps.db);
    const { bytes } = await inTurn(() => writeInThread(deps, reportOrder({ dossier, result }, language, asFound, brand)));
    sendReport(res, bytes, { number: assessment.number, organization: dossier.organization.name, language });
  });

  return router;
}

interface ReportName {
  readonly number: string;
  readonly organization: string;
  readonly language: Language;
}

/** Shows a report in the browser, under a name such as `A-2026-0007 海川电器有限公司 评价报告.pdf`. */
export function sendReport(res: Response, pdf: Uint8Array, { number, organization, language }: ReportName): void {
  const name = translator(language)('results.reportFile', { number, organization });
  setPdfHead(res, displayName(`${name.replace(/[/\\]/g, '-')}.pdf`));
  res.end(pdf);
}
