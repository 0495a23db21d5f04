import type { Decimal, LocalizedText } from './criteria.ts';

/** Special deductions, outside the tree. */
export interface DeductionRule {
  readonly points: Decimal;
  /** That many fail the assessment whatever the score; null: none does. */
  readonly failsAt: number | null;
  /** No more than that many are counted; null: all are. */
  readonly atMost: number | null;
  readonly grounds: readonly Ground[];
}

/** Special bonus, outside the tree. */
export interface BonusRule {
  readonly points: Decimal;
  readonly atMost: number;
  readonly grounds: readonly Ground[];
}

export interface Ground {
  readonly id: string;
  readonly label: LocalizedText;
}
