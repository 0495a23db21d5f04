import { add, compare, divide, type Fraction, fraction, isZero, max, min, multiply, one, zero } from './fraction.ts';
import type { PreparedClause, PreparedCriteria } from './prepare.ts';
import { at, type Tally } from './tree.ts';

/** What is looked for: which rated clauses to raise to full marks so that every asked rate is reached. */
export interface Wanted {
  /** As everything stands, all of it rated. */
  readonly tallies: readonly Tally[];
  /** Place of a clause → the rate that it must reach. */
  readonly least: ReadonlyMap<number, Fraction>;
}

/** The best that one number of changes below a clause can do. */
interface Best {
  readonly rate: Fraction;
  readonly obtained: Fraction;
  /** What was changed, as a chain. */
  readonly changed: Chain;
}

type Chain = { readonly index: number } | { readonly left: Chain; readonly right: Chain } | null;

/** By the number of changes; null where so many cannot reach what is asked below. */
type Curve = readonly (Best | null)[];

/**
 * Places of the rated clauses to raise to full marks, as few as can be, and of all sets of that size one with the highest
 * rate of the whole; null when even all of them do not reach what is asked.
 *
 * Exact: dynamic programming over the tree. What a clause comes to never falls when one below it rises, so that above it only
 * its best value for each number of changes matters; asked rates strike out what falls short of them. A tree knapsack (cf.
 * Kellerer, Pferschy, Pisinger, Knapsack Problems, 2004, on the tree-structured variants), here with the criteria's own ways
 * of adding up. Fractions throughout, so that no bound is missed or met by rounding.
 */
export function fewestChanges(prepared: PreparedCriteria, wanted: Wanted): number[] | null {
  const raisable = prepared.clauses.filter(({ index, aggregate }) => !aggregate && isBelowFull(at(wanted.tallies, index))).length;
  // Few changes do as a rule, and the work grows with their number: it is tried with few first.
  for (let most = Math.min(8, raisable); ; most = Math.min(most * 2, raisable)) {
    const best = curveOfWhole(prepared, wanted, most).find((found) => found !== null);
    if (best) return placesOf(best.changed);
    if (most === raisable) return null;
  }
}

function isBelowFull({ rate }: Tally): boolean {
  return rate !== null && compare(rate, one) < 0;
}

function curveOfWhole({ clauses }: PreparedCriteria, wanted: Wanted, most: number): Curve {
  const curves = new Array<Curve>(clauses.length);
  for (let index = clauses.length - 1; index >= 0; index--) {
    const clause = at(clauses, index);
    const curve = clause.aggregate ? curveOver(clause, { clauses, curves, wanted, most }) : curveOfRated(clause, wanted);
    curves[index] = reaching(curve, wanted.least.get(index));
  }
  return at(curves, 0);
}

/** As it is, or full. */
function curveOfRated({ index, points }: PreparedClause, { tallies }: Wanted): Curve {
  const tally = at(tallies, index);
  if (tally.rate === null) return [];
  const now: Best = { rate: tally.rate, obtained: tally.obtained, changed: null };
  return isBelowFull(tally) ? [now, { rate: one, obtained: points, changed: { index } }] : [now];
}

function reaching(curve: Curve, least: Fraction | undefined): Curve {
  if (least === undefined) return curve;
  return curve.map((best) => (best && compare(best.rate, least) >= 0 ? best : null));
}

interface Below {
  readonly clauses: readonly PreparedClause[];
  readonly curves: readonly Curve[];
  readonly wanted: Wanted;
  readonly most: number;
}

/** Of one child or several together, in the number that the parent adds up or compares. */
interface Joined {
  readonly value: Fraction;
  readonly changed: Chain;
}

function curveOver(clause: PreparedClause, below: Below): Curve {
  const counting = clause.children.filter((child) => at(below.wanted.tallies, child).rate !== null);
  const first = counting[0];
  if (first === undefined) return [];

  const { worthOf, join, toBest } = adding(clause, counting, below);
  const joinedOf = (child: number) =>
    at(below.curves, child).map((best) => best && { value: worthOf(child, best), changed: best.changed });
  const joined = counting.slice(1).reduce((sum, child) => merged(sum, joinedOf(child), join, below.most), joinedOf(first));
  return joined.map((found) => found && { ...toBest(found.value), changed: found.changed });
}

interface Adding {
  readonly worthOf: (child: number, best: Best) => Fraction;
  readonly join: (a: Fraction, b: Fraction) => Fraction;
  readonly toBest: (value: Fraction) => Pick<Best, 'rate' | 'obtained'>;
}

/** The four ways of adding up, as in `tallyTree`, with what counts fixed: changes never make anything apply. */
function adding({ index, aggregate, points: full }: PreparedClause, counting: readonly number[], below: Below): Adding {
  const { points } = at(below.wanted.tallies, index);
  const ofOwnPoints = (rate: Fraction) => ({ rate, obtained: multiply(full, rate) });
  const meanOver = (whole: Fraction) => (sum: Fraction) => divide(sum, whole);
  const plain = meanOver(fraction(counting.length));

  if (aggregate === 'minimum' || aggregate === 'maximum') {
    return { worthOf: (_, { rate }) => rate, join: aggregate === 'minimum' ? min : max, toBest: ofOwnPoints };
  }
  if (aggregate === 'weighted-mean') {
    const weights = counting.map((child) => at(below.clauses, child).weight).reduce(add, zero);
    if (isZero(weights)) return { worthOf: (_, { rate }) => rate, join: add, toBest: (sum) => ofOwnPoints(plain(sum)) };
    const worthOf = (child: number, { rate }: Best) => multiply(at(below.clauses, child).weight, rate);
    return { worthOf, join: add, toBest: (sum) => ofOwnPoints(meanOver(weights)(sum)) };
  }
  if (isZero(points))
    return { worthOf: (_, { rate }) => rate, join: add, toBest: (sum) => ({ rate: plain(sum), obtained: zero }) };
  return { worthOf: (_, best) => best.obtained, join: add, toBest: (sum) => ({ rate: divide(sum, points), obtained: sum }) };
}

/** For each number of changes the best way to share them out between the two. */
function merged(
  a: readonly (Joined | null)[],
  b: readonly (Joined | null)[],
  join: Adding['join'],
  most: number,
): (Joined | null)[] {
  const best = new Array<Joined | null>(Math.min(a.length + b.length - 1, most + 1)).fill(null);
  a.forEach((left, i) => {
    if (!left) return;
    b.slice(0, best.length - i).forEach((right, j) => {
      if (!right) return;
      const value = join(left.value, right.value);
      const known = best[i + j];
      if (!known || compare(value, known.value) > 0) best[i + j] = { value, changed: both(left.changed, right.changed) };
    });
  });
  return best;
}

function both(left: Chain, right: Chain): Chain {
  if (!left) return right;
  return right ? { left, right } : left;
}

function placesOf(changed: Chain): number[] {
  const places: number[] = [];
  const waiting: Chain[] = [changed];
  while (waiting.length > 0) {
    const chain = waiting.pop();
    if (!chain) continue;
    if ('index' in chain) places.push(chain.index);
    else waiting.push(chain.right, chain.left);
  }
  return places;
}
