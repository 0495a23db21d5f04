import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { type TextKey, texts } from '../../i18n/texts.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { pageSize } from '../../web/paging.ts';

/** A notice as it stands in somebody's inbox. */
export interface StoredNotice {
  readonly id: string;
  readonly at: string;
  readonly text: Message;
  readonly href: string;
  readonly assessment: { readonly id: string; readonly number: string; readonly organizationName: string } | null;
  readonly read: boolean;
}

interface NoticeRow {
  readonly id: string;
  readonly at: string;
  readonly text_key: string;
  readonly parameters: string;
  readonly href: string;
  readonly read_at: string | null;
  readonly assessment_id: string | null;
  readonly number: string | null;
  readonly organization_name: string | null;
}

export type InboxFilter = 'unread' | 'all';

export async function countUnread(db: Db, userId: string): Promise<number> {
  const row = await db('notices').where({ user_id: userId, read_at: null }).count({ total: '*' }).first();
  return Number(row?.total ?? 0);
}

/** One page of somebody's inbox, the newest first, and how many there are. */
export async function listInbox(
  db: Db,
  userId: string,
  filter: InboxFilter,
  { page, size = pageSize }: { readonly page: number; readonly size?: number },
): Promise<{ notices: StoredNotice[]; total: number }> {
  const narrow = (query: Knex.QueryBuilder) => {
    query.where('notices.user_id', userId);
    if (filter === 'unread') query.whereNull('notices.read_at');
  };
  const total = await db('notices').modify(narrow).count({ total: '*' }).first();
  const rows: NoticeRow[] = await noticesOf(db)
    .modify(narrow)
    .orderBy([
      { column: 'notices.at', order: 'desc' },
      { column: 'notices.id', order: 'desc' },
    ])
    .limit(size)
    .offset((page - 1) * size);
  return { notices: rows.map(toNotice), total: Number(total?.total ?? 0) };
}

/** The notices of one letter in the order in which they came. */
export async function listNoticesOfMail(db: Db, mailId: string): Promise<StoredNotice[]> {
  const rows: NoticeRow[] = await noticesOf(db)
    .where({ 'notices.mail_id': mailId })
    .orderBy(['notices.at', 'notices.id'])
    .limit(200);
  return rows.map(toNotice);
}

/** Where a notice leads; null when it is not this person's. Marks it as read. */
export async function markRead(trx: Trx, userId: string, id: string, at: Date): Promise<string | null> {
  const row: { href: string } | undefined = await trx('notices').where({ id, user_id: userId }).first('href');
  await trx('notices').where({ id, user_id: userId, read_at: null }).update({ read_at: at.toISOString() });
  return row?.href ?? null;
}

/** Marks as read all that was there by then: what came while the person was reading stays unread. */
export async function markAllRead(trx: Trx, userId: string, until: string, at: Date): Promise<number> {
  return trx('notices').where({ user_id: userId, read_at: null }).where('at', '<=', until).update({ read_at: at.toISOString() });
}

function noticesOf(db: Db) {
  return db('notices')
    .leftJoin('assessments', 'assessments.id', 'notices.assessment_id')
    .leftJoin('organizations', 'organizations.id', 'assessments.organization_id')
    .select('notices.*', 'assessments.number', 'organizations.name as organization_name');
}

function toNotice(row: NoticeRow): StoredNotice {
  const { id, at, href, assessment_id, number } = row;
  return {
    id,
    at,
    href,
    text: toMessage(row),
    assessment:
      assessment_id !== null && number !== null
        ? { id: assessment_id, number, organizationName: row.organization_name ?? '' }
        : null,
    read: row.read_at !== null,
  };
}

/** A text that an earlier version wrote and this one no longer has is replaced, not a reason to show no inbox. */
function toMessage({ text_key, parameters }: NoticeRow): Message {
  return isKey(text_key) ? { key: text_key, parameters: JSON.parse(parameters) } : message('notices.outdated');
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}
