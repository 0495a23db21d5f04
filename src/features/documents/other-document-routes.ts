import { type Request, type Response, Router } from 'express';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { bookletTitle } from '../booklets/booklet.ts';
import { choiceQuery, queryOf, viewedEntry } from '../criteria/choice-view.ts';
import { findVersion } from '../criteria/library-store.ts';
import { type DocumentSubject, documentsPath, keyOf } from './document-kind.ts';
import type { ShelfPage } from './document-pages.ts';
import { askForDocument, issueForm } from './document-service.ts';
import { issuedFileRoutes, type Shelf } from './issued-file-routes.ts';
import { readIssued } from './read-issued.ts';

/** A shelf with a page of its own, on which one kind of document is issued. */
interface OtherShelf extends Shelf {
  readonly page: (
    subject: DocumentSubject,
    res: Response,
    db: Db,
  ) => Promise<Pick<ShelfPage, 'kind' | 'lead' | 'preview' | 'back'>>;
}

/** Documents about no assessment: booklets of criteria, the overview of all organizations. */
export function otherDocumentRoutes(deps: Deps): Router {
  const router = Router();
  for (const shelf of [criteriaShelf(deps), portfolioShelf]) {
    router.use(shelfRoutes(deps, shelf), issuedFileRoutes(deps, shelf));
  }
  return router;
}

function criteriaShelf(deps: Deps): OtherShelf {
  const entryOf = async (db: Db, { id, version, variant, profile }: DocumentSubject & { of: 'criteria' }) =>
    viewedEntry(await findVersion({ ...deps, db }, id, version), { variant, profile });
  return {
    path: '/criteria/:id/:version/documents',
    see: 'criteria.view',
    issue: 'criteria.manage',
    subjectOf: async (db, req) => {
      const [id, version] = [String(req.params.id), String(req.params.version)];
      const { choice } = (await entryOf(db, { of: 'criteria', id, version, ...parse(choiceQuery, req.query) })).criteria;
      return { of: 'criteria', id, version, variant: choice?.variant?.id ?? null, profile: choice?.profile?.id ?? null };
    },
    page: async (subject, res, db) => {
      if (subject.of !== 'criteria') throw new Error('No criteria.');
      const { criteria } = await entryOf(db, subject);
      const path = `/criteria/${subject.id}/${subject.version}`;
      return {
        kind: 'booklet',
        lead: bookletTitle(criteria, languageOf(res)),
        preview: `${path}/booklet.pdf${queryOf(subject)}`,
        back: { href: keyOf(subject), text: `${subject.id} ${subject.version}` },
      };
    },
  };
}

const portfolioShelf: OtherShelf = {
  path: '/portfolio/documents',
  see: 'portfolio.view',
  issue: 'portfolio.view',
  subjectOf: async () => ({ of: 'portfolio' }),
  page: async (_subject, res) => ({
    kind: 'portfolio',
    lead: translatorOf(res)('paper.portfolio.about'),
    preview: '/portfolio.pdf',
    back: { href: '/certificates/statistics', text: translatorOf(res)('certificates.statistics') },
  }),
};

function shelfRoutes(deps: Deps, shelf: OtherShelf): Router {
  const router = Router();

  router.get(shelf.path, allow(shelf.see), (req, res) => show(deps, shelf, { req, res }, emptyForm));

  router.post(shelf.path, allow(shelf.issue), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const subject = await shelf.subjectOf(deps.db, req, res);
        const task = await askForDocument(deps, actorOf(res), subject, parse(issueForm, req.body));
        res.redirect(303, `/tasks/${task}`);
      },
      (form) => show(deps, shelf, { req, res: res.status(422) }, form),
    );
  });

  return router;
}

async function show(
  deps: Deps,
  shelf: OtherShelf,
  { req, res }: { readonly req: Request; readonly res: Response },
  form: FormState,
): Promise<void> {
  const subject = await shelf.subjectOf(deps.db, req, res);
  const canIssue = may(actorOf(res), shelf.issue);
  renderPage(res, 'documents/shelf', {
    title: translatorOf(res)('documents.title'),
    ...(await shelf.page(subject, res, deps.db)),
    ...(await readIssued(deps, subject, canIssue)),
    action: documentsPath(keyOf(subject)),
    canIssue,
    form: { ...form, values: { language: languageOf(res), ...form.values } },
  });
}
