import { add, compare, divide, type Fraction, fraction, isZero, multiply, one, zero } from './fraction.ts';
import type { PreparedClause, PreparedCriteria } from './prepare.ts';
import type { ClauseResult } from './result.ts';

export type ClauseState = ClauseResult['state'];

/** What a clause comes to in one of the views: so far, floor or ceiling. */
export interface Tally {
  /** Points that count; 0 where nothing does. */
  readonly points: Fraction;
  readonly obtained: Fraction;
  /** 0…1; null where nothing counts. */
  readonly rate: Fraction | null;
  /** Place of the child that decides a minimum or maximum. */
  readonly decidedBy: number | null;
}

export const nothing: Tally = { points: zero, obtained: zero, rate: null, decidedBy: null };

/** The element of a list that is known to be there. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`There is no element ${index}.`);
  return element;
}

/** The state of every clause, given those of the rated ones at their places. */
export function statesOf({ clauses }: PreparedCriteria, rated: readonly ClauseState[]): ClauseState[] {
  const states = [...rated];
  for (let index = clauses.length - 1; index >= 0; index--) {
    const { aggregate, children } = at(clauses, index);
    if (aggregate) states[index] = stateOver(children, states);
  }
  return states;
}

function stateOver(children: readonly number[], states: readonly ClauseState[]): ClauseState {
  let result: ClauseState = 'not-applicable';
  for (const child of children) {
    const state = at(states, child);
    if (state === 'not-applicable' || state === result) continue;
    if (result !== 'not-applicable') return 'partly';
    result = state;
  }
  return result;
}

export interface View {
  readonly states: readonly ClauseState[];
  /** Share 0…1 of every rated clause that is rated and applicable, at its place. */
  readonly shares: readonly (Fraction | null)[];
  /** What an unrated clause gets; null leaves it out like one that is not applicable. */
  readonly unratedGets: Fraction | null;
  /** What an unrated clause gets at least and at most, where some of its sites are rated already; by place. */
  readonly bounds?: ReadonlyMap<number, { readonly floor: Fraction; readonly ceiling: Fraction }>;
  /** Tallies of another view: taken over where no unrated clause makes a difference. */
  readonly known: readonly Tally[] | null;
}

/**
 * Adds up the tree from the leaves to the whole. `sum` adds the points of the children that count; `weighted-mean`,
 * `minimum` and `maximum` take their rates times the clause's own points, which stay whole while one child counts.
 * A `sum` whose counting children all have 0 points, and a `weighted-mean` whose counting weights are all 0, have the
 * plain mean of the children's rates.
 */
export function tallyTree({ clauses }: PreparedCriteria, view: View): Tally[] {
  const tallies = new Array<Tally>(clauses.length);
  for (let index = clauses.length - 1; index >= 0; index--) {
    const clause = at(clauses, index);
    const state = at(view.states, index);
    const known = state === 'rated' || state === 'not-applicable' ? view.known?.[index] : undefined;
    tallies[index] =
      known ?? (clause.aggregate ? tallyOver(clause, clauses, tallies) : tallyOf(clause, shareIn(view, index, state)));
  }
  return tallies;
}

function shareIn({ shares, unratedGets, bounds }: View, index: number, state: ClauseState): Fraction | null {
  if (state !== 'unrated') return at(shares, index);
  const bound = unratedGets && bounds?.get(index);
  return bound ? (isZero(unratedGets) ? bound.floor : bound.ceiling) : unratedGets;
}

function tallyOf({ points }: PreparedClause, share: Fraction | null): Tally {
  if (!share) return nothing;
  if (share === one) return { points, obtained: points, rate: one, decidedBy: null };
  return { points, obtained: multiply(points, share), rate: share, decidedBy: null };
}

function tallyOver(clause: PreparedClause, clauses: readonly PreparedClause[], tallies: readonly Tally[]): Tally {
  switch (clause.aggregate) {
    case 'weighted-mean':
      return weightedMean(clause, clauses, tallies);
    case 'minimum':
    case 'maximum':
      return extreme(clause, tallies);
    default:
      return sum(clause, tallies);
  }
}

function sum({ children }: PreparedClause, tallies: readonly Tally[]): Tally {
  let points = zero;
  let obtained = zero;
  for (const child of children) {
    const tally = at(tallies, child);
    points = add(points, tally.points);
    obtained = add(obtained, tally.obtained);
  }
  const rate = isZero(points) ? plainMean(children, tallies) : divide(obtained, points);
  return { points, obtained, rate, decidedBy: null };
}

function weightedMean(
  { points, children }: PreparedClause,
  clauses: readonly PreparedClause[],
  tallies: readonly Tally[],
): Tally {
  let weights = zero;
  let weighted = zero;
  for (const child of children) {
    const { rate } = at(tallies, child);
    if (!rate) continue;
    const { weight } = at(clauses, child);
    weights = add(weights, weight);
    weighted = add(weighted, multiply(weight, rate));
  }
  return over(points, isZero(weights) ? plainMean(children, tallies) : divide(weighted, weights));
}

function extreme({ points, children, aggregate }: PreparedClause, tallies: readonly Tally[]): Tally {
  const better = aggregate === 'minimum' ? -1 : 1;
  let decidedBy: number | null = null;
  let rate: Fraction | null = null;
  for (const child of children) {
    const candidate = at(tallies, child).rate;
    if (!candidate || (rate && compare(candidate, rate) !== better)) continue;
    rate = candidate;
    decidedBy = child;
  }
  return { ...over(points, rate), decidedBy };
}

function over(points: Fraction, rate: Fraction | null): Tally {
  return rate ? { points, obtained: multiply(points, rate), rate, decidedBy: null } : nothing;
}

function plainMean(children: readonly number[], tallies: readonly Tally[]): Fraction | null {
  const rates = children.flatMap((child) => at(tallies, child).rate ?? []);
  return rates.length === 0 ? null : divide(rates.reduce(add), fraction(rates.length));
}
