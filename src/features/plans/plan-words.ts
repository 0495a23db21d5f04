import type { Language } from '../../i18n/language.ts';
import { type Message, message, type Translate, translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { AssessmentKind } from '../../model/dossier.ts';
import { type DrawnSite, factorOf, sampleSize } from '../../model/site-sampling.ts';
import { describePersonDays, describeSampling, rootOf } from '../criteria/certification-words.ts';
import type { AgendaItem } from './agenda-store.ts';
import type { Plan } from './plan.ts';
import type { Sampling } from './sampling-store.ts';

/** An item of the agenda in words. */
export interface AgendaLine {
  readonly id: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly kind: AgendaItem['kind'];
  readonly title: string;
  /** null: at no site. */
  readonly site: string | null;
  readonly address: string | null;
  readonly people: string;
  readonly clauses: string;
}

/** Gives names to people, also to those who left the team. */
export type NameOf = (userId: string) => string;

export function agendaLine(plan: Plan, item: AgendaItem, nameOf: NameOf, language: Language): AgendaLine {
  const t = translator(language);
  const { id, day, from, to, kind } = item;
  const site = plan.sites.find((one) => one.id === item.siteId) ?? null;
  const names = clauseNames(plan.criteria, item.clauses, language);
  return {
    ...{ id, day, from, to, kind },
    title: titleOf(item, names, t),
    site: site?.name ?? null,
    address: site?.address ?? plan.organization.address,
    people: item.people.map(nameOf).join(t('plans.listSeparator')),
    clauses: names.join(t('plans.listSeparator')),
  };
}

/** What was written, else its clauses where it audits some, else its kind. */
function titleOf({ title, kind }: AgendaItem, names: readonly string[], t: Translate): string {
  if (title !== '') return title;
  return kind === 'audit' && names.length > 0 ? names.join(t('plans.listSeparator')) : t(`agendaKind.${kind}`);
}

/** Number and title of these clauses, in the order of the criteria. */
export function clauseNames(criteria: Criteria, ids: readonly string[], language: Language): string[] {
  const wanted = new Set(ids);
  const inOrder = [...walkClauses(criteria.clauses)].filter(({ clause }) => wanted.has(clause.id));
  return inOrder.map(({ clause }) => clauseName(criteria, clause.id, language));
}

/** `2026-01-05 09:00–10:00` */
export function whenOf({ day, from, to }: Pick<AgendaItem, 'day' | 'from' | 'to'>): string {
  return `${day} ${from}–${to}`;
}

/** The rule of sampling, and that it is the program's own where the criteria name none. */
export function samplingRuleWords({ rule, isCommon }: Plan['samplingRule'], t: Translate): string {
  return t(isCommon ? 'plans.ruleCommon' : 'plans.rule', { rule: describeSampling(rule, t) });
}

/** How the number of sites comes about. */
export function samplingSizeWords({ rule, sites }: Sampling, kind: AssessmentKind, t: Translate): string {
  const others = sites.filter(({ central }) => !central).length;
  const size = sampleSize(rule, kind, others);
  if (size.sites === others) return t('plans.sizeAll', { others });
  const root = rule.suited ? rootOf(factorOf(rule, kind)).replace('x', String(others)) : `30 % × ${others}`;
  return t('plans.size', { others, formula: t('plans.roundedUp', { formula: root, sites: size.sites }), ...size });
}

export function siteReasonWords({ reason, lastAudited }: DrawnSite, t: Translate): string {
  return reason === 'longest' && lastAudited === null ? t('plans.reason.never') : t(`plans.reason.${reason}`);
}

export function daysRuleWords({ daysRule }: Plan, t: Translate): string {
  const words = describePersonDays(daysRule, t);
  return daysRule ? words : t('plans.daysRuleCommon', { rule: words });
}

/** What is to be settled before the audit begins, or has come apart since. */
export function planProblems(plan: Plan, nameOf: NameOf, language: Language, undeclared: readonly string[]): Message[] {
  const t = translator(language);
  const list = (names: readonly string[]) => names.join(t('plans.listSeparator'));
  const named = (key: NamedProblem, names: readonly string[]) => (names.length > 0 ? [message(key, { names: list(names) })] : []);
  const change = plan.samplingChange;
  const drawn = new Set(plan.sampling?.sites.filter(({ chosen }) => chosen).map(({ id }) => id));
  const covered = new Set(plan.covered.map(({ id }) => id));
  const has = (kind: AgendaItem['kind']) => plan.agenda.some((item) => item.kind === kind);
  const visited = new Set(plan.agenda.map(({ siteId }) => siteId));
  const isPlanned = plan.agenda.length > 0;
  return [
    ...(plan.members.some(({ teamRole }) => teamRole === 'leader') ? [] : [message('planProblem.noLeader')]),
    ...named('planProblem.undeclared', undeclared),
    ...(plan.sampling === null && plan.sites.length > 1 ? [message('planProblem.notDrawn')] : []),
    ...named('planProblem.siteAdded', change?.added ?? []),
    ...named('planProblem.siteGone', change?.gone ?? []),
    ...named(
      'planProblem.notCovered',
      plan.sites.filter(({ id }) => drawn.has(id) && !covered.has(id)).map(({ name }) => name),
    ),
    ...named(
      'planProblem.notDrawnButCovered',
      plan.sampling ? plan.covered.filter(({ id }) => !drawn.has(id)).map(({ name }) => name) : [],
    ),
    ...named(
      'planProblem.noHeadcount',
      plan.daysRule?.bands.length ? plan.covered.filter(({ headcount }) => headcount === null).map(({ name }) => name) : [],
    ),
    ...(isPlanned && !has('opening') ? [message('planProblem.noOpening')] : []),
    ...(isPlanned && !has('closing') ? [message('planProblem.noClosing')] : []),
    ...named('planProblem.noVisit', isPlanned ? plan.covered.filter(({ id }) => !visited.has(id)).map(({ name }) => name) : []),
    ...itemProblems(plan, nameOf, language),
    ...clashProblems(plan, nameOf, language),
  ];
}

type NamedProblem =
  `planProblem.${'undeclared' | 'siteAdded' | 'siteGone' | 'notCovered' | 'notDrawnButCovered' | 'noHeadcount' | 'noVisit'}`;

function itemProblems(plan: Plan, nameOf: NameOf, language: Language): Message[] {
  const { from, to } = plan.assessment;
  const inTeam = new Set(plan.members.map(({ userId }) => userId));
  const separator = translator(language)('plans.listSeparator');
  return plan.agenda.flatMap((item) => {
    const place = { when: whenOf(item), title: agendaLine(plan, item, nameOf, language).title };
    const left = item.people.filter((id) => !inTeam.has(id)).map(nameOf);
    return [
      ...(item.day < from || item.day > to ? [message('planProblem.outside', place)] : []),
      ...(item.people.length === 0 && item.kind !== 'break' ? [message('planProblem.nobody', place)] : []),
      ...(left.length > 0 ? [message('planProblem.left', { ...place, names: left.join(separator) })] : []),
    ];
  });
}

function clashProblems(plan: Plan, nameOf: NameOf, language: Language): Message[] {
  const titles = new Map(plan.agenda.map((item) => [item.id, agendaLine(plan, item, nameOf, language).title]));
  const siteName = (id: string) => plan.sites.find((site) => site.id === id)?.name ?? '';
  return plan.clashes.map(({ of, id, first, second }) =>
    message(of === 'person' ? 'planProblem.personClash' : 'planProblem.siteClash', {
      name: of === 'person' ? nameOf(id) : siteName(id),
      first: titles.get(first.id) ?? '',
      second: titles.get(second.id) ?? '',
      when: whenOf(second),
    }),
  );
}
