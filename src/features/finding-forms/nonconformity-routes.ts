import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message, translator } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { needsAnswer } from '../../model/finding-life.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { readFindings } from '../findings/read-findings.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { languagesOf, paperLanguages } from '../reports/paper.ts';
import { openQueue } from '../reports/render-queue.ts';
import { writeDocument } from '../reports/write-paper.ts';
import { nonconformityWriter } from './nonconformity-form.ts';

const query = z.object({ language: z.enum(paperLanguages).optional(), finding: z.uuid().optional() });

/** The nonconformity forms of an assessment to sign, all in one or a single one. */
export function nonconformityRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/assessments/:id/findings/nonconformities.pdf', allow('assessment.seeFindings'), async (req, res) => {
    const { language = languageOf(res), finding } = parse(query, req.query);
    const { assessment, criteria, findings } = await readFindings(deps, res, idOf(req));
    const wanted = findings.filter(
      ({ id, kind, state }) => needsAnswer(kind) && state !== 'withdrawn' && (!finding || id === finding),
    );
    if (wanted.length === 0) throw new AppError('not_found', message('error.notFound'));
    const organization = await findOrganization(deps.db, assessment.organizationId);
    const team = await listMembers(deps.db, assessment.id);
    const source = { assessment, criteria, organization, team, findings: wanted };
    const order = { language, source, brand: await readPaperBrand(deps.db), issue: null };
    const { bytes } = await inTurn(() => writeDocument(deps, nonconformityWriter, order));
    const number = wanted.length === 1 ? `${assessment.number}-${wanted[0]?.number ?? ''}` : assessment.number;
    const [first = 'zh-CN'] = languagesOf(language);
    const name = translator(first)('findings.form.file', { number, organization: organization.name });
    setPdfHead(res, displayName(`${name.replace(/[/\\]/g, '-')}.pdf`));
    res.end(bytes);
  });

  return router;
}
