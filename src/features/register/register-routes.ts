import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { languages } from '../../i18n/language.ts';
import { message, translateMessage, translator } from '../../i18n/translate.ts';
import { certificateStates, stateOfCertificate } from '../../model/certificate-life.ts';
import { textIn } from '../../model/clauses.ts';
import { AppError } from '../../model/errors.ts';
import { readBytes } from '../../storage/file-bytes.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { parse } from '../../web/forms.ts';
import { frameOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { addressOf, listQuery, pageSize, toPaged } from '../../web/paging.ts';
import { requestsAMinute } from '../../web/request-limits.ts';
import { listGrades, mostCounted, searchCertificates } from '../certificates/certificate-search-store.ts';
import { findCertificate, findFacts, findOptionalByNumber, listEvents } from '../certificates/certificate-store.ts';
import { receiveUpload } from '../evidence/receive-upload.ts';
import { judgeUpload } from './judge-upload.ts';
import { badgeSvg } from './register-badge.ts';
import { registerCsv, registerJson } from './register-list.ts';
import { type PublicParts, toPublic, toRegisterLine } from './register-pages.ts';

const registerQuery = listQuery.extend({
  grade: z
    .string()
    .max(100)
    .catch('')
    .transform((value) => value || null),
  state: z.enum(certificateStates).nullable().catch(null),
});
const languageQuery = z.object({ language: z.enum(languages).optional() });
/** Bytes that a file to be checked may have. */
const largestUpload = 10 * 1024 * 1024;

/** What everybody may know of certificates, under `/register`: no sign-in, no personal data. */
export function registerRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/register', requestsAMinute(120), searchRoutes(deps), verificationRoutes(deps), certificateRoutes(deps));
  return router;
}

function searchRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('public'), async (req, res) => {
    keepForAMinute(res);
    await showSearch(deps, req, res, null);
  });

  // The same search for programs and spreadsheets, as far as it is counted.
  for (const form of ['json', 'csv'] as const) {
    router.get(`/list.${form}`, allow('public'), async (req, res) => {
      keepForAMinute(res);
      const { search, grade, state } = parse(registerQuery, req.query);
      const [language, today] = [chosenLanguage(req, res), todayOf(deps)];
      const range = { limit: mostCounted, offset: 0 };
      const { rows, total } = await searchCertificates(deps.db, { search, grade, state, today, actor: null }, range);
      const lines = rows.map((row) => toRegisterLine(row, language, today));
      const list = { lines, more: total >= mostCounted, address: deps.config.address, checkedAt: today };
      if (form === 'json') return answerTagged(req, res, 'application/json', registerJson(list));
      res.set('Content-Disposition', dispositionOf('attachment', 'register.csv'));
      answerTagged(req, res, 'text/csv', registerCsv(list, translator(language)));
    });
  }

  return router;
}

async function showSearch(deps: Deps, req: Request, res: Response, uploadError: string | null): Promise<void> {
  const { search, page, grade, state } = parse(registerQuery, req.query);
  const [language, today] = [languageOf(res), todayOf(deps)];
  const filtered = search !== '' || grade !== null || state !== null;
  const range = { limit: pageSize, offset: (page - 1) * pageSize };
  const [{ rows, total }, grades] = await Promise.all([
    searchCertificates(deps.db, { search, grade, state, today, actor: null }, range),
    listGrades(deps.db),
  ]);
  const lines = rows.map((row) => toRegisterLine(row, language, today));
  renderPage(res, 'register/search', {
    title: translatorOf(res)('register.title'),
    search,
    grade,
    state,
    grades: grades.map(({ id, label }) => ({ value: id, label: textIn(label, language, 'zh-CN') })),
    list: toPaged(lines, total, page, addressOf('/register', { search, grade, state })),
    more: total >= mostCounted,
    downloads: {
      csv: addressOf('/register/list.csv', { search, grade, state }),
      json: addressOf('/register/list.json', { search, grade, state }),
    },
    filtered,
    uploadError,
  });
}

function verificationRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/verification', allow('public'), requestsAMinute(20), async (req, res) => {
    const upload = await receiveUpload(req, deps, largestUpload);
    try {
      const [file] = upload.files;
      if (upload.refusal || !file) {
        const text = upload.refusal?.text ?? message('register.noFile');
        return await showSearch(deps, req, res.status(422), translateMessage(text, languageOf(res)));
      }
      const { certificate, file: kept, ...judged } = await judgeUpload(deps.db, await readBytes(file.received));
      renderPage(res, 'register/verdict', {
        title: translatorOf(res)('register.verdict.title'),
        layout: 'narrow',
        ...judged,
        fileName: file.name,
        trial: kept?.trial ?? false,
        certificate: certificate && toRegisterLine(certificate, languageOf(res), todayOf(deps)),
      });
    } finally {
      await upload.discard();
    }
  });

  return router;
}

function certificateRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/:number.json', allow('public'), async (req, res) => {
    const parts = await readPublic(deps, req);
    const certificate = toPublic(parts, chosenLanguage(req, res), todayOf(deps));
    keepForAMinute(res);
    const body = JSON.stringify({
      ...certificate,
      checkedAt: todayOf(deps),
      page: `${deps.config.address}/register/${encodeURIComponent(certificate.number)}`,
    });
    answerTagged(req, res, 'application/json', body);
  });

  router.get('/:number/badge.svg', allow('public'), async (req, res) => {
    const { certificate } = await readPublic(deps, req);
    keepForAMinute(res);
    res.set('Cross-Origin-Resource-Policy', 'cross-origin');
    answerTagged(
      req,
      res,
      'image/svg+xml',
      badgeSvg(certificate, stateOfCertificate(certificate, todayOf(deps)), chosenLanguage(req, res)),
    );
  });

  router.get('/:number', allow('public'), async (req, res) => {
    const certificate = toPublic(await readPublic(deps, req), languageOf(res), todayOf(deps));
    keepForAMinute(res);
    const badge = `/register/${encodeURIComponent(certificate.number)}/badge.svg`;
    const page = `${deps.config.address}/register/${encodeURIComponent(certificate.number)}`;
    renderPage(res, 'register/certificate', {
      title: `${certificate.number} ${certificate.holder}`,
      layout: 'narrow',
      certificate,
      badge,
      embed: `<a href="${page}"><img src="${page}/badge.svg" alt="${certificate.number}" height="48"></a>`,
    });
  });

  return router;
}

/** Throws `not_found` when no certificate has that number. */
async function readPublic({ db }: Deps, req: Request): Promise<PublicParts> {
  const certificate = await findOptionalByNumber(db, String(req.params.number).slice(0, 100));
  if (!certificate) throw new AppError('not_found', message('register.unknownNumber'));
  const [facts, events, successor] = await Promise.all([
    findFacts(db, certificate.id, certificate.edition),
    listEvents(db, certificate.id),
    certificate.replacedBy ? findCertificate(db, certificate.replacedBy) : null,
  ]);
  return { certificate, facts, events, replacedBy: successor?.number ?? null };
}

function chosenLanguage(req: Request, res: Response) {
  return parse(languageQuery, { language: req.query.language }).language ?? languageOf(res);
}

/** A page for nobody in particular may be kept by caches for a moment; the frame of somebody signed in may not. */
function keepForAMinute(res: Response): void {
  if (frameOf(res).actor !== null || frameOf(res).notice !== null) return;
  res.vary('Cookie');
  res.set('Cache-Control', 'public, max-age=60');
}

function answerTagged(req: Request, res: Response, type: string, body: string): void {
  res.set('ETag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.type(type).send(body);
}

function todayOf({ clock, config }: Deps): string {
  return dayOf(clock(), config.timeZone);
}
