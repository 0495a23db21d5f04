import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { isOfCompany } from '../../model/actor.ts';
import { checkAnswers, checksAt } from '../../model/case-checks.ts';
import { caseStateAfter } from '../../model/case-life.ts';
import { type CaseCheck, type CheckStage, checkStages } from '../../model/certification-rule.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { type FormState, idOf, optionalText, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { checkLines, valuesOfChecks } from './case-check-pages.ts';
import { checkParts, saveChecks } from './case-check-service.ts';
import { listChecked } from './case-check-store.ts';
import { readCaseRule } from './case-checklist.ts';
import { findCase, sidesIn } from './case-store.ts';

/** The checklists of application review, review and decision; companies do not see them. */
export function caseCheckRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/cases/:id/checks/:stage', allow('cases.view'), async (req, res) => {
    await showChecks(deps, req, res, stageOf(req.params.stage), null);
  });

  const rights = {
    application: allow('cases.manage'),
    review: allow('cases.review'),
    decision: allow('cases.decide'),
  } as const satisfies Record<CheckStage, unknown>;
  for (const stage of checkStages) {
    router.post(`/cases/:id/checks/${stage}`, rights[stage], async (req, res) => {
      await submitForm(
        req,
        async () => {
          const found = await findCase(deps.db, actorOf(res), idOf(req));
          const lines = parse(checksForm(checksAt(await readCaseRule(deps, found), stage)), req.body);
          await saveChecks(deps, actorOf(res), found.id, { stage, lines });
          leaveNotice(req, message('cases.checksSaved'));
          res.redirect(303, `/cases/${found.id}`);
        },
        (form) => showChecks(deps, req, res.status(422), stage, form),
      );
    });
  }

  return router;
}

function stageOf(value: unknown): CheckStage {
  const stage = checkStages.find((known) => known === value);
  if (!stage) throw new AppError('not_found', message('error.notFound'));
  return stage;
}

/** Lines may be left open; what is not in order, or does not apply, is explained. */
function checksForm(checks: readonly CaseCheck[]) {
  const shape = Object.fromEntries(
    checks.flatMap(({ id }) => [
      [`answer-${id}`, z.enum([...checkAnswers, '']).default('')],
      [`comment-${id}`, optionalText(2000)],
    ]),
  );
  return z
    .strictObject(shape)
    .transform((typed) =>
      checks.flatMap(({ id: checkId }) => {
        const answer = checkAnswers.find((known) => known === typed[`answer-${checkId}`]);
        const comment = typed[`comment-${checkId}`];
        return answer ? [{ checkId, answer, comment: typeof comment === 'string' && comment !== '' ? comment : null }] : [];
      }),
    )
    .check((context) => {
      for (const { checkId, answer, comment } of context.value) {
        if (answer === 'yes' || comment) continue;
        const params = { text: message('cases.checkWhy') };
        context.issues.push({ code: 'custom', input: comment, path: [`comment-${checkId}`], params });
      }
    });
}

async function showChecks(deps: Deps, req: Request, res: Response, stage: CheckStage, form: FormState | null): Promise<void> {
  const actor = actorOf(res);
  if (isOfCompany(actor)) throw new AppError('not_found', message('error.notFound'));
  const found = await findCase(deps.db, actor, idOf(req));
  const rule = await readCaseRule(deps, found);
  const lines = checkLines(rule, stage, languageOf(res));
  if (lines.length === 0) throw new AppError('not_found', message('error.notFound'));
  const checked = (await listChecked(deps.db, found.id)).filter((line) => line.stage === stage);
  const { side, deed } = checkParts[stage];
  const sides = await sidesIn(deps.db, actor, found);
  renderPage(res, 'cases/checks', {
    title: translatorOf(res)(`criteriaPage.checks.${stage}`),
    layout: 'narrow',
    found,
    stage,
    lines,
    mayAnswer: sides.includes(side) && caseStateAfter(found.state, deed) !== null,
    form: form ?? { values: valuesOfChecks(checked), errors: {} },
    last: checked[0] ?? null,
  });
}
