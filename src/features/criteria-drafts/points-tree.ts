import type { ClauseDraft, CriteriaDraft } from '../../catalog/criteria/draft.ts';
import type { Aggregate } from '../../model/criteria.ts';
import { trimDecimal } from '../../model/figure-words.ts';
import { add, compare, parseDecimal, round, zero } from '../../model/fraction.ts';

/** An inner clause and what the points below it add up to; also while the text has problems. */
export interface PointsLine {
  readonly name: string;
  readonly depth: number;
  /** The points of the clause itself; null where none can be read. */
  readonly stated: string | null;
  /** The sum of the points right below; null where they need not add up. */
  readonly found: string | null;
  readonly aggregate: Aggregate | null;
  /** Under another aggregate than `sum` the points need not add up. */
  readonly state: 'same' | 'differs' | 'free';
  /** How many rated clauses stand below. */
  readonly rated: number;
}

export interface PointsTree {
  readonly lines: readonly PointsLine[];
  /** The sum of the top level. */
  readonly total: string;
  readonly rated: number;
}

/** The inner clauses, parents before children, with stated and found points. */
export function pointsTree({ clauses, all }: CriteriaDraft): PointsTree {
  return { lines: linesBelow(clauses, 0), total: sumOf(clauses), rated: all.filter(isRated).length };
}

function linesBelow(clauses: readonly ClauseDraft[], depth: number): PointsLine[] {
  return clauses.flatMap((clause) =>
    clause.role === 'inner' || depth === 0 ? [toLine(clause, depth), ...linesBelow(clause.children, depth + 1)] : [],
  );
}

function toLine(clause: ClauseDraft, depth: number): PointsLine {
  const { number, title, id, points, aggregate } = clause.form;
  const isInner = clause.role === 'inner';
  const found = isInner ? sumOf(clause.children) : trimDecimal(points ?? '0');
  const isSum = isInner && (aggregate ?? 'sum') === 'sum' && points !== undefined && !varies(clause);
  return {
    name: [number, title ?? id].filter(Boolean).join(' '),
    depth,
    stated: points === undefined ? null : trimDecimal(points),
    found: isInner && !isSum ? null : found,
    aggregate: aggregate ?? null,
    state: isSum ? agreement(points, found) : 'free',
    rated: ratedBelow(clause),
  };
}

/** Whether it adds up to different points in different variants: then the check alone can tell. */
function varies({ form, children }: ClauseDraft): boolean {
  return form.points_in !== undefined || children.some((child) => child.form.only_in || child.form.points_in);
}

function agreement(stated: string, found: string): 'same' | 'differs' {
  return compare(parseDecimal(stated), parseDecimal(found)) === 0 ? 'same' : 'differs';
}

/** The sum is exact: points have at most six digits after the point. */
function sumOf(clauses: readonly ClauseDraft[]): string {
  return trimDecimal(round(clauses.map(({ form }) => parseDecimal(form.points ?? '0')).reduce(add, zero), 6, 'half-up'));
}

function ratedBelow(clause: ClauseDraft): number {
  return (isRated(clause) ? 1 : 0) + clause.children.reduce((sum, child) => sum + ratedBelow(child), 0);
}

function isRated({ role }: ClauseDraft): boolean {
  return role === 'leaf' || role === 'own';
}
