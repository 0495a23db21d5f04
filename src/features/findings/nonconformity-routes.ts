import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { message, translator } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { needsAnswer } from '../../model/finding-life.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf, parse } from '../../web/forms.ts';
import { languageOf } from '../../web/frame.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { renderNonconformities } from './nonconformity-form.ts';
import { readFindings } from './read-findings.ts';

const query = z.object({ language: z.enum(languages).optional(), finding: z.uuid().optional() });

/** The nonconformity forms of an assessment to sign, all in one or a single one. */
export function nonconformityRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/findings/nonconformities.pdf', allow('assessment.seeFindings'), async (req, res) => {
    const { language = languageOf(res), finding } = parse(query, req.query);
    const { assessment, criteria, findings } = await readFindings(deps, res, idOf(req));
    const wanted = findings.filter(
      ({ id, kind, state }) => needsAnswer(kind) && state !== 'withdrawn' && (!finding || id === finding),
    );
    if (wanted.length === 0) throw new AppError('not_found', message('error.notFound'));
    const organization = await findOrganization(deps.db, assessment.organizationId);
    const team = await listMembers(deps.db, assessment.id);
    const pdf = await renderNonconformities({ assessment, criteria, organization, team, findings: wanted }, language);
    const number = wanted.length === 1 ? `${assessment.number}-${wanted[0]?.number ?? ''}` : assessment.number;
    const name = translator(language)('findings.form.file', { number, organization: organization.name });
    res.set({
      'Content-Type': 'application/pdf',
      'Content-Disposition': dispositionOf('inline', displayName(`${name.replace(/[/\\]/g, '-')}.pdf`)),
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    res.end(pdf);
  });

  return router;
}
