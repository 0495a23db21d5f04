import type { ChecklistMethod, Clause, Criteria, MeasureMethod, RatingMethod } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';

/**
 * A second engine, written apart from the first to check it: plain recursion over the file's own tree, fractions as
 * pairs that are reduced at the end only. It imports nothing of the engine and makes no attempt to be quick.
 */

type Ratio = readonly [bigint, bigint];

export interface NaiveScore {
  readonly score: string;
  readonly floor: string;
  readonly ceiling: string;
  /** Clause id → rate so far. */
  readonly rates: Readonly<Record<string, string | null>>;
}

type Ratings = Readonly<Record<string, Rating | null>>;
type View = 'so-far' | 'floor' | 'ceiling';

interface Sum {
  /** null: nothing counts. */
  readonly rate: Ratio | null;
  readonly worth: Ratio;
}

export function naiveScore(criteria: Criteria, ratings: Ratings, points: { minus: string; plus: string }): NaiveScore {
  const rates: Record<string, string | null> = {};
  const scoreIn = (view: View) => {
    const sums = criteria.clauses.map((clause) => visit(clause, ratings, view, view === 'so-far' ? rates : {}));
    const full = read(criteria.fullMarks);
    const normal = times(criteria.parts ? overParts(criteria, sums) : overClauses(sums), full);
    const score = plus(plus(normal, times([-1n, 1n], read(points.minus))), read(points.plus));
    if (score[0] < 0n) return '0';
    return write(isLess(full, score) ? full : score);
  };
  return { score: scoreIn('so-far'), floor: scoreIn('floor'), ceiling: scoreIn('ceiling'), rates };
}

function overClauses(sums: readonly Sum[]): Ratio {
  const worth = sums.map((sum) => sum.worth).reduce(plus, [0n, 1n]);
  const got = sums.map((sum) => times(sum.worth, sum.rate ?? [0n, 1n])).reduce(plus, [0n, 1n]);
  return worth[0] === 0n ? worth : over(got, worth);
}

/** Each part for itself, then their mean by weight; a part of which nothing counts is passed over. */
function overParts({ clauses, parts = [] }: Criteria, sums: readonly Sum[]): Ratio {
  const counting = parts.flatMap((part) => {
    const own = sums.filter((sum, index) => sum.rate && part.clauses.includes(clauses[index]?.id ?? ''));
    const plain = own.every(({ worth }) => worth[0] === 0n);
    const by = read(part.weight);
    if (own.length === 0) return [];
    return [{ by, rate: plain ? mean(own.map(({ rate }) => ({ rate: rate ?? [0n, 1n], by: [1n, 1n] }))) : overClauses(own) }];
  });
  return counting.length === 0 ? [0n, 1n] : mean(counting);
}

function visit(clause: Clause, ratings: Ratings, view: View, rates: Record<string, string | null>): Sum {
  const sum = clause.method ? leaf(clause, clause.method, ratings[clause.id] ?? null, view) : inner(clause, ratings, view, rates);
  rates[clause.id] = sum.rate && write(sum.rate);
  return sum;
}

function leaf(clause: Clause, method: RatingMethod, rating: Rating | null, view: View): Sum {
  const worth = read(clause.points);
  if (rating === null) {
    if (view === 'so-far') return { rate: null, worth: [0n, 1n] };
    return { rate: [view === 'floor' ? 0n : 1n, 1n], worth };
  }
  if (rating.by === 'not-applicable') return { rate: null, worth: [0n, 1n] };
  return { rate: share(method, rating, worth), worth };
}

