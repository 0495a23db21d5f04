import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type MailChoice, mailChoices } from '../../model/mail-rhythm.ts';

/** Where and how often somebody is written to. */
export interface MailSettings {
  /** null: no letters. */
  readonly email: string | null;
  readonly mailChoice: MailChoice;
}

/** Throws `not_found`. */
export async function findMailSettings(db: Db, userId: string): Promise<MailSettings> {
  const row: { email: string | null; mail_choice: string } | undefined = await db('users')
    .where({ id: userId })
    .first('email', 'mail_choice');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return { email: row.email, mailChoice: toChoice(row.mail_choice) };
}

export async function updateMailSettings(trx: Trx, userId: string, { email, mailChoice }: MailSettings): Promise<void> {
  await trx('users').where({ id: userId }).update({ email, mail_choice: mailChoice });
}

export async function updateEmail(trx: Trx, userId: string, email: string | null): Promise<void> {
  await trx('users').where({ id: userId }).update({ email });
}

export function toChoice(value: string): MailChoice {
  return mailChoices.find((known) => known === value) ?? 'at-once';
}
