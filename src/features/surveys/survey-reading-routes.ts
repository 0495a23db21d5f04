import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { clauseGroups } from '../evidence/evidence-pages.ts';
import { readRatings } from '../ratings/rating-store.ts';
import { takeOver } from '../samples/rating-proposal.ts';
import { guessColumns } from './guess-columns.ts';
import { mostRows } from './outline-survey.ts';
import { rejectsCsv } from './rejects-csv.ts';
import { columnsIn, exclusionForm, revisionForm } from './survey-forms.ts';
import { delimiterName, filledColumns, proposedRating, toAnswerLine } from './survey-pages.ts';
import type { SurveyReader } from './survey-pool.ts';
import { chooseColumns, excludeRow, removeSurvey } from './survey-service.ts';
import { findOptionalColumns, findSurvey, listExclusions } from './survey-store.ts';

/** One sheet: its columns, its figures, the rows left out, and rating by it. */
export function surveyReadingRoutes(deps: Deps, surveys: SurveyReader): Router {
  const router = Router();
  router.use(columnRoutes(deps, surveys), figureRoutes(deps, surveys), exclusionRoutes(deps, surveys));
  return router;
}

function columnRoutes(deps: Deps, surveys: SurveyReader): Router {
  const router = Router();
  const tools = { ...deps, surveys };

  router.get('/assessments/:id/surveys/:surveyId/columns', allow('assessment.bringSurveys'), async (req, res) => {
    await showColumns(deps, req, res, null);
  });

  router.post('/assessments/:id/surveys/:surveyId/columns', allow('assessment.bringSurveys'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { outline } = await findSurvey(deps.db, idOf(req), idOf(req, 'surveyId'));
        const { revision } = parse(revisionForm, req.body);
        const columns = columnsIn(req.body, outline.header.length);
        await chooseColumns(tools, actorOf(res), placeOf(req), { revision, columns });
        leaveNotice(req, message('surveys.read'));
        res.redirect(303, hrefOf(req));
      },
      (form) => showColumns(deps, req, res.status(422), form),
    );
  });

  return router;
}

function figureRoutes(deps: Deps, surveys: SurveyReader): Router {
  const router = Router();

  router.get('/assessments/:id/surveys/:surveyId', allow('assessment.view'), async (req, res) => {
    await showSurvey(deps, req, res, emptyForm);
  });

  router.get('/assessments/:id/surveys/:surveyId/rejects.csv', allow('assessment.view'), async (req, res) => {
    await accessAssessment(deps.db, actorOf(res), idOf(req));
    const { columns, sha256, title } = await findSurvey(deps.db, idOf(req), idOf(req, 'surveyId'));
    if (columns === null) throw new AppError('not_found', message('error.notFound'));
    const excluded = (await listExclusions(deps.db, idOf(req, 'surveyId'))).map(({ row }) => row);
    const { rejects } = await surveys.figures({
      source: await deps.files.sourceOf(sha256),
      columns,
      excluded,
      mostRejects: mostRows,
    });
    res.setHeader('Content-Disposition', dispositionOf('attachment', `${title}.csv`));
    res.type('text/csv; charset=utf-8').send(rejectsCsv(rejects, translatorOf(res)));
  });

  router.post('/assessments/:id/surveys/:surveyId/answers/:column/rating', allow('assessment.rate'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req), 'rate');
    const { figures } = await findSurvey(deps.db, idOf(req), idOf(req, 'surveyId'));
    const answer = figures?.answers.find(({ column }) => String(column) === req.params.column);
    if (!answer?.clause) throw new AppError('not_found', message('error.notFound'));
    const rating = proposedRating(answer, await findCriteriaCopy(deps, assessment.criteriaHash));
    if (!rating) throw new AppError('conflict', message('surveys.notEnough'));
    await takeOver(deps, actorOf(res), { assessmentId: assessment.id, clauseId: answer.clause }, rating);
    leaveNotice(req, message('samples.used', { name: answer.header }));
    res.redirect(303, `${hrefOf(req)}#answer-${answer.column}`);
  });

  return router;
}

