import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { commonCompetenceRule, competenceGap } from '../../model/competence.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { emptyForm, type FormState, idOf, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { type AuditToStaff, checkAssignments } from '../assessments/assignment-check.ts';
import { type Candidate, listCandidates, listDepartures } from '../assessments/team-store.ts';
import { listCompetencesOfAll } from '../competences/competence-store.ts';
import { accessPlan } from '../plans/plan-routes.ts';
import { agendaLine } from '../plans/plan-words.ts';
import { memberForm, partForm, removalForm, teamQuery } from './team-forms.ts';
import { teamLine } from './team-pages.ts';
import { addMember, changePart, removeMember } from './team-service.ts';

/** The team of an audit: who is in it in which part, who joins, who leaves. */
export function teamRoutes(deps: Deps): Router {
  const router = Router();
  router.use(listRoutes(deps), removalRoutes(deps));
  return router;
}

function listRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/team', allow('assessment.plan'), async (req, res) => {
    await showTeam(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/team', allow('assessment.plan'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        await addMember(deps, actorOf(res), idOf(req), parse(memberForm, req.body));
        leaveNotice(req, message('teams.added'));
        res.redirect(303, `/assessments/${idOf(req)}/team`);
      },
      (form) => showTeam(deps, req, res.status(422), form),
    );
  });

  router.post('/assessments/:id/team/:userId', allow('assessment.plan'), async (req, res) => {
    const ids = { assessmentId: idOf(req), userId: idOf(req, 'userId') };
    await submitForm(
      req,
      async () => {
        await changePart(deps, actorOf(res), ids, parse(partForm, req.body).teamRole);
        leaveNotice(req, message('teams.changed'));
        res.redirect(303, `/assessments/${ids.assessmentId}/team`);
      },
      ({ errors }) => showTeam(deps, req, res.status(422), { values: {}, errors }),
    );
  });

  return router;
}

function removalRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/assessments/:id/team/:userId/removal', allow('assessment.plan'), async (req, res) => {
    await showRemoval(deps, req, res, emptyForm);
  });

  router.post('/assessments/:id/team/:userId/removal', allow('assessment.plan'), async (req, res) => {
    const ids = { assessmentId: idOf(req), userId: idOf(req, 'userId') };
    await submitForm(
      req,
      async () => {
        const { name, openItems } = await removeMember(deps, actorOf(res), ids, parse(removalForm, req.body).reason);
        const text = message('teams.removedOpen', { name, count: openItems });
        leaveNotice(req, openItems > 0 ? text : message('teams.removed', { name }));
        res.redirect(303, `/assessments/${ids.assessmentId}/team`);
      },
      (form) => showRemoval(deps, req, res.status(422), form),
    );
  });

  return router;
}

async function showTeam(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { plan } = await accessPlan(deps, actorOf(res), idOf(req), 'plan');
  const { assessment, organization, criteria, members, declarations } = plan;
  const audit = { id: assessment.id, organization, criteria, from: assessment.from, to: assessment.to };
  const candidates = await listCandidates(deps.db);
  const objections = await checkAssignments(deps.db, deps.config, audit, candidates, members);
  const onlyAble = parse(teamQuery, req.query).show === 'able';
  const inTeam = new Set(members.map(({ userId }) => userId));
  const others = candidates.filter(({ id }) => !inTeam.has(id));
  const offered = onlyAble ? await ableOf(deps, others, audit) : others;
  renderPage(res, 'teams/team', {
    title: translatorOf(res)('teams.title'),
    assessment,
    organizationName: organization.name,
    members: members.map((member) => teamLine(member, declarations, objections.get(member.userId) ?? [], candidates)),
    departures: await listDepartures(deps.db, assessment.id),
    hasLeader: members.some(({ teamRole }) => teamRole === 'leader'),
    candidates: offered.map(({ id, name, registrationNumber }) => ({
      value: id,
      label: [name, registrationNumber].filter(Boolean).join(' · '),
    })),
    onlyAble,
    form,
  });
}

/** Those whose competence covers criteria, trade and days, at least as an auditor of the team. */
async function ableOf(deps: Deps, candidates: readonly Candidate[], audit: AuditToStaff): Promise<Candidate[]> {
  const held = await listCompetencesOfAll(
    deps.db,
    candidates.map(({ id }) => id),
  );
  const engagement = { criteriaId: audit.criteria.id, trade: audit.organization.trade, from: audit.from, to: audit.to };
  const rule = audit.criteria.certification?.competence ?? commonCompetenceRule;
  return candidates.filter(({ id }) => competenceGap(held.get(id) ?? [], engagement, 'auditor', rule) === null);
}

async function showRemoval(deps: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const { plan, nameOf } = await accessPlan(deps, actorOf(res), idOf(req), 'plan');
  const member = plan.members.find(({ userId }) => userId === idOf(req, 'userId'));
  if (!member || member.teamRole === 'leader') throw new AppError('not_found', message('error.notFound'));
  renderPage(res, 'teams/removal', {
    title: translatorOf(res)('teams.removeOf', member),
    layout: 'narrow',
    assessment: plan.assessment,
    organizationName: plan.organization.name,
    member,
    openItems: plan.agenda
      .filter(({ people }) => people.includes(member.userId))
      .map((item) => agendaLine(plan, item, nameOf, languageOf(res))),
    form,
  });
}
