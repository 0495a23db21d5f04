import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { CaseDeed } from '../../model/case-life.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { leaveNotice } from '../../web/session.ts';
import { askForm, plainForm, startAuditForm, wordsForm } from './case-forms.ts';
import { startCaseAudit } from './case-service.ts';
import { takeCaseStep } from './case-step-service.ts';
import { showCase } from './show-case.ts';

/** The page of a case, and the steps that need words at most. */
export function caseStepRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/cases/:id', allow('cases.view'), async (req, res) => showCase(deps, res, idOf(req), null, emptyForm));

  const moves = {
    submission: { deed: 'submit', form: plainForm, allowed: allow('cases.apply') },
    answer: { deed: 'answer', form: wordsForm, allowed: allow('cases.apply') },
    withdrawal: { deed: 'drop', form: wordsForm, allowed: allow('cases.apply') },
    question: { deed: 'ask', form: askForm, allowed: allow('cases.manage') },
    acceptance: { deed: 'accept', form: plainForm, allowed: allow('cases.manage') },
    refusal: { deed: 'refuse', form: wordsForm, allowed: allow('cases.manage') },
    resubmission: { deed: 'resubmit', form: wordsForm, allowed: allow('cases.lead') },
  } as const satisfies Record<string, { deed: CaseDeed; form: unknown; allowed: unknown }>;
  for (const [path, { deed, form, allowed }] of Object.entries(moves)) {
    router.post(`/cases/:id/${path}`, allowed, async (req, res) => {
      await submitForm(
        req,
        async () => {
          const input = parse(form, req.body);
          await takeCaseStep(deps, actorOf(res), idOf(req), { ...input, deed, text: input.text ?? '' });
          leaveNotice(req, message('cases.done', { step: translatorOf(res)(`cases.do.${deed}`) }));
          res.redirect(303, `/cases/${idOf(req)}`);
        },
        (typed) => showCase(deps, res.status(422), idOf(req), deed, typed),
      );
    });
  }

  router.post('/cases/:id/audit', allow('cases.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const assessmentId = await startCaseAudit(deps, actorOf(res), idOf(req), parse(startAuditForm, req.body));
        leaveNotice(req, message('cases.done', { step: translatorOf(res)('cases.do.start') }));
        res.redirect(303, `/assessments/${assessmentId}`);
      },
      (typed) => showCase(deps, res.status(422), idOf(req), 'start', typed),
    );
  });

  return router;
}
