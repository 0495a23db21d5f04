import type { ChecklistMethod, Decimal, MeasureMethod, RatingMethod } from './criteria.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  min,
  multiply,
  one,
  parseDecimal,
  subtract,
  zero,
} from './fraction.ts';
import type { Rating } from './rating.ts';

/** A rating method with its decimals parsed. */
export type PreparedMethod =
  | { readonly by: 'met' }
  | { readonly by: 'sample' }
  | { readonly by: 'level'; readonly shares: ReadonlyMap<number, Fraction> }
  | { readonly by: 'points'; readonly points: Fraction }
  | PreparedMeasure
  | PreparedChecklist;

interface PreparedMeasure {
  readonly by: 'measure';
  readonly higherIsBetter: boolean;
  readonly lines: boolean;
  /** Best first. */
  readonly bands: readonly Band[];
}

interface Band {
  readonly at: Fraction;
  readonly share: Fraction;
}

interface PreparedChecklist {
  readonly by: 'checklist';
  readonly need: ChecklistMethod['need'];
  readonly weights: ReadonlyMap<string, Fraction>;
  readonly total: Fraction;
  readonly fullAt: number;
}

export function prepareMethod(method: RatingMethod, points: Decimal): PreparedMethod {
  switch (method.by) {
    case 'met':
    case 'sample':
      return { by: method.by };
    case 'level':
      return { by: 'level', shares: new Map(method.levels.map(({ value, share }) => [value, parseDecimal(share)])) };
    case 'points':
      return { by: 'points', points: parseDecimal(points) };
    case 'measure':
      return prepareMeasure(method);
    case 'checklist':
      return prepareChecklist(method);
  }
}

function prepareMeasure({ better, between, bands }: MeasureMethod): PreparedMeasure {
  return {
    by: 'measure',
    higherIsBetter: better === 'higher',
    lines: between === 'lines',
    bands: bands.map(({ at, share }) => ({ at: parseDecimal(at), share: parseDecimal(share) })),
  };
}

function prepareChecklist({ need, items, fullAt }: ChecklistMethod): PreparedChecklist {
  const weights = new Map(items.map(({ id, weight }) => [id, parseDecimal(weight)]));
  return { by: 'checklist', need, weights, total: [...weights.values()].reduce(add, zero), fullAt };
}

/**
 * The share of its points that a clause gets, 0…1; null when it is not applicable. With the method `points` a clause of
 * 0 points has the share 1: nothing of it can be missing. The rating must fit the clause (see `ratingProblem`): else
 * an Error is thrown.
 */
export function shareOf(method: PreparedMethod, rating: Rating): Fraction | null {
  return rating.by === 'not-applicable' ? null : shareByMethod(method, rating);
}

function shareByMethod(method: PreparedMethod, rating: Exclude<Rating, { by: 'not-applicable' }>): Fraction {
  if (rating.by === 'met' && method.by === 'met') return metShare(rating.met);
  if (rating.by === 'sample' && method.by === 'sample') return fraction(rating.size - rating.failed, rating.size);
  if (rating.by === 'level' && method.by === 'level') return levelShare(method.shares, rating.level);
  if (rating.by === 'points' && method.by === 'points') return pointsShare(method.points, parseDecimal(rating.points));
  if (rating.by === 'measure' && method.by === 'measure') return placeInBands(method, rating.value).share;
  if (rating.by === 'checklist' && method.by === 'checklist') return checklistShare(method, rating.present);
  throw new Error(`A rating by ${rating.by} does not fit the method ${method.by}.`);
}

function metShare(met: boolean): Fraction {
  return met ? one : zero;
}

function pointsShare(full: Fraction, points: Fraction): Fraction {
  return isZero(full) ? one : divide(points, full);
}

function levelShare(shares: ReadonlyMap<number, Fraction>, level: number): Fraction {
  const share = shares.get(level);
  if (!share) throw new Error(`The scale has no level ${level}.`);
  return share;
}

/** Where a measured value lies. `band` is the place of the band that gives the share, or that begins the line towards `next`. */
export interface PlaceInBands {
  readonly share: Fraction;
  readonly band: number | null;
  readonly next: number | null;
}

export function placeInBands({ bands, higherIsBetter, lines }: PreparedMeasure, value: Decimal): PlaceInBands {
  const measured = parseDecimal(value);
  const reached = bands.findIndex(({ at }) => (higherIsBetter ? compare(measured, at) >= 0 : compare(measured, at) <= 0));
  const band = bands[reached];
  const above = bands[reached < 0 ? bands.length - 1 : reached - 1];

  if (!band)
    return lines && above ? { share: above.share, band: bands.length - 1, next: null } : { share: zero, band: null, next: null };
  if (!lines || !above || compare(measured, band.at) === 0) return { share: band.share, band: reached, next: null };

  const way = divide(subtract(measured, band.at), subtract(above.at, band.at));
  const share = add(band.share, multiply(way, subtract(above.share, band.share)));
  return { share, band: reached - 1, next: reached };
}

function checklistShare({ need, weights, total, fullAt }: PreparedChecklist, present: readonly string[]): Fraction {
  const found = new Set(present.filter((id) => weights.has(id)));
  switch (need) {
    case 'all':
      return found.size === weights.size ? one : zero;
    case 'any':
      return found.size > 0 ? one : zero;
    case 'count':
      return min(one, fraction(found.size, fullAt));
    case 'weighted':
      return divide(
        [...found].reduce((sum, id) => add(sum, weights.get(id) ?? zero), zero),
        total,
      );
  }
}
