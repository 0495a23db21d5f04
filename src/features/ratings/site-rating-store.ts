import type { Db, Trx } from '../../db/db.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import { joinSiteNotes, type SiteRating } from '../../model/site-ratings.ts';
import { type RatingChange, type RatingPlace, type StoredRating, toRating } from './rating-store.ts';
import { writeAtRevision } from './revision-row-store.ts';

/** A site that an assessment covers. */
export interface CoveredSite {
  readonly id: string;
  readonly name: string;
  readonly headcount: number | null;
}

/** What is rated: a clause at one site. */
export interface SiteRatingPlace extends RatingPlace {
  readonly siteId: string;
}

interface SiteRatingRow {
  readonly clause_id: string;
  readonly site_id: string;
  readonly rating: string | null;
  readonly note: string;
  readonly revision: number;
  readonly updated_by: string;
  readonly updated_by_name: string;
  readonly updated_at: string;
}

/** The sites whose ratings count, the central function first. */
export async function listCoveredSites(db: Db, assessmentId: string): Promise<CoveredSite[]> {
  return db('assessment_sites')
    .join('sites', 'sites.id', 'assessment_sites.site_id')
    .where({ 'assessment_sites.assessment_id': assessmentId })
    .orderBy([{ column: 'sites.central', order: 'desc' }, 'sites.place', 'sites.id'])
    .select('sites.id', 'sites.name', 'sites.headcount');
}

/** Names of sites at which the clause was rated before they were taken out of the assessment. */
export async function listFormerSites(db: Db, { assessmentId, clauseId }: RatingPlace): Promise<string[]> {
  return db('site_ratings')
    .join('sites', 'sites.id', 'site_ratings.site_id')
    .where({ 'site_ratings.assessment_id': assessmentId, 'site_ratings.clause_id': clauseId })
    .whereNotNull('site_ratings.rating')
    .whereNotIn('site_ratings.site_id', db('assessment_sites').where({ assessment_id: assessmentId }).select('site_id'))
    .orderBy('sites.place')
    .pluck('sites.name');
}

/**
 * The ratings with what was said at each site, in an assessment that covers sites; a site where nothing was said is unrated.
 * What no longer fits its clause, after a move to other criteria, is unrated too.
 */
export async function withSiteRatings(
  db: Db,
  assessmentId: string,
  criteria: Criteria,
  ratings: Readonly<Record<string, ClauseRating>>,
): Promise<Record<string, ClauseRating>> {
  const clauses = ratedClauses(criteria).filter(({ siteRollUp }) => siteRollUp);
  const sites = clauses.length > 0 ? await listCoveredSites(db, assessmentId) : [];
  if (sites.length === 0) return { ...ratings };

  const rows: Pick<SiteRatingRow, 'clause_id' | 'site_id' | 'rating' | 'note'>[] = await db('site_ratings')
    .where({ assessment_id: assessmentId })
    .select('clause_id', 'site_id', 'rating', 'note');
  const said = new Map(rows.map((row) => [`${row.clause_id} ${row.site_id}`, row]));
  const bySite = clauses.map((clause) => {
    const each = sites.map(({ id, name, headcount }): SiteRating => {
      const row = said.get(`${clause.id} ${id}`);
      return { site: name, headcount, rating: fitting(clause, toRating(row?.rating ?? null)), note: row?.note ?? '' };
    });
    return [clause.id, { rating: null, note: joinSiteNotes(each), sites: each }] as const;
  });
  return { ...ratings, ...Object.fromEntries(bySite) };
}

function fitting(clause: Clause, rating: Rating | null): Rating | null {
  if (rating === null || rating.by === 'not-applicable') return rating;
  return ratingProblem(clause, rating) === null ? rating : null;
}

export async function findOptionalSiteRating(db: Db, place: SiteRatingPlace): Promise<StoredRating | null> {
  const row: SiteRatingRow | undefined = await db('site_ratings')
    .join('users', 'users.id', 'site_ratings.updated_by')
    .where({
      'site_ratings.assessment_id': place.assessmentId,
      'site_ratings.clause_id': place.clauseId,
      'site_ratings.site_id': place.siteId,
    })
    .first('site_ratings.*', 'users.name as updated_by_name');
  if (!row) return null;
  return {
    clauseId: row.clause_id,
    rating: toRating(row.rating),
    note: row.note,
    revision: row.revision,
    updatedBy: row.updated_by,
    updatedByName: row.updated_by_name,
    updatedAt: row.updated_at,
  };
}

/** As `writeRating`, at one site. */
export async function writeSiteRating(
  trx: Trx,
  { place, rating, note, by, at }: RatingChange & { readonly place: SiteRatingPlace },
  revision: number,
): Promise<number | null> {
  const key = { assessment_id: place.assessmentId, clause_id: place.clauseId, site_id: place.siteId };
  const values = {
    rating: rating === null ? null : JSON.stringify(rating),
    note,
    updated_by: by,
    updated_at: at.toISOString(),
  };
  return writeAtRevision(trx, { table: 'site_ratings', key, values }, revision);
}
