import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type ClauseDuties, type RatingWay, ratingWay } from '../../model/clause-duties.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { findTeamPlace } from '../assessments/team-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listRatableAnew } from '../findings/finding-store.ts';
import { readDutiesOf } from '../rating-duties/duty-store.ts';
import { findOptionalOwnRating, writeOwnRating } from './independent-store.ts';
import { joinNotes } from './join-notes.ts';
import { type RatingInput, toRating } from './rating-form.ts';
import { findOptionalRating, type RatingChange, type RatingPlace, type StoredRating, writeRating } from './rating-store.ts';
import { findOptionalSiteRating, listCoveredSites, type SiteRatingPlace, writeSiteRating } from './site-rating-store.ts';

export interface SavedRating {
  readonly revision: number;
  readonly savedAt: string;
}

/** Somebody else saved the clause since it was read; nothing was written. Carries what stands there now. */
export class RatingConflict extends AppError {
  readonly current: StoredRating;

  constructor(current: StoredRating) {
    super('conflict', message('ratings.conflict', { name: current.updatedByName }));
    this.current = current;
  }
}

/**
 * The sheet was made under other criteria than the assessment has now: it was moved to another version meanwhile. Nothing was
 * written.
 */
export class StaleCriteria extends AppError {
  /** The clause is not rated under the criteria that the assessment has now. */
  readonly gone: boolean;

  constructor(version: string, gone: boolean) {
    super('conflict', message(gone ? 'ratings.staleGone' : 'ratings.stale', { version }));
    this.gone = gone;
  }
}

/**
 * Saves what was said of a clause: the rating that all work on or, where several rate independently, one's own. Throws
 * `not_found`, `forbidden`, `conflict` (finished), `invalid` (also when the clause is not theirs to rate now), and
 * RatingConflict when the clause is no longer at the revision that the form was made from, and StaleCriteria.
 */
export async function saveRating(
  deps: Deps,
  actor: Actor,
  place: RatingPlace | SiteRatingPlace,
  input: RatingInput,
): Promise<SavedRating> {
  const now = deps.clock();
  const { assessmentId, clauseId } = place;
  return deps.db.transaction(async (trx) => {
    const assessment = await accessToRate(trx, actor, assessmentId, clauseId);
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    if (input.criteria !== '' && input.criteria !== assessment.criteriaHash)
      throw new StaleCriteria(criteria.version, !clausesById(criteria).get(clauseId)?.method);
    const clause = findRatedClause(criteria, clauseId);
    const way = await wayOf(trx, actor, assessment, place);
    const rating = toRating(clause, input);

    const store = await storeFor(trx, clause, place, way);
    const before = await store.find(trx, place, actor.id);
    const note = input.keepBoth && before?.revision === input.revision ? joinNotes(before.note, input.note) : input.note;
    const change = { place, rating, note, by: actor.id, at: now };
    const revision = await store.write(trx, change, input.revision);
    if (revision === null) throw await conflictAt(trx, store, place, actor.id);

    await recordSave(trx, actor, way, { ...change, before, revision });
    return { revision, savedAt: now.toISOString() };
  });
}

interface Save extends RatingChange {
  readonly before: StoredRating | null;
  readonly revision: number;
}

/** What stands in a sealed rating is told only when all have submitted theirs. */
async function recordSave(
  trx: Trx,
  actor: Actor,
  way: WritableWay,
  { place, rating, note, at, before, revision }: Save,
): Promise<void> {
  const said =
    way === 'own' && !('siteId' in place)
      ? {}
      : { before: before && { rating: before.rating, note: before.note }, after: { rating, note } };
  await recordAuditEntry(trx, {
    at,
    actor,
    deed: way === 'own' && !('siteId' in place) ? 'rating.saved-independently' : 'rating.saved',
    subject: 'assessment',
    subjectId: place.assessmentId,
    details: { clause: place.clauseId, ...('siteId' in place ? { site: place.siteId } : {}), revision, ...said },
  });
}

type WritableWay = 'shared' | 'own';

interface RatingRows {
  readonly find: (trx: Trx, place: RatingPlace, userId: string) => Promise<StoredRating | null>;
  readonly write: (trx: Trx, change: RatingChange, revision: number) => Promise<number | null>;
}

