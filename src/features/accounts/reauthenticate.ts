import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { emptyForm, type FormState, parse } from '../../web/forms.ts';
import { actorOf, translatorOf, wantsJson } from '../../web/frame.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { renewProof } from '../../web/session.ts';
import { hasSecondFactor } from '../sign-in-proofs/second-factor-store.ts';
import { proveAgain } from './sign-in-service.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/prove': ProvePage;
  }
}

export interface ProvePage extends PageFrame {
  readonly form: FormState;
  /** Where the form goes: to the deed itself, together with what was typed for it. */
  readonly action: string;
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly withCode: boolean;
}

const proofFields = z.object({
  proofPassword: z.string().max(1000).default(''),
  proofCode: z.string().max(60).default(''),
});

/**
 * Asks people to prove anew who they are when they last did so longer ago than the setting allows. It stands behind `allow(…)`:
 * `router.post('/signing', allow('…'), reauthenticate(deps), …)`.
 *
 * A page that is asked for is shown afterwards. A form that is sent comes back with all that was typed, asks for the proof, and
 * goes on to the deed: nothing is lost. Only files cannot be kept: before a form with files, let it stand on the page with the form, too.
 */
export function reauthenticate(deps: Deps): RequestHandler {
  return async (req, res, next) => {
    const { proof, rest } = withoutProof(req.body);
    if (req.body !== undefined) req.body = rest;
    if (isProven(deps, req)) return next();
    if (wantsJson(req)) throw new AppError('unauthenticated', message('proofs.again'));
    if (req.method === 'GET' || req.method === 'HEAD')
      return res.redirect(303, `/account/proof?next=${encodeURIComponent(req.originalUrl)}`);
    const form = await tryProof(deps, req, res, proof);
    if (form === null) return next();
    await showProof(deps, res.status(422), req.originalUrl, keptOf(rest), form);
  };
}

/** null when the proof was good; else the form to show: untouched when none was given. */
export async function tryProof(deps: Deps, req: Request, res: Response, proof: unknown): Promise<FormState | null> {
  try {
    const { proofPassword, proofCode } = parse(proofFields, proof);
    if (proofPassword === '' && proofCode === '') return emptyForm;
    await proveAgain(deps, actorOf(res), { password: proofPassword, code: proofCode.trim() });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    return { values: {}, errors: Object.keys(error.fields).length > 0 ? error.fields : { '': error.text } };
  }
  await renewProof(req, deps.clock());
  return null;
}

export async function showProof(
  deps: Deps,
  res: Response,
  action: string,
  kept: ProvePage['kept'],
  form: FormState,
): Promise<void> {
  renderPage(res, 'accounts/prove', {
    title: translatorOf(res)('proofs.again'),
    layout: 'narrow',
    form,
    action,
    kept,
    withCode: await hasSecondFactor(deps.db, actorOf(res).id),
  });
}

/** Whether the person has proved who they are a short while ago. */
function isProven({ clock, config }: Deps, req: Request): boolean {
  return clock().getTime() - (req.session.provenAt ?? 0) <= config.proofLimit;
}

function withoutProof(body: unknown): { proof: object; rest: Record<string, unknown> } {
  const { proofPassword, proofCode, ...rest }: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}) };
  return { proof: { proofPassword, proofCode }, rest };
}

function keptOf(body: Record<string, unknown>): (readonly [string, string])[] {
  return Object.entries(body).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)] as const));
}
