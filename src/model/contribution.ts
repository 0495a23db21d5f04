import { add, divide, type Fraction, fraction, isZero, multiply, subtract, zero } from './fraction.ts';
import type { PreparedClause, PreparedCriteria } from './prepare.ts';
import { at, type Tally } from './tree.ts';

/** What every clause brings to the normalised score so far, and what full marks on it would have brought besides. */
export interface Contribution {
  readonly adds: Fraction;
  readonly lost: Fraction;
}

const none: Contribution = { adds: zero, lost: zero };

/**
 * Shares the full marks out from the whole to the leaves: under `sum` by points that count, under `weighted-mean` by
 * weights, under `minimum` and `maximum` all to the first child that decides. So the `adds` of the rated clauses are
 * together the normalised score, and `adds` and `lost` together the full marks.
 */
export function contributionsOf({ clauses, fullMarks }: PreparedCriteria, tallies: readonly Tally[]): Contribution[] {
  const stakes = new Array<Fraction>(clauses.length).fill(zero);
  if (!isZero(at(tallies, 0).points)) stakes[0] = fullMarks;

  return clauses.map((clause, index) => {
    const stake = at(stakes, index);
    const { rate } = at(tallies, index);
    if (!rate || isZero(stake)) return none;

    shareOut(clause, clauses, tallies, stakes);
    const adds = multiply(stake, rate);
    return { adds, lost: subtract(stake, adds) };
  });
}

/** Writes the stakes of the children that count. */
function shareOut(
  { index, aggregate, children }: PreparedClause,
  clauses: readonly PreparedClause[],
  tallies: readonly Tally[],
  stakes: Fraction[],
): void {
  if (!aggregate) return;

  const stake = at(stakes, index);
  const { decidedBy, points } = at(tallies, index);
  if (decidedBy !== null) {
    stakes[decidedBy] = stake;
    return;
  }
  const counting = children.filter((child) => at(tallies, child).rate);
  const partOf = (child: number) => (aggregate === 'sum' ? at(tallies, child).points : at(clauses, child).weight);
  const whole = aggregate === 'sum' ? points : counting.map(partOf).reduce(add, zero);
  const each = divide(stake, isZero(whole) ? fraction(counting.length) : whole);
  for (const child of counting) stakes[child] = isZero(whole) ? each : multiply(each, partOf(child));
}
