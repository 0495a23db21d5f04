import { pointsOf, sumOf } from '../../catalog/criteria/check-sums.ts';
import { type ChoicePlace, choicePlacesOf } from '../../catalog/criteria/choice-places.ts';
import type { ClauseDraft, CriteriaDraft } from '../../catalog/criteria/draft.ts';
import { unscaled } from '../../catalog/criteria/scaled.ts';
import type { Aggregate } from '../../model/criteria.ts';

/** An inner clause and what the points below it add up to; also while the text has problems. */
export interface PointsLine {
  readonly name: string;
  readonly depth: number;
  /** The points of the clause itself; several where kinds of enterprise and profiles differ; null where none can be read. */
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
export function pointsTree(draft: CriteriaDraft): PointsTree {
  const { clauses, all } = draft;
  const places = choicePlacesOf(draft).all ?? [];
  return {
    lines: linesBelow(clauses, 0, places),
    total: told(places.map((place) => sumOf(clauses, place))) ?? '–',
    rated: all.filter(isRated).length,
  };
}

function linesBelow(clauses: readonly ClauseDraft[], depth: number, places: readonly ChoicePlace[]): PointsLine[] {
  return clauses.flatMap((clause) =>
    clause.role === 'inner' || depth === 0
      ? [toLine(clause, depth, places), ...linesBelow(clause.children, depth + 1, places)]
      : [],
  );
}

function toLine(clause: ClauseDraft, depth: number, places: readonly ChoicePlace[]): PointsLine {
  const { number, title, id, aggregate } = clause.form;
  const there = places.filter((place) => place.has(clause));
  const isInner = clause.role === 'inner';
  const isSum = isInner && (aggregate ?? 'sum') === 'sum';
  const pairs = there
    .map((place) => ({ stated: pointsOf(clause, place), found: isSum ? sumOf(clause.children, place) : null }))
    .filter(({ stated }) => stated !== null);
  return {
    name: [number, title ?? id].filter(Boolean).join(' '),
    depth,
    stated: told(pairs.map(({ stated }) => stated)),
    found: told(pairs.map(({ stated, found }) => (isInner ? found : stated))),
    aggregate: aggregate ?? null,
    state: isSum && pairs.length > 0 ? agreement(pairs) : 'free',
    rated: ratedBelow(clause),
  };
}

function agreement(pairs: readonly { readonly stated: bigint | null; readonly found: bigint | null }[]): 'same' | 'differs' {
  return pairs.every(({ stated, found }) => found === null || found === stated) ? 'same' : 'differs';
}

/** The different values in the variants and profiles, as an author writes them: `5`, or `4 / 5`; null where there are none. */
function told(values: readonly (bigint | null)[]): string | null {
  const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : 1));
  return known.length === 0 ? null : known.map(unscaled).join(' / ');
}

function ratedBelow(clause: ClauseDraft): number {
  return (isRated(clause) ? 1 : 0) + clause.children.reduce((sum, child) => sum + ratedBelow(child), 0);
}

function isRated({ role }: ClauseDraft): boolean {
  return role === 'leaf' || role === 'own';
}
