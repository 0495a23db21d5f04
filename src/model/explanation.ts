import type { Decimal } from './criteria.ts';
import type { FigureWriters } from './figure.ts';
import { zero } from './fraction.ts';
import type { PreparedClause, PreparedCriteria } from './prepare.ts';
import type { Rating } from './rating.ts';
import type { Explanation, Figure, SiteOfClause } from './result.ts';
import type { Score } from './score.ts';
import { placeInBands } from './share.ts';
import type { SiteTally } from './site-ratings.ts';
import { at } from './tree.ts';

type MeasureExplanation = Extract<Explanation, { by: 'measure' }>;

/** Up to so many children the parts of a sum are named. */
const namedParts = 8;

/** The arithmetic of one clause in data, from which `explainClause` makes words. */
export function explanationOf(prepared: PreparedCriteria, score: Score, index: number, write: FigureWriters): Explanation {
  const clause = at(prepared.clauses, index);
  const state = at(score.states, index);
  const rating = at(score.ratings, index);
  if (state === 'unrated') return { by: 'unrated' };
  const overSites = score.siteTallies.get(index);
  const rollUp = clause.clause?.siteRollUp;
  if (overSites?.share && rollUp)
    return { by: 'sites', rollUp, share: write.rate(overSites.share), sites: sitesOfClause(overSites, write) };
  if (rating) return explainRating(clause, rating, write.rate(at(score.tallies, index).rate ?? zero));
  if (state === 'not-applicable') return { by: 'not-applicable', reason: '' };
  return explainChildren(prepared, score, clause, write);
}

/** What a clause came to at each of its sites. */
export function sitesOfClause({ sites }: SiteTally, { figure, rate }: FigureWriters): SiteOfClause[] {
  return sites.map(({ site, state, share, weight }) => ({ site, state, rate: share && rate(share), weight: figure(weight) }));
}

function explainRating(prepared: PreparedClause, rating: Rating, share: Figure): Explanation {
  switch (rating.by) {
    case 'level':
      return { ...rating, share };
    case 'checklist':
      return { by: 'checklist', ...countItems(prepared, rating.present), share };
    case 'measure':
      return { ...rating, share, ...bandsAround(prepared, rating.value) };
    default:
      return rating;
  }
}

function countItems({ clause }: PreparedClause, present: readonly string[]): { present: number; of: number } {
  const items = clause?.method?.by === 'checklist' ? clause.method.items : [];
  return { present: items.filter(({ id }) => present.includes(id)).length, of: items.length };
}

function bandsAround({ clause, method }: PreparedClause, value: Decimal): Pick<MeasureExplanation, 'band' | 'between'> {
  if (method?.by !== 'measure' || clause?.method?.by !== 'measure') return { band: null, between: null };
  const { bands } = clause.method;
  const { band, next } = placeInBands(method, value);
  return { band: bands[band ?? -1] ?? null, between: bands[next ?? -1] ?? null };
}

function explainChildren(
  { clauses }: PreparedCriteria,
  { tallies }: Score,
  { index, aggregate, children }: PreparedClause,
  { figure, rate }: FigureWriters,
): Explanation {
  const counting = children.flatMap((child) => {
    const tally = at(tallies, child);
    const { clause } = at(clauses, child);
    return tally.rate && clause ? [{ id: clause.id, weight: clause.weight, rate: rate(tally.rate), tally }] : [];
  });
  const { decidedBy, rate: decided } = at(tallies, index);

  if (aggregate === 'weighted-mean') {
    return { by: aggregate, children: counting.map(({ tally: _, ...child }) => child) };
  }
  if (aggregate === 'sum' || decidedBy === null || !decided) {
    const parts = counting.length > namedParts ? [] : counting.map(({ tally }) => figure(tally.obtained));
    return { by: 'sum', children: counting.length, parts };
  }
  return { by: aggregate ?? 'minimum', clause: at(clauses, decidedBy).clause?.id ?? '', rate: rate(decided) };
}
