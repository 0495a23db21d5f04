import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { isLanguage, type Language } from '../../i18n/language.ts';
import { type DisputeDeed, disputeDeeds, disputeOutcomes } from '../../model/dispute-life.ts';
import type { Dispute } from './dispute.ts';

export const letterStates = ['waiting', 'sent', 'dead'] as const;
export type LetterState = (typeof letterStates)[number];

/** A letter to somebody outside, as the office sees it. */
export interface DisputeLetter {
  readonly deed: DisputeDeed;
  readonly state: LetterState;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly trouble: string | null;
}

/** A letter that a process has taken on, with what it tells of. */
export interface ClaimedLetter extends Pick<Dispute, 'number' | 'receivedAt' | 'answerDue' | 'outcome'> {
  readonly id: string;
  readonly deed: DisputeDeed;
  readonly text: string;
  readonly tries: number;
  /** null: taken out meanwhile. */
  readonly to: string | null;
  readonly language: Language;
}

export async function insertLetter(
  trx: Trx,
  letter: { readonly disputeId: string; readonly deed: DisputeDeed; readonly text: string; readonly at: Date },
): Promise<void> {
  const at = letter.at.toISOString();
  await trx('dispute_letters').insert({
    ...{ id: randomUUID(), dispute_id: letter.disputeId, deed: letter.deed, text: letter.text },
    ...{ state: 'waiting', tries: 0, created_at: at, next_try_at: at },
  });
}

/** Letters about one dispute, the first first. */
export async function listLetters(db: Db, disputeId: string): Promise<DisputeLetter[]> {
  const rows = await db('dispute_letters').where({ dispute_id: disputeId }).orderBy('created_at').limit(100);
  return rows.map((row) => ({
    deed: toDeed(row.deed),
    state: letterStates.find((known) => known === row.state) ?? 'dead',
    createdAt: row.created_at,
    sentAt: row.sent_at,
    trouble: row.trouble,
  }));
}

/** Ids of letters whose time has come, the oldest first. */
export async function listLettersToSend(db: Db, now: Date, most: number): Promise<string[]> {
  return db('dispute_letters')
    .where({ state: 'waiting' })
    .where('next_try_at', '<=', now.toISOString())
    .orderBy('created_at')
    .limit(most)
    .pluck('id');
}

/** Takes a letter on until then. null: another process was quicker. */
export async function claimLetter(trx: Trx, id: string, now: Date, until: Date): Promise<ClaimedLetter | null> {
  const taken = await trx('dispute_letters')
    .where({ id, state: 'waiting' })
    .where('next_try_at', '<=', now.toISOString())
    .update({ next_try_at: until.toISOString(), tries: trx.raw('tries + 1') });
  if (taken !== 1) return null;
  const row = await trx('dispute_letters')
    .join('disputes', 'disputes.id', 'dispute_letters.dispute_id')
    .where({ 'dispute_letters.id': id })
    .first(
      ...['dispute_letters.deed', 'dispute_letters.text', 'dispute_letters.tries', 'disputes.number', 'disputes.received_at'],
      ...['disputes.answer_due', 'disputes.outcome', 'disputes.from_email', 'disputes.from_language'],
    );
  return {
    id,
    deed: toDeed(row.deed),
    text: row.text,
    tries: row.tries,
    number: row.number,
    receivedAt: row.received_at,
    answerDue: row.answer_due,
    outcome: disputeOutcomes.find((known) => known === row.outcome) ?? null,
    to: row.from_email,
    language: isLanguage(row.from_language) ? row.from_language : 'zh-CN',
  };
}

export async function markLetterSent(trx: Trx, id: string, at: Date): Promise<void> {
  await trx('dispute_letters').where({ id }).update({ state: 'sent', sent_at: at.toISOString(), trouble: null });
}

/** `next` null: given up. */
export async function markLetterFailed(trx: Trx, id: string, trouble: string, next: Date | null): Promise<void> {
  const change = next ? { next_try_at: next.toISOString() } : { state: 'dead' };
  await trx('dispute_letters')
    .where({ id })
    .update({ ...change, trouble: trouble.slice(0, 500) });
}

function toDeed(value: string): DisputeDeed {
  const deed = disputeDeeds.find((known) => known === value);
  if (!deed) throw new Error(`The database holds a letter of an unknown step: ${value}`);
  return deed;
}
