import { add, divide, type Fraction, fraction, isZero, min, multiply, one, zero } from './fraction.ts';
import type { Rating } from './rating.ts';
import { type PreparedMethod, shareOf } from './share.ts';

/**
 * How the ratings of one clause at several sites become one. `worst`: the lowest share; `mean`: all sites alike (with met or
 * not: the share of sites that meet it); `by-headcount`: by the people at each site; `pooled`: the samples of all sites are
 * one sample.
 */
export const siteRollUps = ['worst', 'mean', 'by-headcount', 'pooled'] as const;
export type SiteRollUp = (typeof siteRollUps)[number];

/** What was said of a clause at one site of the assessment. */
export interface SiteRating {
  /** Name of the site. */
  readonly site: string;
  readonly headcount: number | null;
  /** null: unrated there. */
  readonly rating: Rating | null;
  readonly note: string;
}

/** What was noted at the sites, as one note. */
export function joinSiteNotes(sites: readonly Pick<SiteRating, 'site' | 'note'>[]): string {
  return sites.flatMap(({ site, note }) => (note.trim() ? [`${site}: ${note.trim()}`] : [])).join('\n\n');
}

/** Not applicable at any site: the reason, with the names of the sites where they give different ones. */
export function setAsideEverywhere(sites: readonly SiteRating[]): Rating {
  const said = sites.flatMap(({ site, rating }) =>
    rating?.by === 'not-applicable' && rating.reason.trim() ? [{ site, reason: rating.reason.trim() }] : [],
  );
  const [first] = said;
  const alike = first && said.length === sites.length && said.every(({ reason }) => reason === first.reason);
  return { by: 'not-applicable', reason: alike ? first.reason : said.map(({ site, reason }) => `${site}: ${reason}`).join('; ') };
}

/** The rating of one site as it counts. */
export interface SiteShare {
  readonly site: string;
  readonly state: 'unrated' | 'rated' | 'not-applicable';
  /** null unless rated. */
  readonly share: Fraction | null;
  readonly weight: Fraction;
}

/** What a clause comes to over its sites. */
export interface SiteTally {
  readonly state: 'unrated' | 'rated' | 'not-applicable';
  /** Of the sites that are rated and applicable; null where none is. */
  readonly share: Fraction | null;
  /** The share if each unrated site turned out as badly, and as well, as it can. */
  readonly floor: Fraction;
  readonly ceiling: Fraction;
  readonly sites: readonly SiteShare[];
}

/**
 * Rolls the ratings of a clause up over its sites. A site where the clause does not apply leaves the roll-up; while a site
 * is unrated, so is the clause. By headcount, all sites count alike where one has no headcount. The order of the sites makes
 * no difference. The ratings must fit the clause.
 */
export function rollUpSites(method: PreparedMethod, rollUp: SiteRollUp, given: readonly SiteRating[]): SiteTally {
  const weigh = rollUp === 'by-headcount' && given.every(({ headcount }) => headcount) ? headcountOf : weights[rollUp];
  const sites = given.map((one): SiteShare => {
    const share = one.rating && shareOf(method, one.rating);
    return { site: one.site, state: stateAt(one.rating), share, weight: weigh(one) };
  });
  const unrated = sites.filter(({ state }) => state === 'unrated').length;
  const rated = sites.filter(({ share }) => share !== null);
  const state = unrated > 0 ? 'unrated' : rated.length > 0 ? 'rated' : 'not-applicable';
  const share = combine(rollUp, rated);
  if (unrated === 0) return { state, share, floor: share ?? zero, ceiling: share ?? one, sites };

  // How large the samples still to come are is unknown: they can outweigh all that there is.
  if (rollUp === 'pooled') return { state, share, floor: zero, ceiling: one, sites };
  const bound = (unratedGets: Fraction) =>
    combine(
      rollUp,
      sites.map((one) => (one.state === 'unrated' ? { ...one, share: unratedGets } : one)),
    ) ?? unratedGets;
  return { state, share, floor: bound(zero), ceiling: bound(one), sites };
}

function headcountOf({ headcount }: SiteRating): Fraction {
  return fraction(headcount ?? 1);
}

const alike = () => one;

const weights: Readonly<Record<SiteRollUp, (site: SiteRating) => Fraction>> = {
  worst: alike,
  mean: alike,
  'by-headcount': alike,
  pooled: ({ rating }) => (rating?.by === 'sample' ? fraction(rating.size) : one),
};

function stateAt(rating: Rating | null): SiteShare['state'] {
  if (!rating) return 'unrated';
  return rating.by === 'not-applicable' ? 'not-applicable' : 'rated';
}

/** null where no site counts. */
function combine(rollUp: SiteRollUp, sites: readonly SiteShare[]): Fraction | null {
  const counting = sites.flatMap(({ share, weight }) => (share ? [{ share, weight }] : []));
  if (counting.length === 0) return null;
  if (rollUp === 'worst') return counting.map(({ share }) => share).reduce(min);
  const sum = counting.map(({ weight }) => weight).reduce(add);
  return divide(counting.map(({ share, weight }) => multiply(share, weight)).reduce(add), sum);
}

/** One site over all clauses that are rated site by site. */
export interface SiteStanding {
  readonly site: string;
  readonly rated: number;
  /** Rated or unrated, but not "not applicable". */
  readonly applicable: number;
  /** Points obtained ÷ points of the clauses rated there; null where none is. */
  readonly rate: Fraction | null;
}

/** The share of their points that the site-rated clauses get at each site. In the order in which the sites are met. */
export function siteStandings(
  clauses: readonly { readonly points: Fraction; readonly sites: readonly SiteShare[] }[],
): SiteStanding[] {
  const sums = new Map<string, { rated: number; applicable: number; points: Fraction; obtained: Fraction }>();
  for (const { points, sites } of clauses) {
    for (const { site, state, share } of sites) {
      const sum = sums.get(site) ?? { rated: 0, applicable: 0, points: zero, obtained: zero };
      sums.set(site, sum);
      if (state !== 'not-applicable') sum.applicable += 1;
      if (!share) continue;
      sum.rated += 1;
      sum.points = add(sum.points, points);
      sum.obtained = add(sum.obtained, multiply(points, share));
    }
  }
  return [...sums].map(([site, { rated, applicable, points, obtained }]) => ({
    ...{ site, rated, applicable },
    rate: isZero(points) ? null : divide(obtained, points),
  }));
}
