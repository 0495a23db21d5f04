import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse, typedValues } from '../../web/forms.ts';
import { actorOf, wantsJson } from '../../web/frame.ts';
import { leaveNotice } from '../../web/session.ts';
import { ownPath } from '../accounts/account-forms.ts';
import { addForm } from './evidence-forms.ts';
import { showEvidenceList } from './evidence-list.ts';
import { type AddedEvidence, addEvidence, checkMayAdd } from './evidence-service.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';

/** Handing in, by form or by script. */
export function evidenceAddRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/assessments/:id/evidence', allow('assessment.handIn'), async (req, res) => {
    const assessmentId = idOf(req);
    await checkMayAdd(deps, actorOf(res), assessmentId);
    const upload = await receiveUpload(req, deps);
    try {
      answerAdded(req, res, assessmentId, await takeIn(deps, res, assessmentId, upload));
    } catch (error) {
      await answerRefused(deps, req, res, assessmentId, upload, error);
    } finally {
      await upload.discard();
    }
  });

  return router;
}

interface Taken {
  readonly added: readonly AddedEvidence[];
  readonly next: string | undefined;
}

async function takeIn(deps: Deps, res: Response, assessmentId: string, upload: Upload): Promise<Taken> {
  if (upload.refusal) throw upload.refusal;
  const { next, keepDetails: _, ...input } = parse(addForm, upload.body);
  return { added: await addEvidence(deps, actorOf(res), assessmentId, input, upload.files), next };
}

function answerAdded(req: Request, res: Response, assessmentId: string, { added, next }: Taken): void {
  const list = `/assessments/${assessmentId}/evidence`;
  if (wantsJson(req)) {
    res.status(201).json({ evidence: added.map((one) => ({ ...one, href: `${list}/${one.id}` })) });
    return;
  }
  leaveNotice(
    req,
    message('evidence.added', { count: added.length, references: added.map(({ reference }) => reference).join(', ') }),
  );
  res.redirect(303, next ? ownPath(next) : list);
}

const statusOf: Readonly<Record<string, number>> = { invalid: 422, too_large: 413, unavailable: 503 };

/** The form again with what was typed. Browsers do not let a page choose files, so those must be chosen again. */
async function answerRefused(
  deps: Deps,
  req: Request,
  res: Response,
  assessmentId: string,
  upload: Upload,
  error: unknown,
): Promise<void> {
  const status = error instanceof AppError ? statusOf[error.code] : undefined;
  if (!(error instanceof AppError) || status === undefined || wantsJson(req)) throw error;

  const errors = Object.keys(error.fields).length > 0 ? error.fields : { '': error.text };
  const again = upload.files.length > 0 ? { [upload.refusal ? 'files.again' : 'files']: message('evidence.chooseAgain') } : {};
  const form = { values: typedValues(upload.body), errors: { ...errors, ...again } };
  await showEvidenceList(deps, res.status(status), assessmentId, { search: '', kind: null, status: null, page: 1 }, form);
}
