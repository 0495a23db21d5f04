import type { Db, Trx } from '../../db/db.ts';

/** Why a letter with a link to set a password is sent. */
export const letterKinds = ['reset', 'invitation'] as const;
export type LetterKind = (typeof letterKinds)[number];

interface LetterRow {
  readonly sign_in_key: string;
  readonly kind: string;
  readonly created_at: string;
  readonly sent_at: string | null;
  readonly tries: number;
}

export interface WaitingLetter {
  readonly signInKey: string;
  readonly kind: LetterKind;
}

/** Notes that a letter is wanted, the same for names that nobody has. While one is under way, more wishes change nothing. */
export async function requestLetter(trx: Trx, signInKey: string, kind: LetterKind, now: Date): Promise<void> {
  await trx<LetterRow>('account_letters')
    .insert({ sign_in_key: signInKey, kind, created_at: now.toISOString(), sent_at: null, tries: 0 })
    .onConflict('sign_in_key')
    .ignore();
}

/** Letters that wait and were tried less than five times, the oldest first. */
export async function listWaitingLetters(db: Db, most: number): Promise<WaitingLetter[]> {
  const rows = await db<LetterRow>('account_letters')
    .where({ sent_at: null })
    .where('tries', '<', 5)
    .orderBy('created_at')
    .limit(most)
    .select('sign_in_key', 'kind');
  return rows.map((row) => ({ signInKey: row.sign_in_key, kind: row.kind === 'invitation' ? 'invitation' : 'reset' }));
}

export async function countTry(trx: Trx, signInKey: string): Promise<void> {
  await trx<LetterRow>('account_letters').where({ sign_in_key: signInKey }).increment('tries', 1);
}

/** Sent, or for a name that gets none: the row stays for a while, so that nobody is written to again and again. */
export async function markLetterDone(trx: Trx, signInKey: string, now: Date): Promise<void> {
  await trx<LetterRow>('account_letters').where({ sign_in_key: signInKey }).update({ sent_at: now.toISOString() });
}

/** Forgets what was done or given up before that time, so that another letter can be asked for. */
export async function deleteOldLetters(trx: Trx, before: Date): Promise<void> {
  await trx<LetterRow>('account_letters')
    .where('created_at', '<', before.toISOString())
    .where((over) => over.whereNotNull('sent_at').orWhere('tries', '>=', 5))
    .delete();
}
