import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type AssessmentState, assessmentStates, type TeamRole, teamRoles } from '../../model/assessment-rights.ts';
import { type AssessmentKind, assessmentKinds, type ResultKind, resultKinds } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment, Member } from './assessment.ts';

export interface AssessmentRow {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly organization_id: string;
  readonly criteria_hash: string;
  readonly criteria_id: string;
  readonly criteria_version: string;
  readonly from_date: string;
  readonly to_date: string;
  readonly target_grade: string | null;
  readonly held_grade: string | null;
  readonly held_since: string | null;
  readonly created_by: string;
  readonly created_at: string;
  readonly finished_at: string | null;
  readonly finished_by: string | null;
  readonly result_kind: string | null;
}

interface MemberRow {
  readonly user_id: string;
  readonly name: string;
  readonly of_company: number | string;
  readonly registration_number: string | null;
  readonly team_role: string;
}

/** Throws `not_found`. */
export async function findAssessment(db: Db, id: string): Promise<Assessment> {
  const row = await db<AssessmentRow>('assessments').where({ id }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toAssessment(row);
}

/** The same, holding the row until the transaction ends, so that nobody finishes it meanwhile. Throws `not_found`. */
export async function lockAssessment(trx: Trx, id: string): Promise<Assessment> {
  const row = await trx<AssessmentRow>('assessments').where({ id }).forUpdate().first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toAssessment(row);
}

/** The leader first, then by their part in the team and by name. */
export async function listMembers(db: Db, assessmentId: string): Promise<Member[]> {
  const places = db('company_places').whereRaw('company_places.user_id = users.id').count().as('of_company');
  const rows: MemberRow[] = await db('team_members')
    .join('users', 'users.id', 'team_members.user_id')
    .where({ 'team_members.assessment_id': assessmentId })
    .orderBy(['users.name', 'users.id'])
    .select('team_members.user_id', 'team_members.role as team_role', 'users.name', 'users.registration_number', places);
  const members = rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    ofCompany: Number(row.of_company) > 0,
    registrationNumber: row.registration_number,
    teamRole: toTeamRole(row.team_role),
  }));
  return members.sort((a, b) => teamRoles.indexOf(a.teamRole) - teamRoles.indexOf(b.teamRole));
}

export async function listSiteIds(db: Db, assessmentId: string): Promise<string[]> {
  return db('assessment_sites').where({ assessment_id: assessmentId }).pluck('site_id');
}

/** How many clauses have a rating, for several assessments at once; a note alone does not count. */
export async function countRatedClauses(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const atSites = db('site_rated_clauses')
    .join('assessments', 'assessments.criteria_hash', 'site_rated_clauses.criteria_hash')
    .join('assessment_sites', 'assessment_sites.assessment_id', 'assessments.id')
    .whereRaw('assessments.id = ratings.assessment_id and site_rated_clauses.clause_id = ratings.clause_id');
  const rows: { assessment_id: string; rated: number | string }[] = await db('ratings')
    .whereIn('assessment_id', [...ids])
    .whereNotNull('rating')
    // Rated for the organization before it was to be rated at each site: only its sites count then.
    .whereNotExists(atSites)
    .groupBy('assessment_id')
    .select('assessment_id')
    .count({ rated: '*' });
  const counts = await countRatedAtSites(db, ids);
  for (const { assessment_id: id, rated } of rows) counts.set(id, Number(rated) + (counts.get(id) ?? 0));
  return counts;
}

function coveredSite(join: Knex.JoinClause): void {
  join
    .on('assessment_sites.assessment_id', 'site_ratings.assessment_id')
    .andOn('assessment_sites.site_id', 'site_ratings.site_id');
}

