import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { isSealedNote } from '../rating-duties/sealed-note-store.ts';
import { accessEvidence, mayChangeEvidence } from './evidence-access.ts';
import { changeEvidence, judgeEvidence, removeEvidence } from './evidence-change-service.ts';
import { changeForm, judgementForm } from './evidence-forms.ts';
import { siteOptions } from './evidence-list.ts';
import {
  clauseGroups,
  filledForm,
  findingOptions,
  judgementsFor,
  kindOptions,
  toEvidenceLine,
  toStepLine,
} from './evidence-pages.ts';
import { listEvidenceSteps } from './evidence-step-store.ts';
import { findEvidence } from './evidence-store.ts';
import { type FindingLink, listFindingLinks, listProvenIds } from './finding-link-store.ts';

/** What was typed in one of the two forms of the page, to be shown again. */
interface Retry {
  readonly change?: FormState;
  readonly judging?: FormState;
}

/** One piece of evidence: its page, changes, judgements, removal. */
export function evidencePieceRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/evidence/:evidenceId', allow('assessment.seeEvidence'), async (req, res) => {
    await showEvidence(deps, req, res, {});
  });

  router.post('/assessments/:id/evidence/:evidenceId', allow('assessment.handIn'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await changeEvidence(deps, actorOf(res), placeOf(req), parse(changeForm, req.body));
        leaveNotice(req, message('evidence.saved'));
        res.redirect(303, hrefOf(req));
      },
      (change) => showEvidence(deps, req, res.status(422), { change }),
    );
  });

  router.post('/assessments/:id/evidence/:evidenceId/judgement', allow('assessment.judgeEvidence'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const { reference, status } = await judgeEvidence(deps, actorOf(res), placeOf(req), parse(judgementForm, req.body));
        leaveNotice(req, message(`evidence.judged.${status}`, { reference }));
        res.redirect(303, hrefOf(req));
      },
      (judging) => showEvidence(deps, req, res.status(422), { judging }),
    );
  });

  router.post('/assessments/:id/evidence/:evidenceId/removal', allow('assessment.handIn'), async (req, res) => {
    const reference = await removeEvidence(deps, actorOf(res), placeOf(req));
    leaveNotice(req, message('evidence.removed', { reference }));
    res.redirect(303, `/assessments/${idOf(req)}/evidence`);
  });

  return router;
}

function placeOf(req: Request): { assessmentId: string; evidenceId: string } {
  return { assessmentId: idOf(req), evidenceId: idOf(req, 'evidenceId') };
}

function hrefOf(req: Request): string {
  return `/assessments/${idOf(req)}/evidence/${idOf(req, 'evidenceId')}`;
}

async function showEvidence(deps: Deps, req: Request, res: Response, { change, judging }: Retry): Promise<void> {
  const actor = actorOf(res);
  const access = await accessEvidence(deps.db, actor, idOf(req));
  const { assessment, rights, scope } = access;
  const stored = await findEvidence(deps.db, assessment.id, idOf(req, 'evidenceId'), scope);
  const isSealed = await isSealedNote(deps.db, assessment.id, actor.id, stored.id);
  const evidence = isSealed ? { ...stored, note: '' } : stored;
  const criteria = await findCriteriaCopy(deps, assessment.criteriaHash);
  const language = languageOf(res);
  const mayChange = !isSealed && mayChangeEvidence(actor, access, evidence);
  const links = rights.seeFindings ? await listFindingLinks(deps.db, assessment.id) : [];
  const proven = await listProvenIds(deps.db, evidence.id);
  const options = (wanted: (link: FindingLink) => boolean) => findingOptions(links.filter(wanted), criteria, language);
  renderPage(res, 'evidence/show', {
    title: `${evidence.reference} ${evidence.title}`,
    assessment: { id: assessment.id, number: assessment.number },
    evidence: toEvidenceLine(evidence, assessment, criteria, language),
    steps: (await listEvidenceSteps(deps.db, evidence.id)).map(toStepLine),
    sites: await siteOptions(deps.db, assessment),
    findings: options(({ told }) => rights.view && !told),
    linkedFindings: options(({ id, told }) => (rights.view || told) && evidence.findings.includes(id)),
    provenFindings: options(({ id, told }) => (rights.view || told) && proven.includes(id)),
    judgements: judgementsFor(evidence, rights.judgeEvidence),
    judging: judging ?? emptyForm,
    showsAll: rights.view,
    mayChange,
    form: change ?? (mayChange ? filledForm(evidence) : emptyForm),
    kinds: kindOptions(),
    groups: clauseGroups(criteria, language),
  });
}
