import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { freeClause } from '../../model/clause-duties.ts';
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
import { deleteIndependent, insertIndependent, readDuties, replaceAssignments } from '../rating-duties/duty-store.ts';
import { listIndependentlyTouched } from '../ratings/independent-store.ts';
import { deleteEmptyRatings, listTouchedClauses } from '../ratings/rating-store.ts';
import { listCoveredSites } from '../ratings/site-rating-store.ts';
import { openReady } from '../ratings/submission-service.ts';
import type { AssignmentInput } from './assignment-forms.ts';

export interface Assigned {
  readonly changed: number;
  /** Clauses that were left as they are, because somebody has begun to rate them another way. */
  readonly left: number;
}

/**
 * Puts people in charge of clauses, or nobody in particular. Whether clauses are rated independently changes only before
 * anybody has rated them, and who rates them only before their ratings are open; such clauses are left as they are and
 * counted. Throws `invalid`, and what `accessForChange` throws.
 */
export async function assignClauses(deps: Deps, actor: Actor, assessmentId: string, input: AssignmentInput): Promise<Assigned> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'assign');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    await checkChoice(trx, assessment, input);
    const chosen = chosenClauses(criteria, input);
    await checkSites(trx, assessmentId, criteria, chosen, input);
    const { clauses, marked, unmarked } = await sort(trx, assessmentId, chosen, input);

    const work = { assessmentId, by: actor.id, at };
    await replaceAssignments(trx, { ...work, clauseIds: clauses, userIds: input.people });
    await deleteEmptyRatings(trx, assessmentId, marked);
    await insertIndependent(trx, { ...work, clauseIds: marked });
    await deleteIndependent(trx, assessmentId, unmarked);
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'rating.assigned',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { clauses, people: input.people, way: input.way },
    });
    await tellRaters(trx, actor, assessment, { people: input.people, count: clauses.length, at });
    await openReady(trx, { assessment, criteria, actor, at }, clauses);
    return { changed: clauses.length, left: chosen.length - clauses.length };
  });
}

/**
 * Opens what all remaining raters have submitted: needed when somebody left the team who had not. Returns how many
 * clauses. Throws what `accessForChange` throws.
 */
export async function openSubmitted(deps: Deps, actor: Actor, assessmentId: string): Promise<number> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'assign');
    const criteria = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment.criteriaHash);
    const all = ratedClauses(criteria).map(({ id }) => id);
    return (await openReady(trx, { assessment, criteria, actor, at }, all)).length;
  });
}

async function checkChoice(trx: Trx, assessment: Assessment, { people, way }: AssignmentInput): Promise<void> {
  const members = await listMembers(trx, assessment.id);
  const raters = new Set(members.filter(({ teamRole }) => mayBeCharged(teamRole)).map(({ userId }) => userId));
  if (people.some((id) => !raters.has(id))) throw refused('people', message('assignments.notInTeam'));
  if (way === 'independently' && people.length < 2) throw refused('people', message('assignments.twoRaters'));
}

/** What several sites say is rolled up; there is no such rule for what several people say of each. */
async function checkSites(
  trx: Trx,
  assessmentId: string,
  criteria: Criteria,
  chosen: readonly Clause[],
  { way }: AssignmentInput,
): Promise<void> {
  const bySite = way === 'independently' ? chosen.filter(({ siteRollUp }) => siteRollUp) : [];
  if (bySite.length === 0 || (await listCoveredSites(trx, assessmentId)).length === 0) return;
  const clauses = bySite.map(({ id }) => clauseName(criteria, id, criteria.language)).join('; ');
  throw refused('clauses', message('assignments.bySite', { clauses }));
}

/** Only who may rate can be put in charge. */
export function mayBeCharged(teamRole: string): boolean {
  return teamRole === 'leader' || teamRole === 'auditor';
}

/** Sections stand for all below. */
function chosenClauses(criteria: Criteria, { clauses }: AssignmentInput): Clause[] {
  const found = new Set(clauses.flatMap((id) => clausesUnder(criteria, id)));
  if (found.size === 0) throw refused('clauses', message('assignments.chooseClauses'));
  return [...found];
}

interface Sorted {
  /** Ids of the clauses that change. */
  readonly clauses: readonly string[];
  readonly marked: readonly string[];
  readonly unmarked: readonly string[];
}

async function sort(
  trx: Trx,
  assessmentId: string,
  chosen: readonly Clause[],
  { way, people }: AssignmentInput,
): Promise<Sorted> {
  const ids = chosen.map(({ id }) => id);
  const duties = await readDuties(trx, assessmentId, ids);
  const rated = new Set(await listTouchedClauses(trx, assessmentId, ids));
  const begun = new Set(await listIndependentlyTouched(trx, assessmentId, ids));
  const dutyOf = (id: string) => duties.get(id) ?? freeClause;

  const clauses = ids.filter((id) => {
    const { independent, openedAt } = dutyOf(id);
    if (openedAt !== null) return false;
    if (independent && way === 'as-is') return people.length > 0;
    if (independent) return way === 'independently' || !begun.has(id);
    return way !== 'independently' || !rated.has(id);
  });
  return {
    clauses,
    marked: way === 'independently' ? clauses.filter((id) => !dutyOf(id).independent) : [],
    unmarked: way === 'together' ? clauses.filter((id) => dutyOf(id).independent) : [],
  };
}

async function tellRaters(
  trx: Trx,
  actor: Actor,
  { id, number }: Assessment,
  { people, count, at }: { readonly people: readonly string[]; readonly count: number; readonly at: Date },
): Promise<void> {
  await insertNotice(trx, {
    to: count === 0 ? [] : people.filter((person) => person !== actor.id),
    text: message('assignments.notice', { number, count }),
    href: `/assessments/${id}/workbench`,
    assessmentId: id,
    at,
  });
}

function refused(field: string, text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', message('error.checkFields'), { [field]: text });
}