function inner(clause: Clause, ratings: Ratings, view: View, rates: Record<string, string | null>): Sum {
  const children = clause.clauses
    .map((child) => ({ weight: read(child.weight), sum: visit(child, ratings, view, rates) }))
    .flatMap(({ weight, sum: { rate, worth } }) => (rate ? [{ weight, rate, worth }] : []));
  if (children.length === 0) return { rate: null, worth: [0n, 1n] };

  const ordered = children.map(({ rate }) => rate).sort((a, b) => (isLess(a, b) ? -1 : 1));
  const own = read(clause.points);
  if (clause.aggregate === 'minimum') return { rate: ordered[0] ?? null, worth: own };
  if (clause.aggregate === 'maximum') return { rate: ordered.at(-1) ?? null, worth: own };
  if (clause.aggregate === 'weighted-mean')
    return { rate: mean(children.map(({ rate, weight }) => ({ rate, by: weight }))), worth: own };

  const worth = children.map((child) => child.worth).reduce(plus);
  const by = (child: (typeof children)[number]): Ratio => (worth[0] === 0n ? [1n, 1n] : child.worth);
  return { rate: mean(children.map((child) => ({ rate: child.rate, by: by(child) }))), worth };
}

function mean(parts: readonly { rate: Ratio; by: Ratio }[]): Ratio {
  const total = parts.map(({ by }) => by).reduce(plus);
  return over(parts.map(({ rate, by }) => times(rate, by)).reduce(plus), total);
}

function share(method: RatingMethod, rating: Rating, worth: Ratio): Ratio {
  if (rating.by === 'met') return [BigInt(rating.met), 1n];
  if (rating.by === 'sample') return [BigInt(rating.size) - BigInt(rating.failed), BigInt(rating.size)];
  if (rating.by === 'points') return worth[0] === 0n ? [1n, 1n] : over(read(rating.points), worth);
  if (rating.by === 'level' && method.by === 'level') {
    return read(method.levels.filter(({ value }) => value === rating.level).map((level) => level.share)[0] ?? 'none');
  }
  if (rating.by === 'measure' && method.by === 'measure') return measureShare(method, rating.value);
  if (rating.by === 'checklist' && method.by === 'checklist') return checklistShare(method, rating.present);
  throw new Error('The rating does not fit.');
}

function checklistShare(method: ChecklistMethod, present: readonly string[]): Ratio {
  const there = method.items.filter(({ id }) => present.includes(id));
  if (method.need === 'all') return [there.length === method.items.length ? 1n : 0n, 1n];
  if (method.need === 'any') return [there.length > 0 ? 1n : 0n, 1n];
  if (method.need === 'count') return [BigInt(Math.min(there.length, method.fullAt)), BigInt(method.fullAt)];
  const weigh = (list: readonly { weight: string }[]) => list.map(({ weight }) => read(weight)).reduce(plus, [0n, 1n]);
  return over(weigh(there), weigh(method.items));
}

/** Walks the bands from the worst to the best; a measure for which lower is better is mirrored at 0. */
function measureShare(method: MeasureMethod, text: string): Ratio {
  const mirror: Ratio = [method.better === 'higher' ? 1n : -1n, 1n];
  const value = times(mirror, read(text));
  const bands = method.bands.map(({ at, share: part }) => ({ at: times(mirror, read(at)), part: read(part) })).reverse();

  let result: Ratio = method.between === 'lines' ? (bands[0]?.part ?? [0n, 1n]) : [0n, 1n];
  bands.forEach((band, index) => {
    if (isLess(value, band.at)) return;
    const better = bands[index + 1];
    result = band.part;
    if (method.between === 'steps' || !better || isLess(better.at, value)) return;
    const slope = over(minus(better.part, band.part), minus(better.at, band.at));
    result = plus(band.part, times(slope, minus(value, band.at)));
  });
  return result;
}

function read(text: string): Ratio {
  const [whole = '', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

function write(ratio: Ratio): string {
  const [n, d] = shorten(ratio);
  return d === 1n ? `${n}` : `${n}/${d}`;
}

function shorten([n, d]: Ratio): Ratio {
  const divisor = common(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return [n / divisor, d / divisor];
}

function common(a: bigint, b: bigint): bigint {
  return b === 0n ? a : common(b, a % b);
}

function plus([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return shorten([a * d + c * b, b * d]);
}

function minus(a: Ratio, b: Ratio): Ratio {
  return plus(a, times([-1n, 1n], b));
}

function times([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return shorten([a * c, b * d]);
}

function over(a: Ratio, [c, d]: Ratio): Ratio {
  return times(a, [d, c]);
}

function isLess([a, b]: Ratio, [c, d]: Ratio): boolean {
  return a * d < c * b;
}
