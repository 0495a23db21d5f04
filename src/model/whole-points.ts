import type { Criteria, Decimal } from './criteria.ts';
import { add, parseExact, round, zero } from './fraction.ts';
import type { Figure, Result } from './result.ts';

/**
 * The points of all sections together, as printed below them. What is not rated yet counts as applicable here, as it does
 * in each section; the step `points` of the score so far leaves it out.
 */
export function wholePoints({ rounding }: Criteria, { clauses }: Result): { obtained: Decimal; applicable: Decimal } {
  const sections = clauses.filter(({ depth }) => depth === 0);
  const together = (figures: readonly Figure[]) =>
    round(figures.map(({ exact }) => parseExact(exact)).reduce(add, zero), rounding.digits, rounding.mode);
  return {
    obtained: together(sections.map(({ obtained }) => obtained)),
    applicable: together(sections.map(({ applicable }) => applicable)),
  };
}
