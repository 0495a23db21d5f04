import { message } from '../../i18n/translate.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import { joinSiteNotes, type SiteRating } from '../../model/site-ratings.ts';
import type { RatingForm, SiteRatingForm } from '../forms/clause-rating-form.ts';
import type { Part } from '../forms/part.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import type { AssessmentDraft } from './assessment-draft.ts';

/** The keys of which one says how a clause is rated. */
export const ways = ['met', 'sample', 'level', 'points', 'measure', 'checklist', 'not_applicable'] as const;
type Way = (typeof ways)[number];

/** Clause id → what was said of it. Reports ratings that the criteria do not allow; without criteria only their form. */
export function readRatings(draft: AssessmentDraft, criteria: Criteria | null, report: Report): Record<string, ClauseRating> {
  const clauses = criteria && new Map([...walkClauses(criteria.clauses)].map(({ clause }) => [clause.id, clause]));
  const ratings: Record<string, ClauseRating> = {};
  for (const [id, part] of draft.ratings) {
    const clause = clauses?.get(id);
    if (clauses && !clause) report.atKey(part.path, message('criteria.clauseUnknown', { id }), suggest(id, clauses.keys()));
    const rating = readRating(part, clause, report, draft.siteRatings.has(id));
    if (clause) ratings[id] = { rating, note: part.form.note ?? '' };
  }
  return { ...ratings, ...readSiteRatings(draft, [...(clauses?.values() ?? [])], report) };
}

/** What was said at each site of the file; in a file with sites each clause that is rated site by site has all of them. */
function readSiteRatings(draft: AssessmentDraft, clauses: readonly Clause[], report: Report): Record<string, ClauseRating> {
  const sites = draft.head.form.organization?.sites ?? [];
  const ratings: Record<string, ClauseRating> = {};
  for (const clause of clauses) {
    const whole = draft.ratings.get(clause.id);
    const said = draft.siteRatings.get(clause.id) ?? new Map<string, Part<SiteRatingForm>>();
    if (whole && said.size > 0) checkSites(whole, { clause, said, known: sites.map(({ name }) => name) }, report);
    if (!clause.siteRollUp || sites.length === 0 || (whole && isRated(whole))) continue;
    const each = sites.map((site) => readSite(site, said.get(site.name), clause, report));
    ratings[clause.id] = { rating: null, note: whole?.form.note ?? joinSiteNotes(each), sites: each };
  }
  return ratings;
}

function readSite(
  { name, headcount }: { readonly name: string; readonly headcount?: number | undefined },
  part: Part<SiteRatingForm> | undefined,
  clause: Clause,
  report: Report,
): SiteRating {
  const rating = part ? readRating(part, clause, report) : null;
  return { site: name, headcount: headcount ?? null, rating, note: part?.form.note ?? '' };
}

interface SitesSaid {
  readonly clause: Clause;
  readonly said: ReadonlyMap<string, Part<SiteRatingForm>>;
  readonly known: readonly string[];
}

/** Ratings of sites belong to clauses that are rated site by site, stand alone there, and name sites of the organization. */
function checkSites(part: Part<RatingForm>, { clause, said, known }: SitesSaid, report: Report): void {
  if (!clause.siteRollUp) report.atKey([...part.path, 'sites'], message('assessment.notRatedBySite', { clause: clause.id }));
  const way = ways.find((one) => part.form[one] !== undefined);
  if (way) report.atKey([...part.path, way], message('assessment.severalRatings', { first: 'sites', second: way }));
  for (const [site, { path }] of said) {
    if (!known.includes(site)) report.atKey(path, message('assessment.siteUnknown', { name: site }), suggest(site, known));
  }
}

function isRated({ form }: Part<RatingForm>): boolean {
  return ways.some((way) => form[way] !== undefined);
}

function readRating(
  part: Part<RatingForm> | Part<SiteRatingForm>,
  clause: Clause | undefined,
  report: Report,
  hasSites = false,
): Rating | null {
  const [way, second] = ways.filter((one) => part.form[one] !== undefined || part.broken.has(one));
  const isEmpty = way === undefined && part.form.note === undefined && part.broken.size === 0;
  if (isEmpty && !hasSites) report.at(part.path, message('assessment.emptyRating'));
  if (way !== undefined && second !== undefined) {
    report.atKey([...part.path, second], message('assessment.severalRatings', { first: way, second }));
    return null;
  }
  const rating = way === undefined ? null : toRating(part.form);
  if (rating && clause && way !== undefined) checkRating(part.path, way, clause, rating, report);
  return rating;
}

function checkRating(path: Path, way: Way, clause: Clause, rating: Rating, report: Report): void {
  const problem = ratingProblem(clause, rating);
  if (!problem) return;
  const isOtherWay = !clause.method || (rating.by !== clause.method.by && rating.by !== 'not-applicable');
  if (isOtherWay) report.atKey([...path, way], problem);
  else report.at([...path, ...placeOf(way, problem.key)], problem);
}

/** The value that is wrong: of a sample, its size or its failed items. */
function placeOf(way: Way, problem: string): Path {
  if (way !== 'sample') return [way];
  return [way, problem === 'rating.sampleFailed' || problem === 'rating.sampleMoreFailed' ? 'failed' : 'size'];
}

/** What the one way that is there says; null: a note alone. */
export function toRating(form: Part<SiteRatingForm>['form']): Rating | null {
  if (form.met !== undefined) return { by: 'met', met: form.met };
  if (form.sample) return { by: 'sample', size: form.sample.size, failed: form.sample.failed };
  if (form.level !== undefined) return { by: 'level', level: form.level };
  if (form.points !== undefined) return { by: 'points', points: form.points };
  if (form.measure !== undefined) return { by: 'measure', value: form.measure };
  if (form.checklist) return { by: 'checklist', present: form.checklist };
  return form.not_applicable === undefined ? null : { by: 'not-applicable', reason: form.not_applicable };
}
