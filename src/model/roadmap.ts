import { adjust } from './adjust.ts';
import { type Facts, unmet } from './condition.ts';
import type { Condition } from './criteria.ts';
import { fewestChanges } from './fewest-changes.ts';
import { add, compare, divide, type Fraction, fraction, isZero, max, one, subtract, zero } from './fraction.ts';
import { conditionsOf } from './grade.ts';
import type { PreparedCriteria, PreparedGrade } from './prepare.ts';
import type { Score } from './score.ts';
import { at, type Tally, tallyTree } from './tree.ts';

/** The way from an assessment, rated as a whole, to a higher grade with the fewest clauses changed. */
export interface Roadmap {
  readonly grade: string;
  readonly from: Fraction;
  /** What stands in the way and no rating changes: open findings, deductions, a grade held too short a time. */
  readonly besides: readonly Condition[];
  /** Clauses to raise to full marks, those that bring most first; null: not even full marks everywhere would do. */
  readonly steps: readonly RoadmapStep[] | null;
}

export interface RoadmapStep {
  readonly clause: string;
  /** As rated now. */
  readonly rate: Fraction;
  /** Score that this step adds after those before it. */
  readonly gain: Fraction;
  readonly score: Fraction;
}

/** With more rated clauses than these, ways to the further grades are long lists that nobody follows and that take long to find. */
const mostForAll = 200;

/**
 * The ways to every grade above the one that the assessment has, the nearest first; of large criteria only to the nearest. None
 * while something is unrated.
 */
export function roadmapsOf(prepared: PreparedCriteria, score: Score): Roadmap[] {
  if (score.outcome === 'incomplete') return [];
  const current = prepared.grades.find(({ grade }) => grade.id === score.grade)?.rank ?? -1;
  const above = prepared.grades.filter(({ rank }) => rank > current).toReversed();
  const told = score.coverage.total > mostForAll ? above.slice(0, 1) : above;
  return told.map((target) => roadmapTo(target, prepared, score));
}

function roadmapTo(target: PreparedGrade, prepared: PreparedCriteria, score: Score): Roadmap {
  const { facts } = score;
  const conditions = conditionsOf(target, prepared);
  const places = fewestChanges(prepared, { tallies: score.tallies, least: leastRates(target, conditions, score) });
  return {
    grade: target.grade.id,
    from: target.from,
    besides: conditions.filter((condition) => isBeyondRating(condition, facts) && unmet(condition, facts, 'now')),
    steps: places && stepsOf(places, prepared, score),
  };
}

/** The rates that the bound of the grade and its conditions ask for, by place; of several on one clause the highest. */
function leastRates({ from }: PreparedGrade, conditions: readonly Condition[], score: Score): Map<number, Fraction> {
  const { prepared, states } = score.facts;
  const least = new Map<number, Fraction>();
  const ask = (index: number, rate: Fraction) => {
    if (at(states, index) !== 'not-applicable') least.set(index, max(rate, least.get(index) ?? zero));
  };

  ask(0, rateFor(from, score));
  for (const condition of conditions) for (const { index, rate } of asksOf(condition, prepared)) ask(index, rate);
  return least;
}

/** The rate of the whole that gives this score; above 1 where no rate does. */
function rateFor(wanted: Fraction, { adjustments, soFar, tallies, facts: { prepared } }: Score): Fraction {
  const beforeAdjusting = subtract(add(wanted, adjustments.deduction.total), adjustments.bonus.total);
  if (!isZero(at(tallies, 0).points)) return divide(beforeAdjusting, prepared.fullMarks);
  // Nothing that counts has points: the score stays as it is, whatever the ratings.
  return compare(soFar.score, wanted) >= 0 ? zero : fraction(2);
}

interface Ask {
  readonly index: number;
  readonly rate: Fraction;
}

/** Where a condition asks for which rate; nothing where it asks for something else. */
function asksOf(condition: Condition, { byId, parts, levelled, rates, reachedAt }: PreparedCriteria): Ask[] {
  const askAt = (place: { readonly index: number } | undefined, rate: Fraction) => (place ? [{ index: place.index, rate }] : []);
  switch (condition.if) {
    case 'rate':
      return askAt(byId.get(condition.clause), rates.get(condition) ?? zero);
    case 'part':
      return askAt(
        parts.find(({ part }) => part.id === condition.part),
        rates.get(condition) ?? zero,
      );
    case 'must-pass':
      return condition.clauses.flatMap((id) => askAt(byId.get(id), one));
    case 'maturity':
      return levelled.filter(({ level }) => level <= condition.atLeast).map(({ index }) => ({ index, rate: reachedAt }));
    default:
      return [];
  }
}

/** Whether what a condition asks lies outside the ratings; a maturity level does where no applicable clause belongs to it. */
function isBeyondRating(condition: Condition, { prepared, states }: Facts): boolean {
  if (condition.if !== 'maturity') return ['findings', 'deductions', 'held'].includes(condition.if);
  return !prepared.levelled.some(({ index, level }) => level >= condition.atLeast && at(states, index) !== 'not-applicable');
}

/** Those that would bring most by themselves first; of equals the one that comes first in the criteria. */
function stepsOf(places: readonly number[], prepared: PreparedCriteria, score: Score): RoadmapStep[] {
  const rates = score.tallies.map(({ rate }) => rate);
  const alone = new Map(places.map((index) => [index, scoreWith(prepared, score, rates.with(index, one))]));
  const inOrder = places.toSorted((a, b) => compare(alone.get(b) ?? zero, alone.get(a) ?? zero) || a - b);
  let reached = score.soFar.score;
  return inOrder.map((index) => {
    const rate = at(score.tallies, index).rate ?? zero;
    rates[index] = one;
    const now = scoreWith(prepared, score, rates);
    const step = { clause: at(prepared.clauses, index).clause?.id ?? '', rate, gain: subtract(now, reached), score: now };
    reached = now;
    return step;
  });
}

function scoreWith(prepared: PreparedCriteria, score: Score, shares: readonly (Fraction | null)[]): Fraction {
  const tallies: Tally[] = tallyTree(prepared, { states: score.states, shares, unratedGets: null, known: null });
  return isZero(at(tallies, 0).points) ? score.soFar.score : adjust(prepared.fullMarks, at(tallies, 0), score.adjustments).score;
}
