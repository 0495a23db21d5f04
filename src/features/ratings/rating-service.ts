import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { type RatingInput, toRating } from './rating-form.ts';
import { findOptionalRating, type StoredRating, writeRating } from './rating-store.ts';

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
 * Saves what was said of a clause. Throws `not_found`, `forbidden`, `conflict` (finished), `invalid`, RatingConflict
 * when the clause is no longer at the revision that the form was made from, and StaleCriteria.
 */
export async function saveRating(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  clauseId: string,
  input: RatingInput,
): Promise<SavedRating> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'rate');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    if (input.criteria !== '' && input.criteria !== assessment.criteriaHash)
      throw new StaleCriteria(criteria.version, !clausesById(criteria).get(clauseId)?.method);
    const rating = toRating(findRatedClause(criteria, clauseId), input);

    const change = { assessmentId, clauseId, rating, note: input.note, by: actor.id, at: now };
    const revision = await writeRating(trx, change, input.revision);
    if (revision === null) throw await conflictAt(trx, assessmentId, clauseId);

    await recordAuditEntry(trx, {
      at: now,
      actorId: actor.id,
      deed: 'rating.saved',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { clause: clauseId, rating, note: input.note, revision },
    });
    return { revision, savedAt: now.toISOString() };
  });
}

async function conflictAt(...[db, assessmentId, clauseId]: Parameters<typeof findOptionalRating>): Promise<AppError> {
  const current = await findOptionalRating(db, assessmentId, clauseId);
  // A revision above 0 for a clause without row: the form does not stem from here.
  return current ? new RatingConflict(current) : new AppError('invalid', message('error.badRequest'));
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
