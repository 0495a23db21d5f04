import { type Facts, unmet } from './condition.ts';
import type { Condition, Gate } from './criteria.ts';
import { compare, type Fraction, max, rounded, subtract, zero } from './fraction.ts';
import type { PreparedCriteria, PreparedGrade } from './prepare.ts';
import type { Effect, Result } from './result.ts';
import { at } from './tree.ts';

export interface GradeScore {
  readonly outcome: Result['outcome'];
  readonly grade: string | null;
  readonly band: string | null;
  readonly effects: readonly Effect<Fraction>[];
  readonly next: { readonly grade: string; readonly missing: Fraction; readonly unmet: readonly Condition[] } | null;
  readonly nearMiss: { readonly grade: string; readonly from: Fraction } | null;
}

/**
 * From the unrounded score to the grade: the highest whose inclusive bound is reached and whose conditions are all met,
 * at or below the lowest cap. While incomplete there is none, and only those effects are told that no further rating
 * can undo.
 */
export function gradeOf(score: Fraction, facts: Facts): GradeScore {
  const { prepared } = facts;
  const complete = ['rated', 'not-applicable'].includes(at(facts.states, 0));
  const band = prepared.grades.find(({ from }) => compare(score, from) >= 0) ?? null;
  const failing = failuresOf(facts);
  const caps = capsOf(facts);
  const ceiling = caps.reduce((least, { rank }) => Math.min(least, rank), prepared.grades.length);
  const earned = prepared.grades.find((grade) => isEarned(grade, score, ceiling, facts)) ?? null;
  const given = complete && failing.length === 0 ? earned : null;
  const holding = caps.filter(({ rank }) => band !== null && band.rank > rank).map(({ effect }) => effect);

  return {
    outcome: outcomeOf(complete, failing.length > 0, given, prepared),
    grade: given?.grade.id ?? null,
    band: band?.grade.id ?? null,
    effects: [...failing, ...holding, ...withheld(score, earned, facts)],
    next: nextGrade(score, complete ? given : band, facts),
    nearMiss: nearMissOf(score, prepared),
  };
}

function outcomeOf(
  complete: boolean,
  failing: boolean,
  given: PreparedGrade | null,
  { grades }: PreparedCriteria,
): Result['outcome'] {
  if (!complete) return 'incomplete';
  if (failing) return 'failed';
  if (grades.length === 0) return 'ungraded';
  return given ? 'graded' : 'failed';
}

function isEarned({ grade, from, rank }: PreparedGrade, score: Fraction, ceiling: number, facts: Facts): boolean {
  return (
    rank <= ceiling && compare(score, from) >= 0 && grade.requires.every((condition) => !unmet(condition, facts, 'for-certain'))
  );
}

function failuresOf(facts: Facts): Effect<Fraction>[] {
  const failsAt = facts.prepared.criteria.deduction?.failsAt ?? null;
  const given = facts.deductions;
  const deductions: Effect<Fraction>[] = failsAt !== null && given >= failsAt ? [{ because: 'deductions', given, failsAt }] : [];
  const gates = facts.prepared.criteria.gates.filter(({ capAt }) => capAt === null);
  return [...deductions, ...minimaMissed(facts), ...gates.flatMap((gate) => effectsOf(gate, facts))];
}

function minimaMissed(facts: Facts): Effect<Fraction>[] {
  return facts.prepared.parts.flatMap(({ part, minimum }): Effect<Fraction>[] => {
    const found = minimum && unmet(minimum, facts, 'for-certain');
    return found ? [{ because: 'part', part: part.id, condition: minimum, found }] : [];
  });
}

function capsOf(facts: Facts): { rank: number; effect: Effect<Fraction> }[] {
  return facts.prepared.criteria.gates.flatMap((gate) => {
    if (gate.capAt === null) return [];
    const rank = rankOf(gate.capAt, facts.prepared);
    return effectsOf(gate, facts).map((effect) => ({ rank, effect }));
  });
}

function effectsOf({ id, requires, capAt }: Gate, facts: Facts): Effect<Fraction>[] {
  return requires.flatMap((condition) => {
    const found = unmet(condition, facts, 'for-certain');
    return found ? [{ because: 'gate', gate: id, capAt, condition, found }] : [];
  });
}

/** The conditions of the grades whose bound the score reaches and that were not earned all the same. */
function withheld(score: Fraction, earned: PreparedGrade | null, facts: Facts): Effect<Fraction>[] {
  const above = earned?.rank ?? -1;
  const reached = facts.prepared.grades.filter(({ rank, from }) => rank > above && compare(score, from) >= 0);
  return reached.flatMap(({ grade }) =>
    grade.requires.flatMap((condition): Effect<Fraction>[] => {
      const found = unmet(condition, facts, 'for-certain');
      return found ? [{ because: 'requirement', withheld: grade.id, condition, found }] : [];
    }),
  );
}

function nextGrade(score: Fraction, current: PreparedGrade | null, facts: Facts): GradeScore['next'] {
  const rank = current ? current.rank + 1 : 0;
  const target = facts.prepared.grades.find((grade) => grade.rank === rank);
  if (!target) return null;

  return {
    grade: target.grade.id,
    missing: max(zero, subtract(target.from, score)),
    unmet: conditionsOf(target, facts.prepared).filter((condition) => unmet(condition, facts, 'now')),
  };
}

/** All that must be met for a grade besides its bound. */
export function conditionsOf(target: PreparedGrade, prepared: PreparedCriteria): Condition[] {
  return [...target.grade.requires, ...gateConditions(target, prepared)];
}

/** Those of gates and parts that would fail the assessment or cap it below the grade. */
function gateConditions(target: PreparedGrade, prepared: PreparedCriteria): Condition[] {
  const { gates, deduction } = prepared.criteria;
  const inTheWay = gates.filter(({ capAt }) => capAt === null || rankOf(capAt, prepared) < target.rank);
  const failsAt = deduction?.failsAt ?? null;
  const fewer: Condition[] = failsAt === null ? [] : [{ if: 'deductions', fewerThan: failsAt }];
  const minima = prepared.parts.flatMap(({ minimum }) => minimum ?? []);
  return [...inTheWay.flatMap(({ requires }) => requires), ...minima, ...fewer];
}

function nearMissOf(score: Fraction, { criteria, grades }: PreparedCriteria): GradeScore['nearMiss'] {
  const printed = rounded(score, criteria.rounding.digits, criteria.rounding.mode);
  const missed = grades.find(({ from }) => compare(score, from) < 0 && compare(printed, from) >= 0);
  return missed ? { grade: missed.grade.id, from: missed.from } : null;
}

function rankOf(id: string, { grades }: PreparedCriteria): number {
  const found = grades.find(({ grade }) => grade.id === id);
  if (!found) throw new Error(`There is no grade ${id}.`);
  return found.rank;
}
