import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type AgendaKind, type AgendaSlot, agendaKinds } from '../../model/agenda.ts';
import { AppError } from '../../model/errors.ts';

/** An item of the agenda. */
export interface AgendaItem extends AgendaSlot {
  readonly title: string;
  /** Ids of the sections and clauses that are looked at. */
  readonly clauses: readonly string[];
  /** Counts the saves, so that nobody overwrites another unseen. */
  readonly revision: number;
}

/** Somebody who was, or should have been, at a meeting. */
export interface Attendee {
  readonly name: string;
  readonly position: string;
  readonly present: boolean;
}

interface ItemRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly day: string;
  readonly from_time: string;
  readonly to_time: string;
  readonly site_id: string | null;
  readonly revision: number;
}

/** An agenda has no more items than this. */
export const mostItems = 500;

/** By day and time. */
export async function listAgenda(db: Db, assessmentId: string): Promise<AgendaItem[]> {
  const rows: ItemRow[] = await db('agenda_items')
    .where({ assessment_id: assessmentId })
    .orderBy(['day', 'from_time', 'to_time', 'id'])
    .limit(mostItems);
  return withLinks(db, rows);
}

/** Throws `not_found` also when it is another assessment's. */
export async function findAgendaItem(db: Db, assessmentId: string, id: string): Promise<AgendaItem> {
  const rows: ItemRow[] = await db('agenda_items').where({ id, assessment_id: assessmentId });
  const [item] = await withLinks(db, rows);
  if (!item) throw new AppError('not_found', message('error.notFound'));
  return item;
}

async function withLinks(db: Db, rows: readonly ItemRow[]): Promise<AgendaItem[]> {
  const ids = rows.map(({ id }) => id);
  const people: { item_id: string; user_id: string }[] = await db('agenda_people')
    .join('users', 'users.id', 'agenda_people.user_id')
    .whereIn('item_id', ids)
    .orderBy(['users.name', 'users.id'])
    .select('agenda_people.item_id', 'agenda_people.user_id');
  const clauses: { item_id: string; clause_id: string }[] = await db('agenda_clauses').whereIn('item_id', ids);
  return rows.map((row) => ({
    id: row.id,
    kind: toAgendaKind(row.kind),
    title: row.title,
    day: row.day,
    from: row.from_time,
    to: row.to_time,
    siteId: row.site_id,
    people: people.filter(({ item_id }) => item_id === row.id).map(({ user_id }) => user_id),
    clauses: clauses.filter(({ item_id }) => item_id === row.id).map(({ clause_id }) => clause_id),
    revision: Number(row.revision),
  }));
}

export async function insertAgendaItem(trx: Trx, assessmentId: string, item: AgendaItem, by: string, at: string): Promise<void> {
  await trx('agenda_items').insert({ ...toRow(item), assessment_id: assessmentId, updated_by: by, updated_at: at });
  await replaceLinks(trx, item);
}

/** False, and nothing is changed, when somebody else saved it since that revision was read. */
export async function updateAgendaItem(trx: Trx, item: AgendaItem, by: string, at: string): Promise<boolean> {
  const { id, revision, ...row } = toRow(item);
  const changed = await trx('agenda_items')
    .where({ id, revision })
    .update({ ...row, revision: revision + 1, updated_by: by, updated_at: at });
  if (changed === 0) return false;
  await replaceLinks(trx, item);
  return true;
}

export async function deleteAgendaItem(trx: Trx, id: string): Promise<void> {
  await trx('agenda_items').where({ id }).delete();
}

async function replaceLinks(trx: Trx, { id, people, clauses }: AgendaItem): Promise<void> {
  await trx('agenda_people').where({ item_id: id }).delete();
  await trx('agenda_clauses').where({ item_id: id }).delete();
  const persons = people.map((user_id) => ({ item_id: id, user_id }));
  const links = clauses.map((clause_id) => ({ item_id: id, clause_id }));
  if (persons.length > 0) await trx.batchInsert('agenda_people', persons, 100);
  if (links.length > 0) await trx.batchInsert('agenda_clauses', links, 100);
}

/** Item id → who was at that meeting, in the order in which they were written down. */
export async function listAttendees(db: Db, assessmentId: string): Promise<Map<string, Attendee[]>> {
  const rows: { item_id: string; name: string; position: string; present: boolean | number }[] = await db('meeting_attendees')
    .join('agenda_items', 'agenda_items.id', 'meeting_attendees.item_id')
    .where({ 'agenda_items.assessment_id': assessmentId })
    .orderBy(['meeting_attendees.item_id', 'meeting_attendees.place'])
    .select('meeting_attendees.item_id', 'meeting_attendees.name', 'meeting_attendees.position', 'meeting_attendees.present');
  const found = new Map<string, Attendee[]>();
  for (const { item_id, name, position, present } of rows)
    found.set(item_id, [...(found.get(item_id) ?? []), { name, position, present: Boolean(present) }]);
  return found;
}

export async function replaceAttendees(trx: Trx, itemId: string, attendees: readonly Attendee[]): Promise<void> {
  await trx('meeting_attendees').where({ item_id: itemId }).delete();
  const rows = attendees.map((attendee, index) => ({ item_id: itemId, place: index + 1, ...attendee }));
  if (rows.length > 0) await trx.batchInsert('meeting_attendees', rows, 100);
}

function toAgendaKind(value: string): AgendaKind {
  const kind = agendaKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of agenda item: ${value}`);
  return kind;
}

function toRow({ id, kind, title, day, from, to, siteId, revision }: AgendaItem): ItemRow {
  return { id, kind, title, day, from_time: from, to_time: to, site_id: siteId, revision };
}
