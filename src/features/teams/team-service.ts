import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { TeamRole } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment, Member } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { type Assignment, checkAssignments } from '../assessments/assignment-check.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { insertMember, leaveTeam, listCandidates, updateMember } from '../assessments/team-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { findVisibleOrganization } from '../organizations/organization-store.ts';
import { listAgenda } from '../plans/agenda-store.ts';

/**
 * Gives somebody a part in the team of an audit; the present leader becomes an auditor when somebody else leads. Throws as
 * `accessForChange`, and `invalid` with every rule that the assignment breaks.
 */
export async function addMember(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  { person, teamRole }: { readonly person: string; readonly teamRole: TeamRole },
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const { assessment, members } = await openTeam(trx, actor, assessmentId);
    const known = members.find(({ userId }) => userId === person);
    if (known) throw refused({ person: message('teams.alreadyIn', { name: known.name }) });
    await checkAssignment(deps, trx, actor, assessment, { userId: person, teamRole });
    if (teamRole === 'leader') await demoteLeader(trx, assessmentId, members);
    await insertMember(trx, assessmentId, person, teamRole);
    const { name: organization } = await findVisibleOrganization(trx, actor, assessment.organizationId);
    await recordAuditEntry(trx, { ...about(actor, assessment, at), deed: 'team.member-added', details: { person, teamRole } });
    await insertNotice(trx, {
      to: person === actor.id ? [] : [person],
      text: message('independence.noticeAssigned', { number: assessment.number, organization }),
      href: `/assessments/${assessmentId}/impartiality`,
      assessmentId,
      at,
    });
  });
}

/** Changes somebody's part. Throws as `addMember`; `conflict` for the leader, whose place has to be taken first. */
export async function changePart(
  deps: Deps,
  actor: Actor,
  { assessmentId, userId }: { readonly assessmentId: string; readonly userId: string },
  teamRole: TeamRole,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const { assessment, members } = await openTeam(trx, actor, assessmentId);
    const member = memberIn(members, userId);
    if (member.teamRole === teamRole) return;
    if (member.teamRole === 'leader') throw new AppError('conflict', message('teams.leaderStays'));
    await checkAssignment(deps, trx, actor, assessment, { userId, teamRole });
    if (teamRole === 'leader') await demoteLeader(trx, assessmentId, members);
    await updateMember(trx, assessmentId, userId, teamRole);
    await recordAuditEntry(trx, {
      ...about(actor, assessment, at),
      deed: 'team.part-changed',
      details: { person: userId, before: { part: member.teamRole }, after: { part: teamRole } },
    });
    await insertNotice(trx, {
      to: userId === actor.id ? [] : [userId],
      text: message('teams.noticePart', { number: assessment.number }),
      href: `/assessments/${assessmentId}`,
      assessmentId,
      at,
    });
  });
}

/**
 * Takes somebody out of the team, who loses access at once; what they did stays under their name. Returns whose place is
 * open on the agenda. Throws as `accessForChange`; `conflict` for the leader, whose place has to be taken first.
 */
export async function removeMember(
  deps: Deps,
  actor: Actor,
  { assessmentId, userId }: { readonly assessmentId: string; readonly userId: string },
  reason: string,
): Promise<{ name: string; openItems: number }> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const { assessment, members } = await openTeam(trx, actor, assessmentId);
    const member = memberIn(members, userId);
    if (member.teamRole === 'leader') throw new AppError('conflict', message('teams.leaderStays'));
    await leaveTeam(trx, { assessmentId, userId, reason, by: actor.id, at: at.toISOString() });
    const openItems = (await listAgenda(trx, assessmentId)).filter(({ people }) => people.includes(userId)).map(({ id }) => id);
    await recordAuditEntry(trx, {
      ...about(actor, assessment, at),
      deed: 'team.member-removed',
      details: { person: userId, teamRole: member.teamRole, reason, openItems },
    });
    await tellOfRemoval(trx, actor, assessment, { member, members, at });
    return { name: member.name, openItems: openItems.length };
  });
}

async function tellOfRemoval(
  trx: Trx,
  actor: Actor,
  { id, number }: Assessment,
  { member, members, at }: { readonly member: Member; readonly members: readonly Member[]; readonly at: Date },
): Promise<void> {
  const leaders = members.filter(({ teamRole, userId }) => teamRole === 'leader' && userId !== actor.id);
  // Of the assessment itself the person learns nothing any more.
  const gone = { to: [member.userId], text: message('teams.noticeRemoved', { number }), href: '/assessments' };
  await insertNotice(trx, { ...gone, assessmentId: null, at });
  await insertNotice(trx, {
    to: leaders.map(({ userId }) => userId),
    text: message('teams.noticeLeft', { number, name: member.name }),
    href: `/assessments/${id}/plan`,
    assessmentId: id,
    at,
  });
}

async function openTeam(trx: Trx, actor: Actor, id: string): Promise<{ assessment: Assessment; members: Member[] }> {
  const assessment = await accessForChange(trx, actor, id, 'plan');
  if (assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
  return { assessment, members: await listMembers(trx, id) };
}

function memberIn(members: readonly Member[], id: string): Member {
  const member = members.find(({ userId }) => userId === id);
  if (!member) throw new AppError('not_found', message('error.notFound'));
  return member;
}

async function demoteLeader(trx: Trx, assessmentId: string, members: readonly Member[]): Promise<void> {
  const leader = members.find(({ teamRole }) => teamRole === 'leader');
  if (leader) await updateMember(trx, assessmentId, leader.userId, 'auditor');
}

async function checkAssignment(
  { config, criteriaCopies }: Deps,
  trx: Trx,
  actor: Actor,
  { id, organizationId, criteriaHash, from, to }: Assessment,
  assignment: Assignment,
): Promise<void> {
  const candidates = await listCandidates(trx);
  if (!candidates.some((candidate) => candidate.id === assignment.userId))
    throw refused({ person: message('assessments.notOffered') });
  const criteria = await findCriteriaCopy({ db: trx, criteriaCopies }, criteriaHash);
  const organization = await findVisibleOrganization(trx, actor, organizationId);
  const audit = { id, organization, criteria, from, to };
  const found = await checkAssignments(trx, config, audit, candidates, [assignment]);
  const broken = [...found.values()].flat().filter((objection) => objection.refused);
  if (broken.length > 0)
    throw refused(Object.fromEntries(broken.map(({ text }, index) => [index === 0 ? 'person' : `person.${index}`, text])));
}

function refused(fields: Readonly<Record<string, Message>>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}

function about(actor: Actor, { id }: Assessment, at: Date) {
  return { at, actor, subject: 'assessment', subjectId: id };
}
