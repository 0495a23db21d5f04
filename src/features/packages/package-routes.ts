import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { message, translator } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import type { PageFrame } from '../../web/pages.ts';
import { renderPage } from '../../web/pages.ts';
import { sendRange } from '../../web/send-range.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { displayName } from '../evidence/file-name.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { askForPackage } from './package-service.ts';
import { type EvidencePackage, findOptionalPackage } from './package-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'packages/show': PackagePage;
  }
}

export interface PackagePage extends PageFrame {
  readonly assessment: Assessment;
  readonly organizationName: string;
  /** null: none was made yet. */
  readonly made: EvidencePackage | null;
  readonly canMake: boolean;
}

const packageForm = z.strictObject({ language: z.enum(languages) });

/** Everything of an assessment in one archive: made in the background, downloaded in pieces if need be. */
export function packageRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/package', allow('assessment.view'), async (req, res) => {
    await show(deps, res, idOf(req));
  });

  router.post('/assessments/:id/package', allow('assessment.issueDocuments'), reauthenticate(deps), async (req, res) => {
    const { language } = parse(packageForm, req.body);
    const task = await askForPackage(deps, actorOf(res), { assessmentId: idOf(req), language });
    res.redirect(303, `/tasks/${task}`);
  });

  router.get('/assessments/:id/package/file.zip', allow('assessment.view'), reauthenticate(deps), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const made = await findOptionalPackage(deps.db, assessment.id);
    if (!made) throw new AppError('not_found', message('error.notFound'));
    const { name: organization } = await findOrganization(deps.db, assessment.organizationId);
    const name = translator(made.language)('packages.fileName', { number: assessment.number, organization });
    await sendRange(req, res, {
      name: displayName(`${name}.zip`),
      type: 'application/zip',
      size: made.size,
      tag: made.sha256,
      open: (range) => deps.files.open(made.sha256, range),
    });
  });

  return router;
}

async function show(deps: Deps, res: Response, id: string): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  const organization = await findOrganization(deps.db, assessment.organizationId);
  renderPage(res, 'packages/show', {
    title: translatorOf(res)('packages.title'),
    layout: 'narrow',
    assessment,
    organizationName: organization.name,
    made: await findOptionalPackage(deps.db, id),
    canMake: rights.issueDocuments,
  });
}
