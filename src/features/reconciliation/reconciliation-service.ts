import { z } from 'zod';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Clause } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { isSameRating, type Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readDutiesOf } from '../rating-duties/duty-store.ts';
import { fittingRatings } from '../ratings/fitting-ratings.ts';
import { listOpenedRatings, type RaterRating } from '../ratings/independent-store.ts';
import { joinNotes } from '../ratings/join-notes.ts';
import { ratingForm, toRating } from '../ratings/rating-form.ts';
import { findRatedClause, RatingConflict } from '../ratings/rating-service.ts';
import { findOptionalRating, insertRatings, type RatingPlace, readRatings, writeRating } from '../ratings/rating-store.ts';
import { insertReconciliations, type Reconciliation } from './reconciliation-store.ts';

/** The fields of a rating (its `reason` is that of "not applicable") and why it is not what everybody said. */
export const reconciliationForm = ratingForm.extend({
  why: z
    .string()
    .max(2000)
    .default('')
    .transform((value) => value.trim()),
});

export type ReconciliationInput = z.output<typeof reconciliationForm>;

/**
 * Sets the agreed rating of a clause whose independent ratings are open. Throws `invalid` (also without a reason where it
 * differs from what somebody said, or from what was agreed before), `RatingConflict`, and what `accessForChange` throws.
 */
export async function reconcileClause(deps: Deps, actor: Actor, place: RatingPlace, input: ReconciliationInput): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const clause = await findOpened(deps, trx, actor, place);
    const rating = finalRating(clause, input);
    const said = await listOpenedRatings(trx, place.assessmentId, place.clauseId);
    const before = await findOptionalRating(trx, place);
    const differs = [...said.map((one) => one.rating), before?.rating ?? null].some(
      (one) => one !== null && !isSameRating(one, rating),
    );
    if (differs && input.why === '') throw refused('why', message('reconciliation.reasonNeeded'));

    const change = { place, rating, note: input.note, by: actor.id, at };
    if ((await writeRating(trx, change, input.revision)) === null) {
      const current = await findOptionalRating(trx, place);
      throw current ? new RatingConflict(current) : new AppError('invalid', message('error.badRequest'));
    }
    await keep(trx, actor, place.assessmentId, [
      { ...change, before: { rating: before?.rating ?? null, note: before?.note ?? '' }, reason: input.why },
    ]);
  });
}

/** An agreed rating is whole: one that says something, with its reason where one is needed. Throws `invalid`. */
function finalRating(clause: Clause, input: ReconciliationInput): Rating {
  const rating = toRating(clause, input);
  const problem = rating === null ? message('reconciliation.ratingNeeded') : ratingProblem(clause, rating);
  if (rating === null || problem) throw refused('rating', problem ?? message('reconciliation.ratingNeeded'));
  return rating;
}

/**
 * Takes over what all raters said alike, for every open clause that has no agreed rating yet; their notes are put one after
 * another. Returns how many. Throws what `accessForChange` throws.
 */
export async function takeOverAgreed(deps: Deps, actor: Actor, assessmentId: string): Promise<number> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'reconcile');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const said = fittingRatings(criteria, await listOpenedRatings(trx, assessmentId));
    const agreed = await readRatings(trx, assessmentId);

    const changes = ratedClauses(criteria).flatMap(({ id }): Reconciliation[] => {
      const place = { assessmentId, clauseId: id };
      const common = agreed[id] ? null : commonRating(said.filter(({ clauseId }) => clauseId === id));
      return common ? [{ place, ...common, before: { rating: null, note: '' }, reason: '', by: actor.id, at }] : [];
    });
    await insertRatings(trx, changes);
    await keep(trx, actor, assessmentId, changes);
    return changes.length;
  });
}

/** What all of them said, with their notes together; null when they differ or nobody said anything. */
export function commonRating(said: readonly RaterRating[]): { rating: Rating; note: string } | null {
  const rated = said.filter((one) => one.rating !== null);
  const rating = rated[0]?.rating ?? null;
  if (rating === null || !rated.every((one) => isSameRating(one.rating, rating))) return null;
  return { rating, note: joinNotes(...rated.map(({ note }) => note)) };
}

async function findOpened(deps: Deps, trx: Trx, actor: Actor, { assessmentId, clauseId }: RatingPlace): Promise<Clause> {
  const assessment = await accessForChange(trx, actor, assessmentId, 'reconcile');
  const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
  const clause = findRatedClause(criteria, clauseId);
  const { independent, openedAt } = await readDutiesOf(trx, assessmentId, clauseId);
  if (!independent || openedAt === null) throw new AppError('not_found', message('error.notFound'));
  return clause;
}

async function keep(trx: Trx, actor: Actor, assessmentId: string, all: readonly Reconciliation[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  await insertReconciliations(trx, all);
  await recordAuditEntry(trx, {
    at: first.at,
    actor,
    deed: 'rating.reconciled',
    subject: 'assessment',
    subjectId: assessmentId,
    details: {
      clauses: all.map(({ place: { clauseId }, before, rating, note, reason }) => ({
        clauseId,
        before,
        rating,
        note,
        reason,
      })),
    },
  });
}

function refused(field: string, text: Message): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
