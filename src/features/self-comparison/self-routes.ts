import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { resultOf } from '../../model/result-of.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, requiredText, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { readScoredDossier } from '../dossiers/read-dossier.ts';
import { findOptionalSelf, listSelfChoices, toSelfAssessment } from '../dossiers/self-assessment-store.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { toSelfComparison } from './self-pages.ts';
import { linkSelf, takeEvidence } from './self-service.ts';

const linkForm = z.strictObject({
  self: z.union([z.literal(''), z.uuid()]).transform((value) => (value === '' ? null : value)),
});
const evidenceForm = z.strictObject({ reference: requiredText(20), clause: requiredText(200) });

/** The company's own assessment beside an audit. */
export function selfRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/self-assessment', allow('assessment.view'), (req, res) => show(deps, res, idOf(req), null));

  router.post('/assessments/:id/self-assessment', allow('assessment.assign'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        await linkSelf(deps, actorOf(res), id, parse(linkForm, req.body).self);
        leaveNotice(req, message('self.saved'));
        res.redirect(303, `/assessments/${id}/self-assessment`);
      },
      (form) => show(deps, res.status(422), id, form),
    );
  });

  router.post('/assessments/:id/self-assessment/evidence', allow('assessment.rate'), async (req, res) => {
    const id = idOf(req);
    const { reference: origin, clause } = parse(evidenceForm, req.body);
    const reference = await takeEvidence(deps, actorOf(res), id, origin);
    leaveNotice(
      req,
      reference === null ? message('self.evidenceTakenBefore', { origin }) : message('self.evidenceTaken', { origin, reference }),
    );
    res.redirect(303, `/assessments/${id}/clauses/${encodeURIComponent(clause)}`);
  });

  return router;
}

async function show(deps: Deps, res: Response, id: string, form: FormState | null): Promise<void> {
  const { db } = deps;
  const { assessment, rights } = await accessAssessment(db, actorOf(res), id);
  const language = languageOf(res);
  const t = translatorOf(res);
  const dossier = await readScoredDossier(deps, assessment);
  const self = await findOptionalSelf(db, assessment);
  const choices = rights.assign ? await listSelfChoices(db, assessment) : [];
  renderPage(res, 'self-comparison/show', {
    title: `${t('self.title')} ${assessment.number}`,
    layout: 'wide',
    assessment: { id, number: assessment.number },
    organizationName: (await findOrganization(db, assessment.organizationId)).name,
    comparison: self && toSelfComparison(dossier, resultOf(dossier), toSelfAssessment(self), language),
    choices: choices.map(({ id: value, number, to, criteriaVersion: version, score }) => ({
      value,
      label: t('self.option', { number, to, version, score }),
    })),
    mayChoose: rights.assign && choices.length > 0,
    form: form ?? { ...emptyForm, values: { self: self?.id ?? '' } },
  });
}
