import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { isChargedWith, isReadyToOpen } from '../../model/clause-duties.ts';
import { clauseName } from '../../model/clause-name.ts';
import { clausesUnder, ratedClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { deleteSubmission, insertSubmissions, markOpened, readDuties, readDutiesOf } from '../rating-duties/duty-store.ts';
import { listOpenedRatings, listOwnRatings } from './independent-store.ts';

export interface Submission {
  readonly submitted: number;
  /** How many of theirs under the same clause are not rated yet. */
  readonly left: number;
  /** How many of them all can see now. */
  readonly opened: number;
}

/**
 * Submits somebody's own ratings of a clause, or of all below a section, as far as they are complete; those that all
 * raters have submitted are opened. Throws `invalid` when there is nothing to submit, and what `accessForChange` throws.
 */
export async function submitRatings(deps: Deps, actor: Actor, assessmentId: string, clauseId: string): Promise<Submission> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'rate');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const waiting = await listUnsubmitted(trx, assessmentId, actor.id, clausesUnder(criteria, clauseId));
    const complete = waiting.filter((one) => one.complete).map(({ clause }) => clause.id);
    if (complete.length === 0) throw new AppError('invalid', message('ratings.nothingToSubmit'));

    await insertSubmissions(trx, assessmentId, actor.id, complete, now);
    await recordAuditEntry(trx, {
      at: now,
      actor,
      deed: 'rating.submitted',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { clauses: complete },
    });
    const opened = await openReady(trx, { assessment, criteria, actor, at: now }, complete);
    return { submitted: complete.length, left: waiting.length - complete.length, opened: opened.length };
  });
}

/** The clauses among these that wait for somebody's submission, and whether all that they must rate there is rated. */
async function listUnsubmitted(
  trx: Trx,
  assessmentId: string,
  userId: string,
  clauses: readonly Clause[],
): Promise<{ clause: Clause; complete: boolean }[]> {
  const duties = await readDuties(trx, assessmentId);
  const rated = new Set((await listOwnRatings(trx, assessmentId, userId)).flatMap((own) => (own.rating ? [own.clauseId] : [])));
  return clauses.flatMap((clause) => {
    const duty = duties.get(clause.id);
    if (!duty?.independent || duty.openedAt !== null || duty.submitted.includes(userId)) return [];
    return isChargedWith(duty, userId) ? [{ clause, complete: rated.has(clause.id) }] : [];
  });
}

/** Takes a submission back while somebody else's is still missing. Throws `invalid` when it is too late. */
export async function takeBackSubmission(deps: Deps, actor: Actor, assessmentId: string, clauseId: string): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'rate');
    const { openedAt, submitted } = await readDutiesOf(trx, assessmentId, clauseId);
    if (openedAt !== null) throw new AppError('invalid', message('ratings.tooLateToTakeBack'));
    if (!submitted.includes(actor.id)) throw new AppError('invalid', message('ratings.notSubmitted'));

    await deleteSubmission(trx, assessmentId, actor.id, clauseId);
    await recordAuditEntry(trx, {
      at: now,
      actor,
      deed: 'rating.taken-back',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { clause: clauseId },
    });
  });
}

interface Opening {
  readonly assessment: Assessment;
  readonly criteria: Criteria;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Opens those of the clauses whose raters have all submitted: the trail now tells what each said, and the leader is asked
 * to reconcile each section in which nothing is sealed any more. Returns the ids.
 */
export async function openReady(
  trx: Trx,
  { assessment, criteria, actor, at }: Opening,
  clauseIds: readonly string[],
): Promise<string[]> {
  const duties = await readDuties(trx, assessment.id);
  const ready = clauseIds.filter((id) => {
    const duty = duties.get(id);
    return duty !== undefined && isReadyToOpen(duty);
  });
  if (ready.length === 0) return [];

  await markOpened(trx, assessment.id, ready, at);
  const said = (await listOpenedRatings(trx, assessment.id)).filter(({ clauseId }) => ready.includes(clauseId));
  await recordAuditEntry(trx, {
    at,
    actor,
    deed: 'rating.opened',
    subject: 'assessment',
    subjectId: assessment.id,
    details: {
      ratings: said.map(({ clauseId, userId, rating, note }) => ({ clauseId, userId, rating, note })),
    },
  });

  const isSealed = ({ id }: Clause) => duties.get(id)?.independent && !duties.get(id)?.openedAt && !ready.includes(id);
  const done = criteria.clauses.filter((section) => {
    const below = ratedClauses({ ...criteria, clauses: [section] });
    return below.some(({ id }) => ready.includes(id)) && !below.some(isSealed);
  });
  if (done.length > 0) await askToReconcile(trx, { assessment, criteria, actor, at }, done);
  return ready;
}

async function askToReconcile(trx: Trx, { assessment, criteria, at }: Opening, sections: readonly Clause[]): Promise<void> {
  const leaders = (await listMembers(trx, assessment.id)).filter(({ teamRole }) => teamRole === 'leader');
  await insertNotice(trx, {
    to: leaders.map(({ userId }) => userId),
    text: message('reconciliation.notice', {
      number: assessment.number,
      sections: sections.map(({ id }) => clauseName(criteria, id, criteria.language)).join('; '),
    }),
    href: `/assessments/${assessment.id}/reconciliation`,
    assessmentId: assessment.id,
    at,
  });
}
