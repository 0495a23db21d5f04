import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { Clause } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listSites } from '../organizations/site-store.ts';
import {
  type AgendaItem,
  deleteAgendaItem,
  findAgendaItem,
  insertAgendaItem,
  listAgenda,
  mostItems,
  replaceAttendees,
  updateAgendaItem,
} from './agenda-store.ts';
import type { AgendaInput, AttendanceInput } from './plan-forms.ts';

/** Throws as `accessForChange`, and `invalid` for a day outside the audit or a choice that is not offered. Returns its id. */
export async function addAgendaItem(deps: Deps, actor: Actor, assessmentId: string, input: AgendaInput): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessToPlan(trx, actor, assessmentId);
    await checkItem(deps, trx, assessment, input);
    if ((await listAgenda(trx, assessmentId)).length >= mostItems)
      throw new AppError('conflict', message('plans.tooManyItems', { most: mostItems }));
    const item = { ...toItem(input), id: randomUUID(), revision: 1 };
    await insertAgendaItem(trx, assessmentId, item, actor.id, at.toISOString());
    await recordAuditEntry(trx, { ...about(actor, assessment, at), deed: 'agenda.added', details: { after: item } });
    return item.id;
  });
}

/** Throws as `addAgendaItem`, and `conflict` when somebody else saved the item meanwhile. */
export async function changeAgendaItem(
  deps: Deps,
  actor: Actor,
  { assessmentId, itemId }: { readonly assessmentId: string; readonly itemId: string },
  input: AgendaInput,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessToPlan(trx, actor, assessmentId);
    const before = await findAgendaItem(trx, assessmentId, itemId);
    await checkItem(deps, trx, assessment, input);
    const after = { ...toItem(input), id: itemId, revision: input.revision };
    if (!(await updateAgendaItem(trx, after, actor.id, at.toISOString())))
      throw new AppError('invalid', message('plans.changedMeanwhile'), { '': message('plans.changedMeanwhile') });
    await recordAuditEntry(trx, { ...about(actor, assessment, at), deed: 'agenda.changed', details: { before, after } });
  });
}

/** Throws as `accessForChange`. */
export async function removeAgendaItem(deps: Deps, actor: Actor, assessmentId: string, itemId: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessToPlan(trx, actor, assessmentId);
    const before = await findAgendaItem(trx, assessmentId, itemId);
    await deleteAgendaItem(trx, itemId);
    await recordAuditEntry(trx, { ...about(actor, assessment, at), deed: 'agenda.removed', details: { before } });
  });
}

/** Writes down who was at an opening or closing meeting. Throws as `accessForChange`; `not_found` for another item. */
export async function recordAttendance(
  deps: Deps,
  actor: Actor,
  { assessmentId, itemId }: { readonly assessmentId: string; readonly itemId: string },
  attendees: AttendanceInput,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessToPlan(trx, actor, assessmentId);
    const item = await findAgendaItem(trx, assessmentId, itemId);
    if (!isMeeting(item)) throw new AppError('not_found', message('error.notFound'));
    await replaceAttendees(trx, itemId, attendees);
    await recordAuditEntry(trx, {
      ...about(actor, assessment, at),
      deed: 'agenda.attendance-recorded',
      details: { item: itemId, attendees },
    });
  });
}

export function isMeeting({ kind }: Pick<AgendaItem, 'kind'>): boolean {
  return kind === 'opening' || kind === 'closing';
}

/** Ids of every clause with clauses below it, and of those at the top: what an item of the agenda can be about. */
export function sectionsOf(clauses: readonly Clause[], depth = 0): { clause: Clause; depth: number }[] {
  return clauses.flatMap((clause) => {
    const below = clause.method === null ? sectionsOf(clause.clauses, depth + 1) : [];
    return depth === 0 || clause.clauses.length > 0 ? [{ clause, depth }, ...below] : below;
  });
}

async function accessToPlan(trx: Trx, actor: Actor, assessmentId: string): Promise<Assessment> {
  const assessment = await accessForChange(trx, actor, assessmentId, 'plan');
  if (assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
  return assessment;
}

async function checkItem(deps: Deps, trx: Trx, assessment: Assessment, input: AgendaInput): Promise<void> {
  const { from, to, id, organizationId, criteriaHash } = assessment;
  const refuse = (field: string, text = message('assessments.notOffered')) => {
    throw new AppError('invalid', message('error.checkFields'), { [field]: text });
  };
  if (input.day < from || input.day > to) refuse('day', message('plans.outsideDays', { from, to }));
  if (input.kind === 'audit' && input.title === null && input.clauses.length === 0)
    refuse('title', message('plans.titleOrClauses'));
  const sites = new Set((await listSites(trx, organizationId)).map((site) => site.id));
  if (input.site !== null && !sites.has(input.site)) refuse('site');
  const members = new Set((await listMembers(trx, id)).map(({ userId }) => userId));
  if (input.people.some((person) => !members.has(person))) refuse('people', message('plans.notInTeam'));
  const { clauses } = await findCriteriaCopy({ db: trx, criteriaCopies: deps.criteriaCopies }, criteriaHash);
  const known = new Set(sectionsOf(clauses).map(({ clause }) => clause.id));
  if (input.clauses.some((clause) => !known.has(clause))) refuse('clauses');
}

function toItem({ title, site, ...input }: AgendaInput): Omit<AgendaItem, 'id'> {
  return { ...input, title: title ?? '', siteId: site };
}

function about(actor: Actor, { id }: Assessment, at: Date) {
  return { at, actor, subject: 'assessment', subjectId: id };
}
