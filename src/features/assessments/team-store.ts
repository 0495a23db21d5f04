import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import type { BodyRole } from '../../model/actor.ts';
import type { TeamRole } from '../../model/assessment-rights.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import { type DeclarationState, declarationState, impartialityQuestions, isDeclared } from '../../model/independence.ts';
import { partsFor } from '../../model/permissions.ts';
import { toTeamRole } from './assessment-store.ts';

/** Somebody who can be put into a team. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly registrationNumber: string | null;
  readonly canLead: boolean;
  /** Parts that their role in the body allows, e.g. an observer only observes. */
  readonly parts: readonly TeamRole[];
}

const teamable: readonly BodyRole[] = ['lead-auditor', 'auditor', 'technical-expert', 'mystery-shopper', 'observer'];

/** Active people of the body who can have a part in a team, by name. A body has hundreds of them at most. */
export async function listCandidates(db: Db): Promise<Candidate[]> {
  const rows: { id: string; name: string; registration_number: string | null }[] = await db('users')
    .whereIn('id', db('user_roles').whereIn('role', teamable).select('user_id'))
    .where({ active: true })
    .orderBy(['name', 'id'])
    .limit(1000)
    .select('id', 'name', 'registration_number');
  const roles: { user_id: string; role: string }[] = await db('user_roles').whereIn('role', teamable).select('user_id', 'role');
  const rolesOf = new Map<string, BodyRole[]>();
  for (const { user_id, role } of roles) {
    const known = teamable.find((one) => one === role);
    if (known) rolesOf.set(user_id, [...(rolesOf.get(user_id) ?? []), known]);
  }
  return rows.map(({ id, name, registration_number }) => {
    const parts = partsFor(rolesOf.get(id) ?? []);
    return { id, name, registrationNumber: registration_number, canLead: parts.includes('leader'), parts };
  });
}

/** The part of one person in a team, null when not in it, and whether their statement of impartiality holds. */
export async function findTeamPlace(
  db: Db,
  assessmentId: string,
  userId: string,
): Promise<{ teamRole: TeamRole | null; declared: boolean }> {
  const member = await db('team_members').where({ assessment_id: assessmentId, user_id: userId }).first('role');
  if (!member) return { teamRole: null, declared: false };
  const state = (await listDeclarationStates(db, assessmentId, [userId])).get(userId) ?? 'missing';
  return { teamRole: toTeamRole(member.role), declared: isDeclared(state) };
}

/** How the statements of these people in one assessment stand; who has signed none is left out. */
export async function listDeclarationStates(
  db: Db,
  assessmentId: string,
  userIds: readonly string[],
): Promise<Map<string, DeclarationState>> {
  const rows: { user_id: string; yes: string; ruling: string | null }[] = await db('impartiality_statements')
    .where({ assessment_id: assessmentId })
    .whereIn('user_id', [...userIds])
    .whereNull('superseded_at')
    .select('user_id', 'yes', 'ruling');
  return new Map(rows.map((row) => [row.user_id, stateOfRow(row)]));
}

/** The questions that these people answered yes in their standing statements; who has signed none is left out. */
export async function listSaidYes(
  db: Db,
  assessmentId: string,
  userIds: readonly string[],
): Promise<Map<string, ReturnType<typeof toQuestions>>> {
  const rows: { user_id: string; yes: string }[] = await db('impartiality_statements')
    .where({ assessment_id: assessmentId })
    .whereIn('user_id', [...userIds])
    .whereNull('superseded_at')
    .select('user_id', 'yes');
  return new Map(rows.map(({ user_id, yes }) => [user_id, toQuestions(yes)]));
}

/** The statements of these people hold no longer; they stay as history. */
export async function supersedeStatements(trx: Trx, assessmentId: string, userIds: readonly string[], at: Date): Promise<void> {
  await trx('impartiality_statements')
    .where({ assessment_id: assessmentId })
    .whereIn('user_id', [...userIds])
    .whereNull('superseded_at')
    .update({ superseded_at: at.toISOString() });
}

/** How the statements of one person in several assessments stand; without one they are left out. */
export async function listOwnDeclarations(
  db: Db,
  userId: string,
  assessmentIds: readonly string[],
): Promise<Map<string, DeclarationState>> {
  const rows: { assessment_id: string; yes: string; ruling: string | null }[] = await db('impartiality_statements')
    .where({ user_id: userId })
    .whereIn('assessment_id', [...assessmentIds])
    .whereNull('superseded_at')
    .select('assessment_id', 'yes', 'ruling');
  return new Map(rows.map((row) => [row.assessment_id, stateOfRow(row)]));
}

