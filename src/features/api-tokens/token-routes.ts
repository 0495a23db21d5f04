import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { isTokenScope, type TokenScope, tokenDays, tokenScopes } from '../../model/token-scopes.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, list, parse, requiredText, rule, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { type PageFrame, renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { makeToken, revokeToken } from './token-service.ts';
import { type ApiToken, listTokens } from './token-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'api-tokens/tokens': TokensPage;
    'api-tokens/made': MadeTokenPage;
  }
}

interface TokensPage extends PageFrame {
  readonly tokens: readonly (ApiToken & { readonly isOver: boolean })[];
  readonly form: FormState;
  readonly scopes: readonly TokenScope[];
  readonly days: readonly number[];
}

interface MadeTokenPage extends PageFrame {
  readonly secret: string;
  readonly example: string;
}

const makeForm = z.strictObject({
  name: requiredText(60),
  scopes: list(20)
    .transform((values) => values.filter(isTokenScope))
    .check(rule((values) => values.length > 0, message('tokens.noScope'))),
  days: z.coerce
    .number()
    .refine((value) => tokenDays.some((days) => days === value), { params: { text: message('form.notAllowed') } }),
});

/** One's tokens for programs: made, listed, revoked. */
export function tokenPageRoutes(deps: Deps): Router {
  const router = Router();
  const proven = reauthenticate(deps);

  router.get('/account/tokens', allow('signed-in'), proven, (_req, res) => showTokens(deps, res, emptyForm));

  router.post('/account/tokens', allow('signed-in'), proven, async (req, res) => {
    await submitForm(
      req,
      async () => {
        const secret = await makeToken(deps, actorOf(res), parse(makeForm, req.body));
        const example = `curl -H "Authorization: Bearer $TOKEN" ${deps.config.address}/findings.csv`;
        renderPage(res, 'api-tokens/made', { title: translatorOf(res)('tokens.made'), layout: 'narrow', secret, example });
      },
      (form) => showTokens(deps, res.status(422), form),
    );
  });

  router.post('/account/tokens/:id/removal', allow('signed-in'), proven, async (req, res) => {
    await revokeToken(deps, actorOf(res), idOf(req));
    leaveNotice(req, message('tokens.revoked'));
    res.redirect(303, '/account/tokens');
  });

  return router;
}

async function showTokens(deps: Deps, res: Response, form: FormState): Promise<void> {
  const now = deps.clock().toISOString();
  const tokens = await listTokens(deps.db, actorOf(res).id);
  renderPage(res, 'api-tokens/tokens', {
    title: translatorOf(res)('tokens.title'),
    layout: 'narrow',
    tokens: tokens.map((token) => ({ ...token, isOver: token.expiresAt <= now })),
    form,
    scopes: tokenScopes,
    days: tokenDays,
  });
}
