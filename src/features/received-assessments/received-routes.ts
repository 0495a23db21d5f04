import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { largestFile } from '../../catalog/source/text-file.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, listQuery, toPaged } from '../../web/paging.ts';
import { receiveForm } from '../../web/receive-form.ts';
import { leaveNotice } from '../../web/session.ts';
import { receivedFileRoutes } from './received-file-routes.ts';
import {
  type CheckedFile,
  type ProblemList,
  receivedPage,
  toCheckedFile,
  toProblemList,
  toReceivedRow,
} from './received-pages.ts';
import { readReceived, removeReceived, takeReceived } from './received-service.ts';
import { findReceived, pageReceived } from './received-store.ts';

const bringForm = z.object({ deed: z.enum(['check', 'take']) });

/** Assessments that were made elsewhere, under `/received-assessments`. */
export function receivedRoutes(deps: Deps): Router {
  const router = Router();
  const base = '/received-assessments';

  router.get(base, allow('received.manage'), (req, res) => showList(deps, req, res, emptyForm));

  router.post(base, allow('received.manage'), (req, res) =>
    submitForm(
      req,
      () => bring(deps, req, res),
      (form) => showList(deps, req, res.status(422), form),
    ),
  );

  router.get(`${base}/:id`, allow('received.manage'), async (req, res) => {
    const received = await findReceived(deps.db, idOf(req));
    renderPage(res, 'received-assessments/show', receivedPage(received, languageOf(res)));
  });

  router.post(`${base}/:id/removal`, allow('received.manage'), async (req, res) => {
    await removeReceived(deps, actorOf(res), idOf(req));
    leaveNotice(req, message('received.removed'));
    res.redirect(303, base);
  });

  router.use(receivedFileRoutes(deps));
  return router;
}

/** Reads the file; takes it in, or only says what it would give. */
async function bring(deps: Deps, req: Request, res: Response): Promise<void> {
  const { body, files } = await receiveForm(req, largestFile, 1);
  const { deed } = parse(bringForm, body);
  const [file] = files;
  if (!file) throw new AppError('invalid', message('error.checkFields'), { file: message('received.noFile') });
  const language = languageOf(res);
  const reading = await readReceived(deps, file);
  if ('problems' in reading) {
    await showList(deps, req, res.status(422), emptyForm, { problems: toProblemList(file.name, reading.problems, language) });
    return;
  }
  if (deed === 'check') {
    await showList(deps, req, res, emptyForm, { checked: toCheckedFile(file.name, reading.received, language) });
    return;
  }
  const id = await takeReceived(deps, actorOf(res), reading.received);
  leaveNotice(req, message('received.taken'));
  res.redirect(303, `/received-assessments/${id}`);
}

async function showList(
  deps: Deps,
  req: Request,
  res: Response,
  form: FormState,
  { problems = null, checked = null }: { readonly problems?: ProblemList | null; readonly checked?: CheckedFile | null } = {},
): Promise<void> {
  const { search, page } = parse(listQuery, req.query);
  const { rows, total } = await pageReceived(deps.db, search, page);
  const lines = rows.map((row) => toReceivedRow(row, languageOf(res)));
  renderPage(res, 'received-assessments/list', {
    title: translatorOf(res)('received.title'),
    list: toPaged(lines, total, page, addressOf('/received-assessments', { search })),
    ...{ search, form, problems, checked },
  });
}