function stateOfRow({ yes, ruling }: { readonly yes: string; readonly ruling: string | null }): DeclarationState {
  return declarationState({ yes: toQuestions(yes), ruling: toRuling(ruling) });
}

export function toQuestions(yes: string) {
  return impartialityQuestions.filter((question) => yes.split(' ').includes(question));
}

export function toRuling(ruling: string | null): 'accepted' | 'removed' | null {
  if (ruling === null || ruling === 'accepted' || ruling === 'removed') return ruling;
  throw new Error(`The database holds an unknown ruling on a conflict: ${ruling}`);
}

/** Numbers of other audits on the same days in whose teams these people are, ten each at most; stopped and finished ones count not. */
export async function listBusyDays(
  db: Db,
  userIds: readonly string[],
  audit: { readonly id: string | null; readonly from: IsoDate; readonly to: IsoDate },
): Promise<Map<string, string[]>> {
  const rows: { user_id: string; number: string }[] = await db('team_members')
    .join('assessments', 'assessments.id', 'team_members.assessment_id')
    .whereIn('team_members.user_id', [...userIds])
    .whereNotIn('assessments.state', ['finished', 'stopped'])
    .whereNot('assessments.kind', 'self')
    .where('assessments.from_date', '<=', audit.to)
    .where('assessments.to_date', '>=', audit.from)
    .whereNot('assessments.id', audit.id ?? '')
    .orderBy('assessments.number')
    .limit(500)
    .select('team_members.user_id', 'assessments.number');
  const busy = new Map<string, string[]>();
  for (const { user_id, number } of rows) busy.set(user_id, [...(busy.get(user_id) ?? []), number].slice(0, 10));
  return busy;
}

export async function insertMember(trx: Trx, assessmentId: string, userId: string, teamRole: TeamRole): Promise<void> {
  await trx('team_members').insert({ assessment_id: assessmentId, user_id: userId, role: teamRole });
}

export async function updateMember(trx: Trx, assessmentId: string, userId: string, teamRole: TeamRole): Promise<void> {
  await trx('team_members').where({ assessment_id: assessmentId, user_id: userId }).update({ role: teamRole });
}

/** Takes somebody out of a team and keeps that they were in it, in which part and why they left. */
export async function leaveTeam(
  trx: Trx,
  departure: {
    readonly assessmentId: string;
    readonly userId: string;
    readonly reason: string;
    readonly by: string;
    readonly at: IsoTime;
  },
): Promise<void> {
  const { assessmentId, userId, reason, by, at } = departure;
  const member = await trx('team_members').where({ assessment_id: assessmentId, user_id: userId }).first('role');
  if (!member) return;
  await trx('team_departures').insert({
    id: randomUUID(),
    assessment_id: assessmentId,
    user_id: userId,
    role: member.role,
    reason,
    removed_by: by,
    removed_at: at,
  });
  await trx('team_members').where({ assessment_id: assessmentId, user_id: userId }).delete();
}

/** Somebody who was in the team. */
export interface Departure {
  readonly userId: string;
  readonly name: string;
  readonly teamRole: TeamRole;
  readonly reason: string;
  readonly removedBy: string;
  readonly at: IsoTime;
}

/** The latest first, a hundred at most. */
export async function listDepartures(db: Db, assessmentId: string): Promise<Departure[]> {
  const rows: { user_id: string; name: string; role: string; reason: string; removed_by: string; removed_at: string }[] =
    await db('team_departures')
      .join('users', 'users.id', 'team_departures.user_id')
      .join('users as removers', 'removers.id', 'team_departures.removed_by')
      .where({ 'team_departures.assessment_id': assessmentId })
      .orderBy('team_departures.removed_at', 'desc')
      .limit(100)
      .select('team_departures.user_id', 'users.name', 'team_departures.role', 'team_departures.reason')
      .select('removers.name as removed_by', 'team_departures.removed_at');
  return rows.map(({ user_id, name, role, reason, removed_by, removed_at }) => ({
    userId: user_id,
    name,
    teamRole: toTeamRole(role),
    reason,
    removedBy: removed_by,
    at: removed_at,
  }));
}
