import type { Adjustment } from './dossier.ts';
import { add, compare, divide, type Fraction, fraction, isZero, max, min, multiply, subtract, zero } from './fraction.ts';
import type { PreparedCriteria } from './prepare.ts';
import type { Tally } from './tree.ts';

/** A deduction or bonus as it went into the score. */
export interface AdjustmentScore {
  readonly given: number;
  /** At most as many as the criteria count; 0 where they know no such adjustment. */
  readonly counted: number;
  readonly each: Fraction;
  /** counted × each, 0 or more. */
  readonly total: Fraction;
}

export interface Adjustments {
  readonly deduction: AdjustmentScore;
  readonly bonus: AdjustmentScore;
}

export function countAdjustments(
  { criteria, deduction, bonus }: PreparedCriteria,
  adjustments: readonly Pick<Adjustment, 'kind'>[],
): Adjustments {
  const deductions = adjustments.filter(({ kind }) => kind === 'deduction').length;
  const mostDeductions = criteria.deduction ? (criteria.deduction.atMost ?? deductions) : 0;
  const mostBonuses = criteria.bonus?.atMost ?? 0;
  return {
    deduction: countUpTo(mostDeductions, deductions, deduction),
    bonus: countUpTo(mostBonuses, adjustments.length - deductions, bonus),
  };
}

function countUpTo(most: number, given: number, each: Fraction): AdjustmentScore {
  const counted = Math.min(given, most);
  return { given, counted, each, total: multiply(fraction(counted), each) };
}

/** The way from points to a score. */
export interface AdjustedScore {
  readonly normalised: Fraction;
  readonly afterDeduction: Fraction;
  readonly afterBonus: Fraction;
  /** Within 0 and full marks. */
  readonly score: Fraction;
  readonly capped: boolean;
}

/** obtained ÷ applicable × full marks (0 when no points apply), minus deductions, plus bonus, then the cap to 0…full marks. */
export function adjust(fullMarks: Fraction, whole: Tally, { deduction, bonus }: Adjustments): AdjustedScore {
  const normalised = isZero(whole.points) ? zero : multiply(divide(whole.obtained, whole.points), fullMarks);
  const afterDeduction = subtract(normalised, deduction.total);
  const afterBonus = add(afterDeduction, bonus.total);
  const score = max(zero, min(fullMarks, afterBonus));
  return { normalised, afterDeduction, afterBonus, score, capped: compare(score, afterBonus) !== 0 };
}
