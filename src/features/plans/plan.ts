import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import { type AgendaClash, agendaClashes } from '../../model/agenda.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import type { PersonDaysRule, SamplingRule } from '../../model/certification-rule.ts';
import type { Criteria, Decimal } from '../../model/criteria.ts';
import { type DeclarationState, isDeclared } from '../../model/independence.ts';
import { daysAtSite, sumOfDays } from '../../model/person-days.ts';
import { commonSamplingRule, type SamplingChange, samplingChange } from '../../model/site-sampling.ts';
import type { Assessment, Member } from '../assessments/assessment.ts';
import { listMembers, listSiteIds } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { listDeclarationStates } from '../assessments/team-store.ts';
import { findOrganization, type Organization } from '../organizations/organization-store.ts';
import { listSites, type Site } from '../organizations/site-store.ts';
import { type AgendaItem, type Attendee, listAgenda, listAttendees } from './agenda-store.ts';
import { type PlannedDays, readPlannedDays } from './plan-days-store.ts';
import { listSamplings, type Sampling } from './sampling-store.ts';

/** The plan of an audit as somebody may see it: what the page, the PDF and the calendar are made from. */
export interface Plan {
  readonly assessment: Assessment;
  readonly organization: Organization;
  readonly criteria: Criteria;
  readonly members: readonly Member[];
  readonly declarations: ReadonlyMap<string, DeclarationState>;
  /** All sites of the organization; `covered` are those that are audited. */
  readonly sites: readonly Site[];
  readonly covered: readonly Site[];
  readonly samplingRule: { readonly rule: SamplingRule; readonly isCommon: boolean };
  /** null: not drawn yet. */
  readonly sampling: Sampling | null;
  readonly earlierSamplings: readonly Sampling[];
  readonly samplingChange: SamplingChange | null;
  readonly daysRule: PersonDaysRule | null;
  /** Site id → person-days that the table suggests. */
  readonly siteDays: ReadonlyMap<string, Decimal>;
  readonly suggestedDays: Decimal;
  readonly planned: PlannedDays;
  readonly agenda: readonly AgendaItem[];
  readonly attendees: ReadonlyMap<string, readonly Attendee[]>;
  readonly clashes: readonly AgendaClash[];
}

/** Everything that is planned; `forReader` cuts it to what somebody may see. */
export async function readPlan(deps: Pick<Deps, 'criteriaCopies'>, db: Db, assessment: Assessment): Promise<Plan> {
  const { id, organizationId } = assessment;
  const criteria = await findCriteriaCopy({ db, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
  const members = await listMembers(db, id);
  const sites = await listSites(db, organizationId);
  const chosen = new Set(await listSiteIds(db, id));
  const covered = sites.filter((site) => chosen.has(site.id));
  const [sampling = null, ...earlierSamplings] = await listSamplings(db, id);
  const own = criteria.certification?.sampling;
  const daysRule = criteria.certification?.personDays ?? null;
  const siteDays = new Map(covered.map((site) => [site.id, daysAtSite(daysRule, site.headcount)]));
  const agenda = await listAgenda(db, id);
  return {
    assessment,
    organization: await findOrganization(db, organizationId),
    criteria,
    members,
    declarations: await listDeclarationStates(
      db,
      id,
      members.map(({ userId }) => userId),
    ),
    sites,
    covered,
    samplingRule: { rule: own ?? commonSamplingRule, isCommon: own === undefined },
    sampling,
    earlierSamplings,
    samplingChange: sampling && samplingChange(sampling.sites, sites),
    daysRule,
    siteDays,
    suggestedDays: sumOfDays([...siteDays.values()]),
    planned: await readPlannedDays(db, id),
    agenda,
    attendees: await listAttendees(db, id),
    clashes: agendaClashes(agenda),
  };
}

/**
 * What somebody may see of it: the company learns nothing of mystery shoppers and their visits, a mystery shopper only
 * what they take part in.
 */
export function forReader(plan: Plan, actor: Actor, rights: AssessmentRights): Plan {
  if (isOfCompany(actor)) return forCompany(plan);
  if (rights.view) return plan;
  const agenda = plan.agenda.filter(({ people }) => people.includes(actor.id));
  return {
    ...plan,
    agenda,
    members: plan.members.filter(({ userId }) => userId === actor.id),
    clashes: plan.clashes.filter(({ of, id }) => of === 'person' && id === actor.id),
  };
}

/** As the company may see it: without mystery shoppers and their visits. */
export function forCompany(plan: Plan): Plan {
  const hidden = new Set(plan.members.filter(({ teamRole }) => teamRole === 'mystery-shopper').map(({ userId }) => userId));
  const agenda = plan.agenda
    .filter(({ kind }) => kind !== 'mystery-visit')
    .map((item) => ({ ...item, people: item.people.filter((id) => !hidden.has(id)) }));
  return {
    ...plan,
    members: plan.members.filter(({ userId }) => !hidden.has(userId)),
    planned: { ...plan.planned, days: new Map([...plan.planned.days].filter(([id]) => !hidden.has(id))) },
    agenda,
    clashes: [],
  };
}

/** Members who cannot work yet, for want of a valid statement of impartiality. */
export function undeclaredOf({ members, declarations }: Plan): Member[] {
  return members.filter(({ userId }) => !isDeclared(declarations.get(userId) ?? 'missing'));
}
