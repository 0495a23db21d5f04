import type { ClauseDraft } from '../../catalog/criteria/draft.ts';
import { trimDecimal } from '../../model/figure-words.ts';
import { add, compare, type Fraction, parseDecimal, round, subtract, zero } from '../../model/fraction.ts';

/** How the points below a clause stand to its own. */
export interface PointsState {
  readonly state: 'same' | 'short' | 'over';
  readonly found: string;
  readonly stated: string;
  /** By how much they differ; `0` when they do not. */
  readonly by: string;
}

/** null where the points below need not add up, or cannot be known. */
export function pointsState({ role, form, children }: ClauseDraft): PointsState | null {
  if (role !== 'inner' || (form.aggregate ?? 'sum') !== 'sum' || form.points === undefined || children.length === 0) return null;
  const [stated, found] = [parseDecimal(form.points), sumOf(children)];
  const order = compare(found, stated);
  const by = order < 0 ? subtract(stated, found) : subtract(found, stated);
  const state = order === 0 ? 'same' : order < 0 ? 'short' : 'over';
  return { state, found: decimal(found), stated: trimDecimal(form.points), by: decimal(by) };
}

/** The points that a further clause must have so that all add up; `1` where nothing is missing, `10` for a section. */
export function missingPoints(parent: ClauseDraft | null, siblings: readonly ClauseDraft[]): string {
  if (!parent) return '10';
  if (parent.form.points === undefined) return '1';
  const left = subtract(parseDecimal(parent.form.points), sumOf(siblings));
  return compare(left, zero) > 0 ? decimal(left) : '1';
}

/** Exact: points have at most six digits after the point. */
function sumOf(clauses: readonly ClauseDraft[]): Fraction {
  return clauses.map(({ form }) => parseDecimal(form.points ?? '0')).reduce(add, zero);
}

function decimal(value: Fraction): string {
  return trimDecimal(round(value, 6, 'half-up'));
}
