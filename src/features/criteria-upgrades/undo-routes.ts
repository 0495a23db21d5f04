import { type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { idOf, parse } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessAssessment } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { type CriteriaUpgrade, findLastUpgrade, findUpgradeStates } from '../assessments/criteria-upgrade-store.ts';
import { lostByUndo } from './movable-state.ts';
import { readMovable } from './movable-store.ts';
import { lostWords } from './undo-page.ts';
import { undoForm } from './upgrade-forms.ts';
import { ChangedMeanwhile, parseStates, seenAs, undoUpgrade } from './upgrade-service.ts';

export function undoRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/criteria-upgrade/undo', allow('assessment.lead'), async (req, res) => {
    await showUndo(deps, res, idOf(req), null);
  });

  router.post('/assessments/:id/criteria-upgrade/undo', allow('assessment.lead'), async (req, res) => {
    const id = idOf(req);
    const { seen } = parse(undoForm, req.body);
    const { upgrade } = await openUndo(deps, res, id);
    try {
      await undoUpgrade(deps, actorOf(res), id, seen);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return showUndo(deps, res.status(409), id, error.text);
    }
    leaveNotice(req, message('criteriaUpgrade.undone', { version: upgrade.fromVersion }));
    res.redirect(303, `/assessments/${id}`);
  });

  return router;
}

/** Throws `not_found` for who does not lead the assessment and where there is nothing to undo, `conflict` when it is finished. */
async function openUndo(deps: Deps, res: Response, id: string): Promise<{ assessment: Assessment; upgrade: CriteriaUpgrade }> {
  const { assessment, rights } = await accessAssessment(deps.db, actorOf(res), id);
  const upgrade = await findLastUpgrade(deps.db, id, assessment.criteriaHash);
  if (upgrade && assessment.state === 'finished')
    throw new AppError('conflict', message('assessments.locked.finished', { number: assessment.number }));
  if (!upgrade || !rights.lead) throw new AppError('not_found', message('error.notFound'));
  return { assessment, upgrade };
}

async function showUndo(deps: Deps, res: Response, id: string, problem: Message | null): Promise<void> {
  const { assessment, upgrade } = await openUndo(deps, res, id);
  const language = languageOf(res);
  const now = await readMovable(deps.db, assessment);
  const criteria = await findCriteriaCopy(deps, upgrade.fromHash);
  const lost = lostByUndo({ ...parseStates(await findUpgradeStates(deps.db, upgrade.id)), now, criteria });
  renderPage(res, 'criteria-upgrades/undo', {
    title: `${translatorOf(res)('criteriaUpgrade.undoTitle')} ${assessment.number}`,
    layout: 'narrow',
    assessment: { id, number: assessment.number },
    upgrade,
    lost: lostWords(lost, await findCriteriaCopy(deps, assessment.criteriaHash), language),
    seen: seenAs(now, assessment.criteriaHash),
    problem,
  });
}