/** How many clauses, of several assessments, are rated at every site that counts. */
async function countRatedAtSites(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows: { assessment_id: string }[] = await db('site_ratings')
    .join('assessment_sites', coveredSite)
    .whereIn('site_ratings.assessment_id', [...ids])
    .whereNotNull('site_ratings.rating')
    .groupBy('site_ratings.assessment_id', 'site_ratings.clause_id')
    .havingRaw(
      'count(*) = (select count(*) from assessment_sites covered where covered.assessment_id = site_ratings.assessment_id)',
    )
    .select('site_ratings.assessment_id');
  const counts = new Map<string, number>();
  for (const { assessment_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The next number of that year. The counter's row is locked till the end of the transaction, so that no number is given twice. */
export async function takeNumber(trx: Trx, year: number): Promise<string> {
  await trx('assessment_counters').insert({ year, last: 0 }).onConflict('year').ignore();
  await trx('assessment_counters').where({ year }).increment('last', 1);
  const row = await trx('assessment_counters').where({ year }).first('last');
  return `A-${year}-${String(row.last).padStart(4, '0')}`;
}

export async function insertAssessment(trx: Trx, assessment: Assessment): Promise<void> {
  await trx('assessments').insert(toRow(assessment));
}

/** What may still change while it is open: dates, aims. */
export async function updateAssessment(trx: Trx, assessment: Assessment): Promise<void> {
  const { from_date, to_date, target_grade, held_grade, held_since } = toRow(assessment);
  await trx('assessments').where({ id: assessment.id }).update({ from_date, to_date, target_grade, held_grade, held_since });
}

/** Where it stands: its state, when and by whom it was finished, and which result counts. */
export async function updateStanding(trx: Trx, assessment: Assessment): Promise<void> {
  const { id, state, finished_at, finished_by, result_kind } = toRow(assessment);
  await trx('assessments').where({ id }).update({ state, finished_at, finished_by, result_kind });
}

export async function replaceSites(trx: Trx, assessmentId: string, siteIds: readonly string[]): Promise<void> {
  await trx('assessment_sites').where({ assessment_id: assessmentId }).delete();
  if (siteIds.length > 0)
    await trx('assessment_sites').insert(siteIds.map((site_id) => ({ assessment_id: assessmentId, site_id })));
}

export async function replaceMembers(
  trx: Trx,
  assessmentId: string,
  members: readonly Pick<Member, 'userId' | 'teamRole'>[],
): Promise<void> {
  await trx('team_members').where({ assessment_id: assessmentId }).delete();
  await trx('team_members').insert(
    members.map(({ userId, teamRole }) => ({ assessment_id: assessmentId, user_id: userId, role: teamRole })),
  );
}

export function toAssessment(row: AssessmentRow): Assessment {
  return {
    id: row.id,
    number: row.number,
    kind: toKind(row.kind),
    state: toState(row.state),
    organizationId: row.organization_id,
    criteriaHash: row.criteria_hash,
    criteriaId: row.criteria_id,
    criteriaVersion: row.criteria_version,
    from: row.from_date,
    to: row.to_date,
    targetGrade: row.target_grade,
    heldGrade: row.held_grade && row.held_since ? { grade: row.held_grade, since: row.held_since } : null,
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    finishedBy: row.finished_by,
    resultKind: row.result_kind === null ? null : toResultKind(row.result_kind),
  };
}

export function toResultKind(value: string): ResultKind {
  const kind = resultKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of result: ${value}`);
  return kind;
}

export function toKind(value: string): AssessmentKind {
  const kind = assessmentKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of assessment: ${value}`);
  return kind;
}

export function toState(value: string): AssessmentState {
  const state = assessmentStates.find((known) => known === value);
  if (!state) throw new Error(`The database holds an unknown state of an assessment: ${value}`);
  return state;
}

export function toTeamRole(value: string): TeamRole {
  const role = teamRoles.find((known) => known === value);
  if (!role) throw new Error(`The database holds an unknown part in a team: ${value}`);
  return role;
}

function toRow(assessment: Assessment): AssessmentRow {
  return {
    id: assessment.id,
    number: assessment.number,
    kind: assessment.kind,
    state: assessment.state,
    organization_id: assessment.organizationId,
    criteria_hash: assessment.criteriaHash,
    criteria_id: assessment.criteriaId,
    criteria_version: assessment.criteriaVersion,
    from_date: assessment.from,
    to_date: assessment.to,
    target_grade: assessment.targetGrade,
    held_grade: assessment.heldGrade?.grade ?? null,
    held_since: assessment.heldGrade?.since ?? null,
    created_by: assessment.createdBy,
    created_at: assessment.createdAt,
    finished_at: assessment.finishedAt,
    finished_by: assessment.finishedBy,
    result_kind: assessment.resultKind,
  };
}
