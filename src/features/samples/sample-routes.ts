import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { clauseGroups } from '../evidence/evidence-pages.ts';
import { findRatedClause } from '../ratings/rating-service.ts';
import { findSeenRating } from '../ratings/seen-rating.ts';
import { takeOver } from './rating-proposal.ts';
import { drawMethods, mostItems } from './sample.ts';
import { drawForm, itemField, itemsForm } from './sample-forms.ts';
import { sampleProposal, toSampleLine } from './sample-pages.ts';
import { drawSample, type ItemFinding, recordItems, removeSample } from './sample-service.ts';
import { findSample, listItems, listSamples } from './sample-store.ts';

/** Samples: drawing, looking at the items one by one, and rating the clause by what was found. */
export function sampleRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/samples', allow('assessment.view'), async (req, res) => {
    await showSamples(deps, req, res, null);
  });

  router.post('/assessments/:id/samples', allow('assessment.takeSamples'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const id = await drawSample(deps, actorOf(res), idOf(req), parse(drawForm, req.body));
        leaveNotice(req, message('samples.drawn'));
        res.redirect(303, `/assessments/${idOf(req)}/samples/${id}`);
      },
      (form) => showSamples(deps, req, res.status(422), form),
    );
  });

  router.get('/assessments/:id/samples/:sampleId', allow('assessment.view'), async (req, res) => {
    await showSample(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/samples/:sampleId', allow('assessment.takeSamples'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { revision } = parse(itemsForm, req.body);
        await recordItems(deps, actorOf(res), placeOf(req), { revision, findings: findingsIn(req.body) });
        leaveNotice(req, message('samples.saved'));
        res.redirect(303, hrefOf(req));
      },
      (form) => showSample(deps, req, res.status(422), form),
    );
  });

  router.post('/assessments/:id/samples/:sampleId/rating', allow('assessment.rate'), async (req, res) => {
    await accessAssessment(deps.db, actorOf(res), idOf(req), 'rate');
    const { sample, proposal } = await readProposal(deps, req, res);
    if (!proposal.rating) throw new AppError('conflict', message('samples.notEnough'));
    await takeOver(deps, actorOf(res), { assessmentId: idOf(req), clauseId: sample.clauseId }, proposal.rating);
    leaveNotice(req, message('samples.used', { name: sample.reference }));
    res.redirect(303, hrefOf(req));
  });

  router.post('/assessments/:id/samples/:sampleId/removal', allow('assessment.takeSamples'), async (req, res) => {
    const reference = await removeSample(deps, actorOf(res), placeOf(req));
    leaveNotice(req, message('samples.removed', { reference }));
    res.redirect(303, `/assessments/${idOf(req)}/samples`);
  });

  return router;
}

function placeOf(req: Request): { assessmentId: string; sampleId: string } {
  return { assessmentId: idOf(req), sampleId: idOf(req, 'sampleId') };
}

function hrefOf(req: Request): string {
  return `/assessments/${idOf(req)}/samples/${idOf(req, 'sampleId')}`;
}

/** The items of the form; what is no field of an item is left alone. */
function findingsIn(body: Readonly<Record<string, unknown>>): ItemFinding[] {
  const places = Object.keys(body).flatMap((name) => /^outcome\.(\d{1,3})$/.exec(name)?.[1] ?? []);
  return places.slice(0, mostItems).map((place) => ({
    place: Number(place),
    outcome: parse(itemField.outcome, body[`outcome.${place}`]) || null,
    note: parse(itemField.note, body[`note.${place}`] ?? '')
      .replaceAll('\r\n', '\n')
      .trim(),
    evidence: parse(itemField.evidence, body[`evidence.${place}`] ?? '').trim(),
  }));
}

async function showSamples(deps: Deps, req: Request, res: Response, form: FormState | null): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  const samples = await listSamples(deps.db, assessment.id);
  const clause = typeof req.query.clause === 'string' ? req.query.clause : '';
  renderPage(res, 'samples/list', {
    title: `${translatorOf(res)('samples.title')} · ${assessment.number}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    samples: samples.map((sample) => toSampleLine(sample, criteria, language)),
    mayDraw: rights.takeSamples,
    form: form ?? { values: { clause, method: 'random' }, errors: {} },
    methods: drawMethods,
    groups: clauseGroups(criteria, language),
  });
}

async function readProposal(deps: Deps, req: Request, res: Response) {
  const access = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const sample = await findSample(deps.db, idOf(req), idOf(req, 'sampleId'));
  const criteria = await findCriteriaCopy(deps, access.assessment.criteriaHash);
  const clause = findRatedClause(criteria, sample.clauseId);
  const place = { assessmentId: idOf(req), clauseId: sample.clauseId };
  const current = await findSeenRating(deps.db, place, actorOf(res).id);
  return { ...access, sample, criteria, clause, proposal: sampleProposal(sample, clause, current?.rating ?? null) };
}

async function showSample(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { assessment, rights, sample, criteria, clause, proposal } = await readProposal(deps, req, res);
  renderPage(res, 'samples/show', {
    title: `${sample.reference} ${sample.title}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    sample: toSampleLine(sample, criteria, languageOf(res)),
    items: await listItems(deps.db, sample.id),
    mayChange: rights.takeSamples,
    mayRate: rights.rate,
    takesSamples: clause.method?.by === 'sample',
    proposal,
    form,
  });
}
