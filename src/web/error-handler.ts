import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { databaseTrouble } from '../db/driver-errors.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { type Message, message, translateMessage } from '../i18n/translate.ts';
import { AppError, type ErrorCode } from '../model/errors.ts';
import { frameOf, hasFrame, noNavigation, setFrame, wantsJson } from './frame.ts';
import { type PageFrame, renderPage } from './pages.ts';

declare module './pages.ts' {
  interface Pages {
    'shared/error': ErrorPage;
  }
}

export interface ErrorPage extends PageFrame {
  readonly text: string;
  /** The id of the request, by which the log can be searched. */
  readonly reference: string;
}

const statusOf: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** The last route: nothing else answered. */
export const notFound: RequestHandler = () => {
  throw new AppError('not_found', message('error.notFound'));
};

/** The only place that turns an error into an answer: HTML or JSON, in the reader's language, without internals. */
export const errorHandler: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const refusal = toRefusal(error);
  if (refusal === null) req.log.error({ err: error }, 'request failed');
  else if (refusal.code === 'unavailable') req.log.warn({ err: error }, 'request refused');
  if (res.headersSent) return next(error);

  ensureFrame(req, res);
  const { language } = frameOf(res);
  const say = (text: Message) => translateMessage(text, language);
  const code = refusal?.code ?? 'internal';
  const reference = String(req.id);
  const text = say(refusal?.text ?? message('error.internal'));

  res.status(refusal ? statusOf[refusal.code] : 500);
  if (wantsJson(req)) {
    const fields = Object.fromEntries(Object.entries(refusal?.fields ?? {}).map(([name, field]) => [name, say(field)]));
    res.json({ error: { code, message: text, fields, reference } });
    return;
  }
  if (code === 'unauthenticated' && req.method === 'GET') {
    res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`);
    return;
  }
  renderPage(res, 'shared/error', { title: say(message(`error.title.${code}`)), text, reference, layout: 'narrow' });
};

/** What the user can be told; null when the fault is ours. */
function toRefusal(error: unknown): AppError | null {
  if (error instanceof AppError) return error;

  const cause = { cause: error };
  const trouble = databaseTrouble(error);
  if (trouble === 'busy') return new AppError('unavailable', message('error.busy'), {}, cause);
  if (trouble === 'full') return new AppError('unavailable', message('error.full'), {}, cause);
  if (trouble === 'read-only') return new AppError('unavailable', message('error.readOnly'), {}, cause);
  if (trouble === 'unreachable') return new AppError('unavailable', message('error.unreachable'), {}, cause);
  return fileTrouble(error) ?? bodyTrouble(error);
}

function fileTrouble(error: unknown): AppError | null {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('unavailable', message('error.full'), {}, { cause: error });
  return null;
}

/** Express's own body and path parsers throw errors with a status and a type. */
function bodyTrouble(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const status = 'status' in error ? Number(error.status) : 0;
  if (status === 413) return new AppError('too_large', message('error.bodyTooLarge'), {}, { cause: error });
  if (status === 404) return new AppError('not_found', message('error.notFound'), {}, { cause: error });
  if (status >= 400 && status < 500) return new AppError('invalid', message('error.badRequest'), {}, { cause: error });
  return null;
}

/** An error before the frame was set (a broken session store, say) still gets a page. */
function ensureFrame(req: Request, res: Response): void {
  if (hasFrame(res)) return;
  const language = chooseLanguage(null, req.get('accept-language'));
  setFrame(res, {
    language,
    timeZone: 'UTC',
    actor: null,
    path: '/',
    notice: null,
    unread: 0,
    navigation: noNavigation,
    asset: (name) => `/assets/${name}`,
  });
}