const stores: Readonly<Record<WritableWay, RatingRows>> = {
  shared: { find: findOptionalRating, write: writeRating },
  own: { find: findOptionalOwnRating, write: writeOwnRating },
};

/**
 * Where a rating belongs: at a site that the assessment covers, for a clause that is rated site by site. Throws `not_found`
 * for another clause at a site, and `conflict` when the site was taken out meanwhile or none was named.
 */
async function storeFor(trx: Trx, clause: Clause, place: RatingPlace | SiteRatingPlace, way: WritableWay): Promise<RatingRows> {
  const atSite = 'siteId' in place ? place : null;
  if (!clause.siteRollUp) {
    if (atSite) throw new AppError('not_found', message('error.notFound'));
    return stores[way];
  }
  const sites = await listCoveredSites(trx, place.assessmentId);
  if (!atSite) {
    if (sites.length > 0) throw new AppError('conflict', message('ratings.siteNeeded'));
    return stores[way];
  }
  if (!sites.some(({ id }) => id === atSite.siteId)) throw new AppError('conflict', message('ratings.siteGone'));
  return {
    find: (reader) => findOptionalSiteRating(reader, atSite),
    write: (writer, change, revision) => writeSiteRating(writer, { ...change, place: atSite }, revision),
  };
}

/** While findings are open, exactly the clauses whose findings are closed can be rated anew. */
async function accessToRate(trx: Trx, actor: Actor, assessmentId: string, clauseId: string): Promise<Assessment> {
  const { state } = await findAssessment(trx, assessmentId);
  const assessment = await accessForChange(trx, actor, assessmentId, state === 'findings-open' ? 'rerate' : 'rate');
  if (assessment.state === 'findings-open' && !(await listRatableAnew(trx, assessmentId)).has(clauseId))
    throw new AppError('conflict', message('findings.notRatableAnew'));
  return assessment;
}

async function conflictAt(trx: Trx, store: RatingRows, place: RatingPlace, userId: string): Promise<AppError> {
  const current = await store.find(trx, place, userId);
  // A revision above 0 for a clause without row: the form does not stem from here.
  return current ? new RatingConflict(current) : new AppError('invalid', message('error.badRequest'));
}

/** Throws `invalid` when the clause is not this person's to rate now. */
async function wayOf(
  trx: Trx,
  actor: Actor,
  { state }: Assessment,
  { assessmentId, clauseId }: RatingPlace,
): Promise<WritableWay> {
  const duties = await readDutiesOf(trx, assessmentId, clauseId);
  // After the audit there is one rating left, which they correct together.
  if (state === 'findings-open') return 'shared';
  const leads = (await findTeamPlace(trx, assessmentId, actor.id)).teamRole === 'leader';
  const way = ratingWay(duties, { id: actor.id, leads });
  if (way === 'shared' || way === 'own') return way;
  const text = refusalText(way, duties);
  throw new AppError('invalid', text, { rating: text });
}

/** Why somebody cannot rate a clause now, in words. */
export function refusalText(way: Exclude<RatingWay, WritableWay>, duties: ClauseDuties) {
  switch (way) {
    case 'submitted':
      return message('ratings.isSubmitted');
    case 'being-agreed':
      return message('ratings.isBeingAgreed');
    case 'assigned-to-others': {
      const names = duties.raters.map(({ name }) => name).join(', ');
      return names === '' ? message('ratings.noRaters') : message('ratings.assignedTo', { names });
    }
  }
}

/** Throws `not_found` for a clause that is not rated itself or does not exist. */
export function findRatedClause(criteria: Criteria, id: string): Clause {
  const clause = clausesById(criteria).get(id);
  if (!clause?.method) throw new AppError('not_found', message('error.notFound'));
  return clause;
}

const indexes = new WeakMap<Criteria, ReadonlyMap<string, Clause>>();

/** Every clause by its id; made once for each criteria object. */
function clausesById(criteria: Criteria): ReadonlyMap<string, Clause> {
  const known = indexes.get(criteria);
  if (known) return known;

  const index = new Map<string, Clause>();
  const add = (clauses: readonly Clause[]) => {
    for (const clause of clauses) {
      index.set(clause.id, clause);
      add(clause.clauses);
    }
  };
  add(criteria.clauses);
  indexes.set(criteria, index);
  return index;
}
