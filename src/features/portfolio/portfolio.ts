import type { LocalizedText } from '../../model/criteria.ts';
import { add, compare, divide, fraction, parseDecimal, round, subtract, zero } from '../../model/fraction.ts';

/** A finished audit as the overview knows it. */
export interface FinishedAudit {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly trade: string | null;
  readonly number: string;
  readonly finishedAt: string;
  readonly criteria: { readonly id: string; readonly title: LocalizedText };
  /** As printed. */
  readonly score: string;
  readonly gradeLabel: LocalizedText | null;
}

/** One organization by one criteria: its last audit, and what changed since the one before. */
export interface Standing extends FinishedAudit {
  /** Points; null: there was none before. */
  readonly change: string | null;
  readonly open: number;
  readonly overdue: number;
}

/** All organizations that were audited by the same criteria. */
export interface CriteriaGroup {
  readonly criteria: FinishedAudit['criteria'];
  /** The highest score first. */
  readonly standings: readonly Standing[];
  /** Of the scores, to two digits. */
  readonly mean: string;
  readonly median: string;
  /** In the order of the highest score with that grade. */
  readonly grades: readonly { readonly label: LocalizedText | null; readonly count: number }[];
}

/** The standings by criteria, the criteria with most organizations first. `audits` has the newest first. */
export function toPortfolio(
  audits: readonly FinishedAudit[],
  findings: ReadonlyMap<string, { readonly open: number; readonly overdue: number }>,
): CriteriaGroup[] {
  const courses = new Map<string, FinishedAudit[]>();
  for (const audit of audits) {
    const key = `${audit.criteria.id} ${audit.organizationId}`;
    courses.set(key, [...(courses.get(key) ?? []), audit]);
  }
  const standings = [...courses.values()].flatMap((course) => toStanding(course, findings));
  const groups = new Map<string, Standing[]>();
  for (const standing of standings) groups.set(standing.criteria.id, [...(groups.get(standing.criteria.id) ?? []), standing]);
  return [...groups.values()].map(toGroup).sort((a, b) => b.standings.length - a.standings.length);
}

function toStanding(
  [last, before]: readonly FinishedAudit[],
  findings: ReadonlyMap<string, { readonly open: number; readonly overdue: number }>,
): Standing[] {
  if (!last) return [];
  const change = before ? round(subtract(parseDecimal(last.score), parseDecimal(before.score)), 2, 'half-up') : null;
  return [{ ...last, change, ...(findings.get(last.organizationId) ?? { open: 0, overdue: 0 }) }];
}

function toGroup(standings: readonly Standing[]): CriteriaGroup {
  const sorted = [...standings].sort((a, b) => compare(parseDecimal(b.score), parseDecimal(a.score)));
  const scores = sorted.map(({ score }) => parseDecimal(score));
  const sum = scores.reduce(add, zero);
  const middle = [scores[Math.floor((scores.length - 1) / 2)], scores[Math.floor(scores.length / 2)]];
  const median = divide(add(middle[0] ?? zero, middle[1] ?? zero), fraction(2));
  const [first] = sorted;
  if (!first) throw new Error('A group of no organization.');
  return {
    criteria: first.criteria,
    standings: sorted,
    mean: round(divide(sum, fraction(scores.length)), 2, 'half-up'),
    median: round(median, 2, 'half-up'),
    grades: gradesOf(sorted),
  };
}

function gradesOf(sorted: readonly Standing[]): CriteriaGroup['grades'] {
  const counts = new Map<string, { label: LocalizedText | null; count: number }>();
  for (const { gradeLabel } of sorted) {
    const key = JSON.stringify(gradeLabel);
    counts.set(key, { label: gradeLabel, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
