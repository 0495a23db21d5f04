import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { personTraces } from '../../model/person-traces.ts';
import { retentionStateOf } from '../../model/retention.ts';
import { retentionOf, storedFacts, storedKindOf, storedKinds } from '../../model/stored-kinds.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { emptyForm, type FormState, idOf, parse, requiredText, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { findAccount } from '../accounts/account-store.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { findOptionalErasure } from '../people/person-erasure-store.ts';
import { readRules } from '../retention/retention-rule-store.ts';
import { erasePerson, previewErasure } from './erasure-service.ts';
import { countTraces } from './person-data-store.ts';
import { exportPersonData } from './person-export.ts';
import type { OwnDataPage } from './privacy-pages.ts';

const erasureForm = z.strictObject({ signInName: requiredText(100) });

/** What is stored and why; a copy of what is stored about a person; its erasure. */
export function personDataRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/privacy', allow('public'), async (_req, res) => {
    const rules = new Map((await readRules(deps.db)).map((rule) => [rule.kind, rule]));
    renderPage(res, 'privacy/stored', {
      title: translatorOf(res)('privacy.title'),
      layout: 'wide',
      kinds: storedKinds.map((kind) => {
        const line = { kind, ground: storedFacts[kind].ground };
        const rule = rules.get(retentionOf[kind] ?? 'trail');
        if (retentionOf[kind] === undefined || !rule) return line;
        return { ...line, months: retentionStateOf(rule) === 'in-force' ? rule.months : null };
      }),
    });
  });

  router.get('/account/data', allow('signed-in'), async (_req, res) => {
    renderPage(res, 'privacy/own-data', {
      title: translatorOf(res)('privacy.ownData'),
      layout: 'narrow',
      kinds: await kindsOf(deps, actorOf(res).id),
    });
  });

  router.post('/account/data/file', allow('signed-in'), reauthenticate(deps), async (_req, res) => {
    await sendData(deps, res, actorOf(res).id);
  });

  router.use('/people/:id/data', ofPersonRoutes(deps));
  return router;
}

function ofPersonRoutes(deps: Deps): Router {
  const router = Router({ mergeParams: true });

  router.get('/', allow('people.manage'), (req, res) => showPerson(deps, res, idOf(req), emptyForm));

  router.post('/file', allow('people.manage'), reauthenticate(deps), async (req, res) => {
    await sendData(deps, res, idOf(req));
  });

  router.post('/erasure', allow('people.manage'), reauthenticate(deps), async (req, res) => {
    const id = idOf(req);
    await submitForm(
      req,
      async () => {
        await erasePerson(deps, actorOf(res), id, parse(erasureForm, req.body).signInName);
        leaveNotice(req, message('privacy.erased'));
        res.redirect(303, `/people/${id}`);
      },
      (form) => showPerson(deps, res.status(422), id, form),
    );
  });

  return router;
}

async function showPerson(deps: Deps, res: Response, id: string, form: FormState): Promise<void> {
  const account = await findAccount(deps.db, id);
  renderPage(res, 'privacy/person-data', {
    title: translatorOf(res)('privacy.dataOf', { name: account.name }),
    person: { id, name: account.name },
    isSelf: id === actorOf(res).id,
    erasedAt: (await findOptionalErasure(deps.db, id))?.erasedAt ?? null,
    kinds: await kindsOf(deps, id),
    preview: await previewErasure(deps.db, account),
    form,
  });
}

async function sendData(deps: Deps, res: Response, userId: string): Promise<void> {
  const pieces = await exportPersonData(deps, actorOf(res), userId, languageOf(res));
  res.set({
    'Content-Disposition': dispositionOf('attachment', `personal-data-${userId.slice(0, 8)}.json`),
    'Content-Type': 'application/json; charset=utf-8',
  });
  await pipeline(Readable.from(pieces), res);
}

async function kindsOf({ db }: Deps, userId: string): Promise<OwnDataPage['kinds']> {
  const counts = await countTraces(db, userId);
  const kinds = storedKinds.map((kind) => ({
    kind,
    count: personTraces.reduce((sum, { table }, index) => (storedKindOf(table) === kind ? sum + (counts[index] ?? 0) : sum), 0),
  }));
  return kinds.filter(({ count }) => count > 0);
}
