import type { Language } from '../../i18n/language.ts';
import { type Message, translator } from '../../i18n/translate.ts';
import { type AgendaKind, agendaKinds, minutesByPerson } from '../../model/agenda.ts';
import type { TeamRole } from '../../model/assessment-rights.ts';
import { daysBetween } from '../../model/calendar.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Decimal } from '../../model/criteria.ts';
import { daysOfMinutes, sumOfDays } from '../../model/person-days.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { isMeeting, sectionsOf } from './agenda-service.ts';
import type { AgendaItem, Attendee } from './agenda-store.ts';
import { type Plan, undeclaredOf } from './plan.ts';
import {
  type AgendaLine,
  agendaLine,
  daysRuleWords,
  type NameOf,
  planProblems,
  samplingRuleWords,
  samplingSizeWords,
  siteReasonWords,
} from './plan-words.ts';
import type { Sampling } from './sampling-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'plans/plan': PlanPage;
    'plans/item': AgendaItemPage;
    'plans/attendance': AttendancePage;
  }
}

interface OfPlan {
  readonly assessment: Pick<Assessment, 'id' | 'number' | 'from' | 'to' | 'kind'>;
  readonly organizationName: string;
}

export interface PlanPage extends PageFrame, OfPlan {
  readonly canPlan: boolean;
  /** Takes part, so that a calendar of one's own means something. */
  readonly isInTeam: boolean;
  readonly showsOthers: boolean;
  readonly problems: readonly Message[];
  readonly sites: SitesView;
  readonly days: DaysView;
  readonly agenda: readonly { readonly day: string; readonly items: readonly PlannedItem[] }[];
  readonly zone: string;
  readonly samplingForm: FormState;
  readonly daysForm: FormState;
}

export interface PlannedItem extends AgendaLine {
  readonly isMeeting: boolean;
  readonly attendees: readonly Attendee[];
  /** How many of them were there. */
  readonly present: number;
}

interface SitesView {
  readonly rule: string;
  readonly size: string | null;
  readonly drawn: Pick<Sampling, 'seed' | 'drawnAt' | 'drawnBy' | 'reason'> | null;
  readonly command: string;
  readonly isStale: boolean;
  readonly lines: readonly SiteLine[];
  readonly earlier: readonly { readonly at: string; readonly by: string; readonly seed: string; readonly names: string }[];
}

interface SiteLine {
  /** null: not drawn yet. */
  readonly number: number | null;
  readonly name: string;
  readonly headcount: number | null;
  readonly lastAudited: string | null;
  readonly chosen: boolean;
  readonly reason: string | null;
  readonly lot: string | null;
  readonly days: Decimal | null;
}

interface DaysView {
  readonly rule: string;
  readonly suggested: Decimal;
  readonly planned: Decimal;
  readonly reason: string;
  readonly revision: number;
  readonly lines: readonly {
    readonly userId: string;
    readonly name: string;
    readonly teamRole: TeamRole;
    readonly planned: Decimal | null;
    readonly byAgenda: Decimal;
  }[];
}

export interface AgendaItemPage extends PageFrame, OfPlan {
  /** null: a new one. */
  readonly itemId: string | null;
  readonly form: FormState;
  readonly kinds: readonly AgendaKind[];
  readonly days: readonly string[];
  readonly sites: readonly { readonly value: string; readonly label: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly teamRole: TeamRole }[];
  readonly sections: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
}

export interface AttendancePage extends PageFrame, OfPlan {
  readonly itemId: string;
  readonly rows: readonly Attendee[];
  readonly form: FormState;
}

export function planView(plan: Plan, nameOf: NameOf, language: Language) {
  return {
    sites: sitesView(plan, language),
    days: daysView(plan, language),
    problems: planProblems(
      plan,
      nameOf,
      language,
      undeclaredOf(plan).map(({ name }) => name),
    ),
    agenda: agendaView(plan, nameOf, language),
  };
}

function sitesView(plan: Plan, language: Language): SitesView {
  const t = translator(language);
  const { sampling } = plan;
  const change = plan.samplingChange;
  const first = sampling?.sites.find(({ reason }) => reason === 'random') ?? sampling?.sites[0];
  return {
    rule: samplingRuleWords(sampling ? { rule: sampling.rule, isCommon: sampling.ruleIsCommon } : plan.samplingRule, t),
    size: sampling && samplingSizeWords(sampling, plan.assessment.kind, t),
    drawn: sampling,
    command: sampling && first ? `printf '${sampling.seed}:${first.number}' | sha256sum` : '',
    isStale: change !== null && change.added.length + change.gone.length > 0,
    lines: sampling ? drawnLines(plan, sampling, language) : plan.covered.map((site) => undrawnLine(plan, site)),
    earlier: plan.earlierSamplings.map(({ drawnAt, drawnBy, seed, sites }) => ({
      at: drawnAt,
      by: drawnBy,
      seed,
      names: sites.flatMap(({ chosen, name }) => (chosen ? [name] : [])).join(t('plans.listSeparator')),
    })),
  };
}

function drawnLines(plan: Plan, sampling: Sampling, language: Language): SiteLine[] {
  const t = translator(language);
  return sampling.sites.map((site) => ({
    ...site,
    reason: siteReasonWords(site, t),
    days: plan.siteDays.get(site.id) ?? null,
  }));
}

function undrawnLine(plan: Plan, { id, name, headcount }: Plan['covered'][number]): SiteLine {
  const unknown = { number: null, lastAudited: null, reason: null, lot: null };
  return { ...unknown, name, headcount, chosen: true, days: plan.siteDays.get(id) ?? null };
}

function daysView(plan: Plan, language: Language): DaysView {
  const { planned, members } = plan;
  const minutes = minutesByPerson(plan.agenda);
  return {
    rule: daysRuleWords(plan, translator(language)),
    suggested: plan.suggestedDays,
    planned: sumOfDays(members.flatMap(({ userId }) => planned.days.get(userId) ?? [])),
    reason: planned.reason,
    revision: planned.revision,
    lines: members.map(({ userId, name, teamRole }) => ({
      ...{ userId, name, teamRole },
      planned: planned.days.get(userId) ?? null,
      byAgenda: daysOfMinutes(minutes.get(userId) ?? 0),
    })),
  };
}

export function agendaView(plan: Plan, nameOf: NameOf, language: Language): PlanPage['agenda'] {
  const lines = plan.agenda.map((item) => ({
    ...agendaLine(plan, item, nameOf, language),
    isMeeting: isMeeting(item),
    attendees: plan.attendees.get(item.id) ?? [],
    present: (plan.attendees.get(item.id) ?? []).filter(({ present }) => present).length,
  }));
  return [...new Set(lines.map(({ day }) => day))].map((day) => ({ day, items: lines.filter((line) => line.day === day) }));
}

/** What is to be chosen from in the form of an item. */
export function itemChoices({ assessment, sites, members, criteria }: Plan, language: Language) {
  return {
    kinds: agendaKinds,
    days: daysBetween(assessment.from, assessment.to),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
    people: members.map(({ userId, name, teamRole }) => ({ id: userId, name, teamRole })),
    sections: sectionsOf(criteria.clauses).map(({ clause, depth }) => ({
      id: clause.id,
      name: clauseName(criteria, clause.id, language),
      depth,
    })),
  };
}

/** The form of an item as it is. */
export function itemFormOf({ kind, title, day, from, to, siteId, people, clauses, revision }: AgendaItem): FormState {
  const values = { kind, title, day, from, to, site: siteId ?? '', people, clauses, revision: String(revision) };
  return { values, errors: {} };
}
