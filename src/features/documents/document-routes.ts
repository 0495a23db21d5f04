import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { accessAssessment, accessForChange } from '../assessments/assessment-access.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { paperIds, paperLanguages } from '../reports/paper.ts';
import { openQueue } from '../reports/render-queue.ts';
import { type AssessmentDocumentId, assessmentDocumentIds } from './document-kind.ts';
import { askForDocument, deedOfIssuing, issueForm, maySee } from './document-service.ts';
import { fileNameOf } from './file-name-of.ts';
import { issuedFileRoutes, type Shelf } from './issued-file-routes.ts';
import { otherDocumentRoutes } from './other-document-routes.ts';
import { listOffered, prepareDocument } from './prepare-document.ts';
import { readIssued } from './read-issued.ts';

const previewQuery = z.object({ kind: z.enum(assessmentDocumentIds), language: z.enum(paperLanguages) });

const shelf: Shelf = {
  path: '/assessments/:id/documents',
  see: 'assessment.follow',
  issue: 'assessment.issueDocuments',
  subjectOf: async (db, req, res) => {
    const { assessment } = await accessAssessment(db, actorOf(res), idOf(req), 'follow');
    return { of: 'assessment', id: assessment.id };
  },
  checkSight: async (db, res, subject, { kind }) => {
    if (subject.of !== 'assessment') return;
    const { rights } = await accessAssessment(db, actorOf(res), subject.id, 'follow');
    if (!maySee(actorOf(res), rights, kind)) throw new AppError('not_found', message('error.notFound'));
  },
  checkChange: async (trx, res, subject, { kind }) => {
    const own = assessmentDocumentIds.find((id) => id === kind);
    if (subject.of === 'assessment' && own) await accessForChange(trx, actorOf(res), subject.id, deedOfIssuing(own));
  },
};

/** The papers of an assessment: looked at as previews, issued with a code, kept as they were handed out; those of other things beside. */
export function documentRoutes(deps: Deps): Router {
  const router = Router();
  router.use(pageRoutes(deps), previewRoutes(deps), issuedFileRoutes(deps, shelf), otherDocumentRoutes(deps));
  return router;
}

function pageRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/documents', allow('assessment.follow'), async (req, res) => {
    await show(deps, res, idOf(req), emptyForm);
  });

  router.post('/assessments/:id/documents', allow('assessment.issueDocuments'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const task = await askForDocument(deps, actorOf(res), { of: 'assessment', id }, parse(issueForm, req.body));
        res.redirect(303, `/tasks/${task}`);
      },
      (form) => show(deps, res.status(422), id, form),
    );
  });

  return router;
}

async function show(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const actor = actorOf(res);
  const { assessment, rights } = await accessAssessment(deps.db, actor, id, 'follow');
  const [offered, organization] = await Promise.all([
    rights.view ? listOffered(deps, assessment) : [],
    findOrganization(deps.db, assessment.organizationId),
  ]);
  const issuable = offered.filter((kind) => mayIssue(rights, kind));
  const isFinal = ['reported', 'finished', 'stopped'].includes(assessment.state);
  // Once the result stands, what tells it is what most come for.
  const kind = (isFinal && paperIds.find((id) => issuable.includes(id))) || issuable[0];
  renderPage(res, 'documents/documents', {
    title: translatorOf(res)('documents.title'),
    assessment,
    organizationName: organization.name,
    offered,
    issuable,
    ...(await readIssued(deps, { of: 'assessment', id }, issuable.length > 0, (one) => maySee(actor, rights, one))),
    seesAll: rights.view,
    isFinal,
    form: { ...form, values: { language: languageOf(res), ...(kind && { kind }), ...form.values } },
  });
}

function mayIssue(rights: AssessmentRights, kind: AssessmentDocumentId): boolean {
  return rights[deedOfIssuing(kind)];
}

function previewRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/assessments/:id/documents/preview.pdf', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const { kind, language } = parse(previewQuery, req.query);
    const prepared = await prepareDocument(deps, { of: 'assessment', id: assessment.id }, kind);
    if (!prepared) throw new AppError('not_found', message('documents.notOffered'));
    const look = { language, brand: await readPaperBrand(deps.db), issue: 'preview' as const };
    const { bytes } = await inTurn(() => prepared.write(deps, look));
    const { name: organization } = await findOrganization(deps.db, assessment.organizationId);
    setPdfHead(res, displayName(fileNameOf({ kind, language, number: assessment.number, organization })));
    res.end(bytes);
  });

  return router;
}
