import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, isOfCompany, worksFor } from '../../model/actor.ts';
import { certificateStates } from '../../model/certificate-life.ts';
import { AppError } from '../../model/errors.ts';
import { may } from '../../model/permissions.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { openKept, sendStream } from '../../web/send-stream.ts';
import { leaveNotice } from '../../web/session.ts';
import { readBody } from '../branding/body-store.ts';
import { bodyRoutes } from './body-routes.ts';
import type { Certificate } from './certificate.ts';
import { countWaiting, listCertificateFiles } from './certificate-file-store.ts';
import { certificatePage } from './certificate-pages.ts';
import { searchCertificates } from './certificate-search-store.ts';
import { findCertificate, findFacts, listEvents } from './certificate-store.ts';
import { toCertificateLine } from './certificate-words.ts';
import { type SigningTrouble, signWaiting } from './sign-waiting.ts';
import { readSigningKey } from './signing-key.ts';
import { statisticsRoutes } from './statistics-routes.ts';

const certificateQuery = listQuery.extend({ state: z.enum(certificateStates).nullable().catch(null) });

/** Certificates for the office and, each its own, for companies, under `/certificates`. */
export function certificateRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/certificates', bodyRoutes(deps), statisticsRoutes(deps), readRoutes(deps), signRoutes(deps));
  return router;
}

function readRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('certificates.view'), async (req, res) => {
    const actor = actorOf(res);
    const { search, page, state } = parse(certificateQuery, req.query);
    const today = dayOf(deps.clock(), deps.config.timeZone);
    const range = { limit: pageSize, offset: (page - 1) * pageSize };
    const { rows, total } = await searchCertificates(deps.db, { search, state, grade: null, today, actor }, range);
    const canManage = may(actor, 'certificates.manage');
    renderPage(res, 'certificates/list', {
      title: translatorOf(res)('certificates.title'),
      search,
      state,
      list: toPaged(
        rows.map((row) => toCertificateLine(row, `/certificates/${row.id}`, languageOf(res), today)),
        total,
        page,
        addressOf('/certificates', { search, state }),
      ),
      filtered: search !== '' || state !== null,
      canManage,
      waiting: canManage ? await readWaiting(deps) : null,
    });
  });

  router.get('/:id', allow('certificates.view'), async (req, res) => {
    const actor = actorOf(res);
    const certificate = await findVisible(deps, actor, req);
    const [facts, files, events] = await Promise.all([
      findFacts(deps.db, certificate.id, certificate.edition),
      listCertificateFiles(deps.db, certificate.id),
      listEvents(deps.db, certificate.id),
    ]);
    const canManage = may(actor, 'certificates.manage');
    const today = dayOf(deps.clock(), deps.config.timeZone);
    renderPage(
      res,
      'certificates/show',
      certificatePage({ certificate, facts, files, events, canManage }, languageOf(res), today),
    );
  });

  router.get('/:id/editions/:edition/:language.pdf', allow('certificates.view'), async (req, res) => {
    const certificate = await findVisible(deps, actorOf(res), req);
    await sendPaper(deps, certificate, req, res);
  });

  return router;
}

function signRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/signatures', allow('certificates.manage'), async (req, res) => {
    const { signed, trouble } = await signWaiting(deps, actorOf(res));
    leaveNotice(req, trouble ? message(`certificates.trouble.${trouble}`) : message('certificates.signedNow', { count: signed }));
    res.redirect(303, '/certificates');
  });

  return router;
}

async function sendPaper(deps: Deps, certificate: Certificate, req: Request, res: Response): Promise<void> {
  const files = await listCertificateFiles(deps.db, certificate.id);
  const file = files.find(({ edition, language }) => String(edition) === req.params.edition && language === req.params.language);
  if (!file) throw new AppError('not_found', message('error.notFound'));
  const name = `${certificate.number}-${file.edition}.${file.language}.pdf`;
  const bytes = await openKept(deps.files, { sha256: file.sha256, name });
  res.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': dispositionOf('inline', name),
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  await sendStream(bytes, res);
}

/** What belongs to another company does not exist for somebody of a company. */
async function findVisible({ db }: Deps, actor: Actor, req: Request): Promise<Certificate> {
  const certificate = await findCertificate(db, idOf(req));
  if (isOfCompany(actor) && !worksFor(actor, certificate.organizationId))
    throw new AppError('not_found', message('error.notFound'));
  return certificate;
}

async function readWaiting(deps: Deps): Promise<{ count: number; trouble: SigningTrouble | null } | null> {
  const count = await countWaiting(deps.db);
  if (count === 0) return null;
  const { trouble } = await readSigningKey(deps.config, deps.clock());
  const { body } = await readBody(deps.db);
  return { count, trouble: trouble ?? (body ? null : 'no-body') };
}
