import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, typedValues } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { checkMayAdd } from '../evidence/evidence-service.ts';
import { limitText, receiveUpload, type Upload } from '../evidence/receive-upload.ts';
import { bringForm } from './survey-forms.ts';
import { openSurveyReader, type SurveyReader } from './survey-pool.ts';
import { surveyReadingRoutes } from './survey-reading-routes.ts';
import { bringSurvey } from './survey-service.ts';
import { listSurveys } from './survey-store.ts';

/** Sheets of answers and visits: bringing them in, choosing their columns, what came out. */
export function surveyRoutes(deps: Deps): Router {
  const router = Router();
  const surveys = openSurveyReader(deps);

  router.get('/assessments/:id/surveys', allow('assessment.view'), async (req, res) => {
    await showSurveys(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/surveys', allow('assessment.bringSurveys'), async (req, res) => {
    await checkMayAdd(deps, actorOf(res), idOf(req), 'bringSurveys');
    const upload = await receiveUpload(req, deps);
    try {
      const id = await takeIn(deps, surveys, req, res, upload);
      leaveNotice(req, message('surveys.brought'));
      res.redirect(303, `/assessments/${idOf(req)}/surveys/${id}/columns`);
    } catch (error) {
      await answerRefused(deps, req, res, upload, error);
    } finally {
      await upload.discard();
    }
  });

  router.use(surveyReadingRoutes(deps, surveys));
  return router;
}

async function takeIn(deps: Deps, surveys: SurveyReader, req: Request, res: Response, upload: Upload): Promise<string> {
  if (upload.refusal) throw upload.refusal;
  const input = parse(bringForm, upload.body);
  const [file, ...more] = upload.files;
  if (!file || more.length > 0) {
    const text = message('surveys.oneFile');
    throw new AppError('invalid', text, { files: text });
  }
  return bringSurvey({ ...deps, surveys }, actorOf(res), idOf(req), input, file);
}

const statusOf: Readonly<Record<string, number>> = { invalid: 422, too_large: 413, unavailable: 503 };

async function answerRefused(deps: Deps, req: Request, res: Response, upload: Upload, error: unknown): Promise<void> {
  const status = error instanceof AppError ? statusOf[error.code] : undefined;
  if (!(error instanceof AppError) || status === undefined) throw error;
  const errors = Object.keys(error.fields).length > 0 ? error.fields : { '': error.text };
  await showSurveys(deps, req, res.status(status), { values: typedValues(upload.body), errors });
}

async function showSurveys(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), idOf(req));
  const surveys = await listSurveys(deps.db, assessment.id);
  renderPage(res, 'surveys/list', {
    title: `${translatorOf(res)('surveys.title')} · ${assessment.number}`,
    layout: 'wide',
    assessment: { id: assessment.id, number: assessment.number },
    surveys: surveys.map((survey) => ({ ...survey, href: `/assessments/${assessment.id}/surveys/${survey.id}` })),
    mayBring: rights.bringSurveys,
    form,
    limit: limitText(deps.config.uploadLimit),
  });
}
