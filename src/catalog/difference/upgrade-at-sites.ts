import { message } from '../../i18n/translate.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { ClauseRating, Dossier } from '../../model/dossier.ts';
import { joinSiteNotes } from '../../model/site-ratings.ts';
import { applyUpgrade, type Ratings, type Upgrade, type UpgradedRatings, type UpgradeOutcome } from './apply-upgrade.ts';

interface AtSite extends UpgradedRatings {
  readonly site: string;
  readonly headcount: number | null;
}

/**
 * As `applyUpgrade`, for an assessment that covers sites: what was said at a site follows by the same rules, each site by
 * itself. A clause that is rated at sites in only one of the two versions has to be rated anew.
 */
export function applyUpgradeAtSites(dossier: Pick<Dossier, 'ratings' | 'organization'>, upgrade: Upgrade): UpgradedRatings {
  const { ratings, organization } = dossier;
  const once = Object.fromEntries(Object.entries(ratings).filter(([, { sites }]) => !sites));
  const upgraded = applyUpgrade(once, upgrade);
  if (organization.sites.length === 0) return upgraded;

  const each = organization.sites.map(
    ({ name, headcount }): AtSite => ({
      ...applyUpgrade(saidAt(ratings, name), upgrade),
      site: name,
      headcount: headcount ?? null,
    }),
  );
  const atSites = ratedAtSites(upgrade.after);
  const moved = [...atSites].map((target): [string, ClauseRating] => [target, together(target, each)]);
  return {
    ratings: { ...upgraded.ratings, ...Object.fromEntries(moved) },
    outcomes: upgraded.outcomes.map((outcome, index) => {
      const sites = each.flatMap(({ outcomes }) => outcomes[index] ?? []);
      if (outcome.target === null) return outcome;
      return atSites.has(outcome.target) ? outcomeAtSites(outcome, sites) : outcomeOnce(outcome, sites);
    }),
  };
}

function ratedAtSites(criteria: Criteria): Set<string> {
  return new Set(ratedClauses(criteria).flatMap(({ id, siteRollUp }) => (siteRollUp ? [id] : [])));
}

function saidAt(ratings: Ratings, name: string): Ratings {
  const said = Object.entries(ratings).flatMap(([clause, { sites }]) => {
    const one = sites?.find(({ site }) => site === name);
    return one ? [[clause, { rating: one.rating, note: one.note }] as const] : [];
  });
  return Object.fromEntries(said);
}

function together(target: string, each: readonly AtSite[]): ClauseRating {
  const sites = each.map(({ site, headcount, ratings }) => {
    const said = ratings[target];
    return { site, headcount, rating: said?.rating ?? null, note: said?.note ?? '' };
  });
  return { rating: null, note: joinSiteNotes(sites), sites };
}

/** What asks for more counts for all sites. */
const order = ['unrated', 'look', 'kept', 'open', 'new'] as const satisfies readonly UpgradeOutcome['happened'][];

function outcomeAtSites(once: UpgradeOutcome, sites: readonly UpgradeOutcome[]): UpgradeOutcome {
  if (isRated(once) && !sites.some(isRated)) return { ...once, happened: 'unrated', because: message('upgrade.nowAtSites') };
  const happened = order.find((one) => sites.some((site) => site.happened === one)) ?? once.happened;
  const because = sites.find((site) => site.because)?.because ?? null;
  return { ...once, happened, because, former: sites.flatMap(({ former }) => former) };
}

function outcomeOnce(once: UpgradeOutcome, sites: readonly UpgradeOutcome[]): UpgradeOutcome {
  if (isRated(once) || !sites.some(isRated)) return once;
  const former = sites.flatMap((site) => site.former);
  return { ...once, happened: 'unrated', because: message('upgrade.nowOnce'), former };
}

function isRated({ happened }: UpgradeOutcome): boolean {
  return happened === 'kept' || happened === 'look' || happened === 'unrated';
}