function exclusionRoutes(deps: Deps, surveys: SurveyReader): Router {
  const router = Router();
  const tools = { ...deps, surveys };

  router.post('/assessments/:id/surveys/:surveyId/exclusions', allow('assessment.bringSurveys'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await excludeRow(tools, actorOf(res), placeOf(req), parse(exclusionForm, req.body));
        leaveNotice(req, message('surveys.rowLeftOut'));
        res.redirect(303, hrefOf(req));
      },
      (form) => showSurvey(deps, req, res.status(422), form),
    );
  });

  router.post(
    '/assessments/:id/surveys/:surveyId/exclusions/:row/removal',
    allow('assessment.bringSurveys'),
    async (req, res) => {
      const { revision } = parse(revisionForm, req.body);
      await excludeRow(tools, actorOf(res), placeOf(req), { revision, row: Number(req.params.row), reason: null });
      leaveNotice(req, message('surveys.rowTakenIn'));
      res.redirect(303, hrefOf(req));
    },
  );

  router.post('/assessments/:id/surveys/:surveyId/removal', allow('assessment.bringSurveys'), async (req, res) => {
    const title = await removeSurvey(deps, actorOf(res), placeOf(req));
    leaveNotice(req, message('surveys.removed', { title }));
    res.redirect(303, `/assessments/${idOf(req)}/surveys`);
  });

  return router;
}

function placeOf(req: Request): { assessmentId: string; surveyId: string } {
  return { assessmentId: idOf(req), surveyId: idOf(req, 'surveyId') };
}

function hrefOf(req: Request): string {
  return `/assessments/${idOf(req)}/surveys/${idOf(req, 'surveyId')}`;
}

/** As they were chosen, else as for the last sheet with these columns, else as the first rows look. */
async function showColumns(deps: Deps, req: Request, res: Response, form: FormState | null): Promise<void> {
  const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req), 'bringSurveys');
  const survey = await findSurvey(deps.db, assessment.id, idOf(req, 'surveyId'));
  const remembered = survey.columns ? null : await findOptionalColumns(deps.db, assessment.criteriaId, survey.fingerprint);
  const choices = survey.columns ?? remembered ?? guessColumns(survey.outline);
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  renderPage(res, 'surveys/columns', {
    title: `${translatorOf(res)('surveys.columns')} · ${survey.title}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    survey,
    href: hrefOf(req),
    delimiter: delimiterName(survey.outline.delimiter),
    columns: survey.outline.header.map((header, index) => ({
      header,
      examples: [...new Set(survey.outline.start.map((row) => row[index] ?? ''))].filter((text) => text !== '').slice(0, 4),
    })),
    remembered: remembered !== null,
    form: form ?? filledColumns(choices),
    groups: clauseGroups(criteria, languageOf(res)),
  });
}

async function showSurvey(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const survey = await findSurvey(deps.db, assessment.id, idOf(req, 'surveyId'));
  if (survey.figures === null) {
    if (!rights.bringSurveys) throw new AppError('not_found', message('error.notFound'));
    res.redirect(303, `${hrefOf(req)}/columns`);
    return;
  }
  const { figures } = survey;
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const ratings = await readRatings(deps.db, assessment.id);
  renderPage(res, 'surveys/show', {
    title: `${survey.title} · ${assessment.number}`,
    assessment: { id: assessment.id, number: assessment.number },
    survey,
    figures,
    href: hrefOf(req),
    answers: figures.answers.map((answer) => toAnswerLine(answer, survey, criteria, languageOf(res), ratings)),
    exclusions: await listExclusions(deps.db, survey.id),
    mayChange: rights.bringSurveys,
    mayRate: rights.rate,
    form,
  });
}
