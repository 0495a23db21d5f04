import { type Request, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { hasRole } from '../../model/actor.ts';
import type { DecisionKind } from '../../model/case-life.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { openQueue } from '../reports/render-queue.ts';
import { renderReport } from '../reports/report.ts';
import { sendReport } from '../reports/report-routes.ts';
import { findOptionalAsFound, readResult } from '../results/read-result.ts';
import { findSignedText } from './case-decision-store.ts';
import { decisionForm, reviewForm, signatureForm } from './case-forms.ts';
import { findCase } from './case-store.ts';
import { previewDecision, reviewCase, signDecision } from './decision-service.ts';
import { listOpenAppeals } from './open-appeal-store.ts';
import { showCase } from './show-case.ts';

/** Review, decision and signature, and what they are made from. */
export function caseDecisionRoutes(deps: Deps): Router {
  const router = Router();

  for (const [path, deed] of [['review', 'review'] as const, ['return', 'return'] as const]) {
    router.post(`/cases/:id/${path}`, allow('cases.review'), async (req, res) => {
      await submitForm(
        req,
        async () => {
          const { revision, text } = parse(reviewForm, req.body);
          await reviewCase(deps, actorOf(res), idOf(req), { deed, revision, text });
          leaveNotice(req, message('cases.done', { step: translatorOf(res)(`cases.do.${deed}`) }));
          res.redirect(303, `/cases/${idOf(req)}`);
        },
        (typed) => showCase(deps, res.status(422), idOf(req), deed, typed),
      );
    });
  }

  router.post('/cases/:id/decision', allow('cases.decide'), async (req, res) => {
    await submitForm(
      req,
      () => showSignature(deps, req, res, parse(decisionForm, req.body), emptyForm),
      (typed) => showCase(deps, res.status(422), idOf(req), 'decide', typed),
    );
  });

  router.post('/cases/:id/signature', allow('cases.decide'), guessLimit(), async (req, res) => {
    const input = parse(signatureForm, req.body);
    await submitForm(
      req,
      async () => {
        await signDecision(deps, actorOf(res), idOf(req), input);
        leaveNotice(req, message('cases.done', { step: translatorOf(res)(`cases.decision.${input.kind}`) }));
        res.redirect(303, `/cases/${idOf(req)}`);
      },
      (typed) => showSignature(deps, req, res.status(422), input, typed),
    );
  });

  router.use(readingRoutes(deps));
  return router;
}

/** What a decision is made from, and what was signed. */
function readingRoutes(deps: Deps): Router {
  const router = Router();
  const inTurn = openQueue(1, 10);

  router.get('/cases/:id/report.pdf', allow('cases.view'), async (req, res) => {
    const actor = actorOf(res);
    const { assessment } = await findCase(deps.db, actor, idOf(req));
    const reads = hasRole(actor, 'reviewer', 'decision-maker', 'administrator', 'programme-manager');
    if (!reads || assessment?.state !== 'finished') throw new AppError('not_found', message('error.notFound'));
    const audit = await findAssessment(deps.db, assessment.id);
    const { dossier, result } = await readResult(deps, audit);
    const asFound = await findOptionalAsFound(deps, audit);
    const language = languageOf(res);
    const pdf = await inTurn(() => renderReport(dossier, result, language, asFound));
    sendReport(res, pdf, { number: audit.number, organization: dossier.organization.name, language });
  });

  router.get('/cases/:id/decisions/:decisionId', allow('cases.view'), async (req, res) => {
    const { id, number } = await findCase(deps.db, actorOf(res), idOf(req));
    const { text, place } = await findSignedText(deps.db, id, idOf(req, 'decisionId'));
    res.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': dispositionOf('attachment', `${number}-${place}.txt`),
    });
    res.type('text/plain; charset=utf-8').end(text);
  });

  return router;
}

interface Shown {
  readonly revision: number;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly effectiveOn: string;
  readonly until: string | null;
  readonly scope: string | null;
  readonly scopeEn: string | null;
}

/** The text as it would be signed now. What stands against the decision is told on the page of the case. */
async function showSignature(deps: Deps, req: Request, res: Response, shown: Shown, form: FormState): Promise<void> {
  const { revision: typedRevision, kind, reason, effectiveOn, until, scope, scopeEn } = shown;
  const found = await findCase(deps.db, actorOf(res), idOf(req));
  const { text, sha256 } = await previewDecision(deps, actorOf(res), found.id, {
    kind,
    reason,
    effectiveOn,
    until,
    scope,
    scopeEn,
  });
  const moved = found.revision !== typedRevision;
  renderPage(res, 'cases/signature', {
    title: translatorOf(res)('cases.signTitle'),
    layout: 'narrow',
    found,
    decision: { kind, reason, effectiveOn, until: until ?? '', scope: scope ?? '', scopeEn: scopeEn ?? '' },
    revision: moved ? found.revision : typedRevision,
    text,
    sha256,
    openAppeals: await listOpenAppeals(deps.db, found.id),
    form,
  });
}

/** Ten wrong passwords in a quarter of an hour. */
function guessLimit() {
  const minutes = 15;
  return rateLimit({
    windowMs: minutes * 60 * 1000,
    limit: 10,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { creationStack: false },
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_req, res) => res.statusCode < 400,
    keyGenerator: (_req, res) => actorOf(res as Response).id,
    handler: () => {
      throw new AppError('unavailable', message('error.tooMany', { minutes }));
    },
  });
}
