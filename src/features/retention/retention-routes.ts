import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { isRetentionKind, leastMonths, mostMonths, type RetentionKind, retentionStateOf } from '../../model/retention.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, optionalCount, parse, requiredText, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { reauthenticate } from '../accounts/reauthenticate.ts';
import { endHold, setHold } from '../legal-holds/hold-service.ts';
import { listHolds } from '../legal-holds/hold-store.ts';
import './retention-pages.ts';
import { readLastRun, readRule, readRules } from './retention-rule-store.ts';
import { confirmPeriod, previewPeriod, setPeriod } from './retention-service.ts';

const periodForm = z.strictObject({ months: optionalCount(mostMonths) });
const confirmationForm = z.strictObject({ months: z.coerce.number().int().min(1).max(mostMonths) });
const holdForm = z.strictObject({ about: requiredText(200), reason: requiredText(500) });

/** For how long what is kept, and what must not go whatever its age; for administrators. */
export function retentionRoutes(deps: Deps): Router {
  const router = Router();
  router.use('/retention', holdRoutes(deps), periodRoutes(deps));
  return router;
}

function holdRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/', allow('privacy.manage'), (_req, res) => showPeriods(deps, res, emptyForm));

  router.post('/holds', allow('privacy.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await setHold(deps, actorOf(res), parse(holdForm, req.body));
        leaveNotice(req, message('holds.saved'));
        res.redirect(303, '/retention#holds');
      },
      (form) => showPeriods(deps, res.status(422), form),
    );
  });

  router.post('/holds/:id/lifting', allow('privacy.manage'), reauthenticate(deps), async (req, res) => {
    await endHold(deps, actorOf(res), idOf(req));
    leaveNotice(req, message('holds.liftedNow'));
    res.redirect(303, '/retention#holds');
  });

  return router;
}

function periodRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/:kind', allow('privacy.manage'), (req, res) => showPeriod(deps, res, kindOf(req), emptyForm));

  router.post('/:kind', allow('privacy.manage'), reauthenticate(deps), async (req, res) => {
    const kind = kindOf(req);
    await submitForm(
      req,
      async () => {
        await setPeriod(deps, actorOf(res), kind, parse(periodForm, req.body).months);
        leaveNotice(req, message('retention.saved'));
        res.redirect(303, `/retention/${kind}`);
      },
      (form) => showPeriod(deps, res.status(422), kind, form),
    );
  });

  router.post('/:kind/confirmation', allow('privacy.manage'), reauthenticate(deps), async (req, res) => {
    const kind = kindOf(req);
    await confirmPeriod(deps, actorOf(res), kind, parse(confirmationForm, req.body).months);
    leaveNotice(req, message('retention.nowInForce'));
    res.redirect(303, '/retention');
  });

  return router;
}

function kindOf(req: Request): RetentionKind {
  const kind = String(req.params.kind);
  if (!isRetentionKind(kind)) throw new AppError('not_found', message('error.notFound'));
  return kind;
}

async function showPeriods(deps: Deps, res: Response, form: FormState): Promise<void> {
  const rules = await readRules(deps.db);
  const previews = await Promise.all(rules.map((rule) => previewPeriod(deps.db, rule, deps.clock(), 1)));
  renderPage(res, 'retention/periods', {
    title: translatorOf(res)('retention.title'),
    periods: rules.map((rule, index) => ({
      kind: rule.kind,
      months: rule.months,
      state: retentionStateOf(rule),
      due: previews[index]?.total ?? 0,
      held: previews[index]?.held ?? 0,
    })),
    holds: await listHolds(deps.db),
    lastRun: await readLastRun(deps.db),
    form,
  });
}

async function showPeriod(deps: Deps, res: Response, kind: RetentionKind, form: FormState): Promise<void> {
  const t = translatorOf(res);
  const rule = await readRule(deps.db, kind);
  renderPage(res, 'retention/period', {
    title: t(`retention.${kind}`),
    layout: 'narrow',
    kind,
    months: rule.months,
    least: leastMonths[kind],
    state: retentionStateOf(rule),
    preview: await previewPeriod(deps.db, rule, deps.clock()),
    form: 'months' in form.values ? form : { ...form, values: { months: rule.months === null ? '' : String(rule.months) } },
  });
}
