import { message } from '../../i18n/translate.ts';
import type { Clause } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import type { SiteRating } from '../../model/site-ratings.ts';
import { explainRating } from '../ratings/rating-words.ts';
import { type CoveredSite, listCoveredSites, listFormerSites } from '../ratings/site-rating-store.ts';
import type { Workbench } from './open-workbench.ts';

/** The sites at which a clause is rated. */
export interface SiteTabs {
  readonly items: readonly {
    readonly name: string;
    readonly href: string;
    readonly isCurrent: boolean;
    readonly isRated: boolean;
    /** Its rating in words. */
    readonly words: string;
  }[];
  /** What becomes of the ratings; in the words of the criteria. */
  readonly rollUp: NonNullable<Clause['siteRollUp']>;
  /** Names of sites that were rated and are no longer in the assessment. */
  readonly former: readonly string[];
}

/** The site whose rating a sheet shows, and where its form is sent. */
export interface SiteOfSheet {
  readonly site: CoveredSite;
  readonly tabs: SiteTabs;
  readonly address: string;
  /** Where the next site waits, as the end of an address after `clauses/`; empty: none does. */
  readonly step: { readonly nextUnrated?: string };
}

/**
 * The site of a clause that is rated site by site: the one asked for, else the first that waits, else the first. null where
 * the clause is rated once. Throws `not_found` for a site at which it is not rated.
 */
export async function readSiteOfSheet(bench: Workbench, clause: Clause, siteId?: string): Promise<SiteOfSheet | null> {
  const { deps, assessment, criteria, ratings, language } = bench;
  const rollUp = clause.siteRollUp;
  const sites = rollUp ? await listCoveredSites(deps.db, assessment.id) : [];
  const said = new Map((ratings[clause.id]?.sites ?? []).map((one): [string, SiteRating] => [one.site, one]));
  const waiting = sites.filter(({ name }) => !said.get(name)?.rating);
  const site = siteId === undefined ? (waiting[0] ?? sites[0]) : sites.find(({ id }) => id === siteId);
  if (siteId !== undefined && !site) throw new AppError('not_found', message('error.notFound'));
  if (!rollUp || !site) return null;

  const addressOf = ({ id }: CoveredSite) => `/assessments/${assessment.id}/clauses/${clause.id}/sites/${id}`;
  const items = sites.map((one) => {
    const { id, name } = one;
    const rating = said.get(name)?.rating ?? null;
    return {
      name,
      href: addressOf(one),
      isCurrent: id === site.id,
      isRated: rating !== null,
      words: rating ? explainRating(criteria, clause, rating, language) : '',
    };
  });
  const next = waiting.find(({ id }) => id !== site.id);
  const former = await listFormerSites(deps.db, { assessmentId: assessment.id, clauseId: clause.id });
  const step = next ? { nextUnrated: `${clause.id}/sites/${next.id}` } : {};
  return { site, tabs: { items, rollUp, former }, address: addressOf(site), step };
}
