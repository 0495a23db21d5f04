import type { TeamRole } from './assessment-rights.ts';
import { addDays } from './calendar.ts';
import type { IsoDate } from './dossier.ts';

/** Grades in which people are registered as auditors of services, lowest first: 实习审查员, 审查员, 高级审查员. */
export const competenceGrades = ['trainee', 'auditor', 'senior'] as const;
export type CompetenceGrade = (typeof competenceGrades)[number];

/** What somebody was found able to audit, and from when to when. */
export interface Competence {
  /** Id of the criteria; null: all of them. */
  readonly criteriaId: string | null;
  /** null: every trade. */
  readonly trade: string | null;
  readonly grade: CompetenceGrade;
  /** First and last day, both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What is to be audited, on which days. */
export interface Engagement {
  readonly criteriaId: string;
  /** Of the organization; null: not known, then no competence fails for its trade. */
  readonly trade: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The least grade for each part in the team that audits; the others need none. */
export interface CompetenceRule {
  readonly leader: CompetenceGrade;
  readonly auditor: CompetenceGrade;
}

/** Of a body whose criteria say nothing else: trainees may be in a team, but only auditors lead it. */
export const commonCompetenceRule: CompetenceRule = { leader: 'auditor', auditor: 'trainee' };

/** `missing`: nothing fits; `expired`: what fits does not cover every day; `grade`: it does, in too low a grade. */
export type CompetenceGap =
  | { readonly gap: 'missing' }
  | { readonly gap: 'expired'; readonly day: IsoDate }
  | { readonly gap: 'grade'; readonly needed: CompetenceGrade };

/**
 * What somebody lacks to audit that as `teamRole`, or null. Several records may cover the days together, as when a
 * registration is renewed in the middle of an audit.
 */
export function competenceGap(
  held: readonly Competence[],
  engagement: Engagement,
  teamRole: TeamRole,
  rule: CompetenceRule,
): CompetenceGap | null {
  const needed = teamRole === 'leader' ? rule.leader : teamRole === 'auditor' ? rule.auditor : null;
  if (needed === null) return null;
  const fitting = held.filter((competence) => fits(competence, engagement));
  if (fitting.length === 0) return { gap: 'missing' };
  const day = firstUncovered(fitting, engagement);
  if (day !== null) return { gap: 'expired', day };
  const able = fitting.filter(({ grade }) => competenceGrades.indexOf(grade) >= competenceGrades.indexOf(needed));
  return firstUncovered(able, engagement) === null ? null : { gap: 'grade', needed };
}

/** Whether a competence is for such criteria and such a trade, on whatever days. */
export function fits({ criteriaId, trade }: Competence, engagement: Pick<Engagement, 'criteriaId' | 'trade'>): boolean {
  if (criteriaId !== null && criteriaId !== engagement.criteriaId) return false;
  return trade === null || engagement.trade === null || tradeKey(trade) === tradeKey(engagement.trade);
}

/** Trades are compared without width, case and space. */
export function tradeKey(trade: string): string {
  return trade.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The first day from `from` to `to` on which none of the spans holds; null: all are covered. */
export function firstUncovered(
  spans: readonly { readonly from: IsoDate; readonly to: IsoDate }[],
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): IsoDate | null {
  let day = from;
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.from <= day && span.to >= day) day = addDays(span.to, 1);
  }
  return day > to ? null : day;
}
