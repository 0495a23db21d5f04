import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { type Message, message, translateMessage } from '../../i18n/translate.ts';
import type { FileBytes } from '../../storage/file-bytes.ts';
import { allow } from '../../web/allow.ts';
import { languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { requestsAMinute } from '../../web/request-limits.ts';
import { receiveUpload } from '../evidence/receive-upload.ts';
import { listTimeStamps } from '../time-stamps/time-stamp-store.ts';
import { readCode } from './issued-document.ts';
import { type FoundDocument, findOptionalByCode, findOptionalByHash } from './issued-document-store.ts';
import { namesOf } from './verified-names.ts';

/** Bytes that a file to be verified may have. */
const largestUpload = 100 * 1024 * 1024;

/** Where everybody can confirm that a paper was issued here, under `/verify`: no sign-in, no personal data. */
export function verifyRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/verify', requestsAMinute(60), codeRoutes(deps), uploadRoutes(deps));
  return router;
}

function codeRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('public'), (req, res) => {
    const typed = typeof req.query.code === 'string' ? req.query.code.slice(0, 60) : '';
    const code = readCode(typed);
    if (code !== null) return res.redirect(303, `/verify/${code}`);
    ask(res, typed, typed === '' ? null : message('verify.noCode'));
  });

  router.get('/:code', allow('public'), async (req, res) => {
    const typed = String(req.params.code).slice(0, 60);
    const found = await findTyped(deps, typed);
    if (!found) return ask(res.status(404), typed, message('verify.unknownCode'));
    await confirm(deps, res, found, 'code');
  });

  return router;
}

function uploadRoutes(deps: Deps): Router {
  const router = Router();

  router.post('/', allow('public'), requestsAMinute(20), async (req, res) => {
    const upload = await receiveUpload(req, deps, largestUpload);
    try {
      const [file] = upload.files;
      if (upload.refusal || !file) return ask(res.status(422), '', upload.refusal?.text ?? message('verify.noFile'));
      const found = await findOptionalByHash(deps.db, file.received.sha256);
      if (found) return await confirm(deps, res, found, 'file');
      await tellOfChanged(deps, res, { bytes: file.received, typed: upload.body.code });
    } finally {
      await upload.discard();
    }
  });

  return router;
}

/** The bytes are nobody's; perhaps the code that was typed, or that stands in the file, tells whose they were to be. */
async function tellOfChanged(deps: Deps, res: Response, file: { bytes: FileBytes; typed: unknown }): Promise<void> {
  const code = typeof file.typed === 'string' && file.typed !== '' ? file.typed : await codeIn(file.bytes);
  const found = code === null ? null : await findTyped(deps, code);
  if (found) await confirm(deps, res.status(422), found, 'changed');
  else ask(res.status(422), '', message('verify.unknownFile'));
}

/** The code that a paper carries in its document information, where it stands as plain letters. */
async function codeIn(file: FileBytes): Promise<string | null> {
  let rest = '';
  for await (const chunk of await file.open()) {
    const text: string = rest + chunk.toString('latin1');
    const code = /assay:([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1];
    if (code) return code;
    rest = text.slice(-30);
  }
  return null;
}

async function findTyped({ db }: Deps, typed: string): Promise<FoundDocument | null> {
  const code = readCode(typed);
  return code === null ? null : findOptionalByCode(db, code);
}

function ask(res: Response, typed: string, problem: Message | null): void {
  renderPage(res, 'verify/verify', {
    title: translatorOf(res)('verify.title'),
    layout: 'narrow',
    typed,
    problem: problem && translateMessage(problem, languageOf(res)),
  });
}

async function confirm(deps: Deps, res: Response, { id, manifest, laterAt }: FoundDocument, by: 'file' | 'code' | 'changed') {
  res.set('Cache-Control', 'no-store');
  const names = await namesOf(deps, manifest, languageOf(res));
  const timeStamp = (await listTimeStamps(deps.db, [id])).get(id) ?? null;
  renderPage(res, 'verify/document', {
    title: translatorOf(res)('verify.title'),
    layout: 'narrow',
    manifest,
    by,
    laterAt,
    timeStamp,
    ...names,
  });
}
