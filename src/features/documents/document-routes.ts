import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { setPdfHead } from '../../web/send-pdf.ts';
import { openKept, sendStream } from '../../web/send-stream.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { readPaperBrand } from '../branding/brand-store.ts';
import { displayName } from '../evidence/file-name.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { paperIds, paperLanguages } from '../reports/paper.ts';
import { offeredPapers } from '../reports/papers/all-papers.ts';
import { openQueue } from '../reports/render-queue.ts';
import { writeInThread } from '../reports/write-paper.ts';
import { listTimeStamps } from '../time-stamps/time-stamp-store.ts';
import type { DocumentsPage } from './document-pages.ts';
import { askForDocument, issueForm } from './document-service.ts';
import { fileNameOf } from './file-name-of.ts';
import { findIssuedDocument, findManifestText, listIssuedDocuments } from './issued-document-store.ts';
import { readPaperSource } from './read-paper-source.ts';
import { timeStampRoutes } from './time-stamp-routes.ts';

const previewQuery = z.object({ kind: z.enum(paperIds), language: z.enum(paperLanguages) });

/** The papers of an assessment: looked at as previews, issued with a code, kept as they were handed out. */
export function documentRoutes(deps: Deps): Router {
  const router = Router();
  router.use(pageRoutes(deps), fileRoutes(deps), timeStampRoutes(deps));
  return router;
}

function pageRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/documents', allow('assessment.view'), async (req, res) => {
    await show(deps, res, idOf(req), emptyForm);
  });

  router.post('/assessments/:id/documents', allow('assessment.issueDocuments'), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        const task = await askForDocument(deps, actorOf(res), id, parse(issueForm, req.body));
        res.redirect(303, `/tasks/${task}`);
      },
      (form) => show(deps, res.status(422), id, form),
    );
  });

  return router;
}

async function show(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  const [source, issued, organization] = await Promise.all([
    readPaperSource(deps, assessment),
    listIssuedDocuments(deps.db, id),
    findOrganization(deps.db, assessment.organizationId),
  ]);
  const timeStamps = await listTimeStamps(
    deps.db,
    issued.map((one) => one.id),
  );
  renderPage(res, 'documents/documents', {
    title: translatorOf(res)('documents.title'),
    assessment,
    organizationName: organization.name,
    offered: offeredPapers(source),
    issued,
    timeStamps,
    canStamp: rights.issueDocuments && deps.config.timeAuthority !== null,
    canIssue: rights.issueDocuments,
    isFinal: source.dossier.assessment.finishedAt !== null,
    others: othersOf(assessment, rights),
    form: { ...form, values: { language: languageOf(res), ...form.values } },
  });
}

/** Papers that stand on pages of their own, for those who may see them. */
function othersOf({ id, kind }: Assessment, rights: AssessmentRights): DocumentsPage['others'] {
  const base = `/assessments/${id}`;
  return [
    ...(kind !== 'self' && rights.seePlan ? [{ href: `${base}/plan.pdf`, text: 'plans.title' as const }] : []),
    ...(rights.seeFindings ? [{ href: `${base}/findings/nonconformities.pdf`, text: 'findings.form.title' as const }] : []),
  ];
}

function fileRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 20);

  router.get('/assessments/:id/documents/preview.pdf', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const { kind, language } = parse(previewQuery, req.query);
    const source = await readPaperSource(deps, assessment);
    const brand = await readPaperBrand(deps.db);
    const order = { paper: kind, language, source, brand, issue: 'preview' as const };
    const { bytes } = await inTurn(() => writeInThread(deps, order));
    const name = fileNameOf({ kind, language, number: assessment.number, organization: source.dossier.organization.name });
    setPdfHead(res, displayName(name));
    res.end(bytes);
  });

  router.get('/assessments/:id/documents/:documentId/file.pdf', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const document = await findIssuedDocument(deps.db, assessment.id, idOf(req, 'documentId'));
    const { name: organization } = await findOrganization(deps.db, assessment.organizationId);
    const name = fileNameOf({ ...document, number: assessment.number, organization });
    const bytes = await openKept(deps.files, { sha256: document.sha256, name });
    setPdfHead(res, displayName(name));
    res.set({ 'Content-Length': String(document.size), ETag: `"${document.sha256}"` });
    await sendStream(bytes, res);
  });

  router.get('/assessments/:id/documents/:documentId/manifest.json', allow('assessment.view'), async (req, res) => {
    const { assessment } = await accessAssessment(deps.db, actorOf(res), idOf(req));
    const document = await findIssuedDocument(deps.db, assessment.id, idOf(req, 'documentId'));
    res.set({
      'Content-Disposition': dispositionOf('attachment', `${document.code}.manifest.json`),
      'Cache-Control': 'private, no-store',
    });
    res.type('application/json').send(await findManifestText(deps.db, document.id));
  });

  return router;
}
