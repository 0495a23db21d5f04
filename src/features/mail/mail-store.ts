import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { isLanguage, type Language } from '../../i18n/language.ts';
import type { Waiting } from '../../model/mail-rhythm.ts';
import { pageSize } from '../../web/paging.ts';
import { toChoice } from './mail-settings-store.ts';

/** Somebody for whom notices wait that were not written yet. */
export interface Reader extends Waiting {
  readonly userId: string;
}

/** A letter that a process has taken on. */
export interface ClaimedMail {
  readonly id: string;
  readonly userId: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly language: Language | null;
  readonly tries: number;
}

export const mailStates = ['waiting', 'sent', 'dead'] as const;
export type MailState = (typeof mailStates)[number];

/** A letter as the office sees it. */
export interface ListedMail {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly state: MailState;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly nextTryAt: string;
  readonly tries: number;
  readonly trouble: string | null;
}

interface ReaderRow {
  readonly user_id: string;
  readonly mail_choice: string;
  readonly oldest: string;
  readonly last_letter: string | null;
}

/** Active people with an address and unread notices since that time that no letter has; at most a thousand at once. */
export async function listReaders(db: Db, since: Date): Promise<Reader[]> {
  const rows: ReaderRow[] = await db('notices')
    .join('users', 'users.id', 'notices.user_id')
    .where({ 'notices.mail_id': null, 'notices.read_at': null, 'users.active': true })
    .whereNotNull('users.email')
    .whereNot('users.mail_choice', 'never')
    .where('notices.at', '>=', since.toISOString())
    .groupBy('notices.user_id', 'users.mail_choice')
    .orderBy('notices.user_id')
    .limit(1000)
    .select('notices.user_id', 'users.mail_choice')
    .min({ oldest: 'notices.at' })
    .select(db('mails').whereRaw('mails.user_id = notices.user_id').max('created_at').as('last_letter'));
  return rows.map((row) => ({
    userId: row.user_id,
    choice: toChoice(row.mail_choice),
    oldest: new Date(row.oldest),
    lastLetter: row.last_letter === null ? null : new Date(row.last_letter),
  }));
}

/** Makes a letter of all that waits for somebody. False when there is nothing: another process was quicker. */
export async function gatherMail(trx: Trx, userId: string, since: Date, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const id = randomUUID();
  await trx('mails').insert({ id, user_id: userId, created_at: at, state: 'waiting', next_try_at: at });
  const taken = await trx('notices')
    .where({ user_id: userId, mail_id: null, read_at: null })
    .where('at', '>=', since.toISOString())
    .update({ mail_id: id, mailed_at: at });
  if (taken === 0) await trx('mails').where({ id }).delete();
  return taken > 0;
}

/** Ids of letters whose time has come, the oldest first. */
export async function listMailsToSend(db: Db, now: Date, most: number): Promise<string[]> {
  return db('mails')
    .where({ state: 'waiting' })
    .where('next_try_at', '<=', now.toISOString())
    .where((free) => free.whereNull('claimed_until').orWhere('claimed_until', '<', now.toISOString()))
    .orderBy('created_at')
    .limit(most)
    .pluck('id');
}

/** Takes a letter on for this process; null when another has it. The try is counted before it is made. */
export async function claimMail(trx: Trx, id: string, now: Date, until: Date): Promise<ClaimedMail | null> {
  const claimed = await trx('mails')
    .where({ id, state: 'waiting' })
    .where('next_try_at', '<=', now.toISOString())
    .where((free) => free.whereNull('claimed_until').orWhere('claimed_until', '<', now.toISOString()))
    .update({ claimed_until: until.toISOString(), tries: trx.raw('tries + 1') });
  if (claimed === 0) return null;
  const row = await trx('mails')
    .join('users', 'users.id', 'mails.user_id')
    .where({ 'mails.id': id })
    .first('mails.id', 'mails.user_id', 'mails.tries', 'users.email', 'users.active', 'users.language');
  return {
    id,
    userId: row.user_id,
    email: row.email,
    active: Boolean(row.active),
    language: isLanguage(row.language) ? row.language : null,
    tries: row.tries,
  };
}

export async function markSent(trx: Trx, id: string, at: Date): Promise<void> {
  await trx('mails').where({ id }).update({ state: 'sent', sent_at: at.toISOString(), claimed_until: null, trouble: null });
}

/** `nextTry` null: the letter is given up. */
export async function markFailed(trx: Trx, id: string, trouble: string, nextTry: Date | null): Promise<void> {
  const values = { claimed_until: null, trouble: trouble.slice(0, 500) };
  if (nextTry === null)
    await trx('mails')
      .where({ id })
      .update({ ...values, state: 'dead' });
  else
    await trx('mails')
      .where({ id })
      .update({ ...values, next_try_at: nextTry.toISOString() });
}

/** Lets a letter that was given up be tried again. False when it was not given up. */
export async function reviveMail(trx: Trx, id: string, at: Date): Promise<boolean> {
  const values = { state: 'waiting', tries: 0, next_try_at: at.toISOString(), claimed_until: null };
  return (await trx('mails').where({ id, state: 'dead' }).update(values)) === 1;
}

/** One page of the letters in a state, the newest first. */
export async function listMails(db: Db, state: MailState, page: number): Promise<{ rows: ListedMail[]; total: number }> {
  const total = await db('mails').where({ state }).count({ total: '*' }).first();
  const rows = await db('mails')
    .join('users', 'users.id', 'mails.user_id')
    .where({ 'mails.state': state })
    .orderBy([
      { column: 'mails.created_at', order: 'desc' },
      { column: 'mails.id', order: 'desc' },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('mails.*', 'users.name', 'users.email');
  return { rows: rows.map(toListed), total: Number(total?.total ?? 0) };
}

/** State → how many letters are in it. */
export async function countMails(db: Db): Promise<Record<MailState, number>> {
  const rows: { state: string; total: number | string }[] = await db('mails')
    .groupBy('state')
    .select('state')
    .count({ total: '*' });
  const of = (state: MailState) => Number(rows.find((row) => row.state === state)?.total ?? 0);
  return { waiting: of('waiting'), sent: of('sent'), dead: of('dead') };
}

interface MailRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly state: string;
  readonly created_at: string;
  readonly sent_at: string | null;
  readonly next_try_at: string;
  readonly tries: number;
  readonly trouble: string | null;
}

function toListed(row: MailRow): ListedMail {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    state: mailStates.find((known) => known === row.state) ?? 'dead',
    createdAt: row.created_at,
    sentAt: row.sent_at,
    nextTryAt: row.next_try_at,
    tries: row.tries,
    trouble: row.trouble,
  };
}
