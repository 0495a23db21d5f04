import type { Deps } from '../../deps.ts';
import { dayOf, formatters } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { backOff, mostTries } from '../../model/mail-rhythm.ts';
import { escapeHtml } from '../../web/views.ts';
import type { Composed } from '../mail/compose-mail.ts';
import { type Mailer, MailRefused, mailerSettings, openMailer } from '../mail/mailer.ts';
import { type ClaimedLetter, claimLetter, listLettersToSend, markLetterFailed, markLetterSent } from './dispute-letter-store.ts';

/** A process that has not sent a letter in that time is taken to be gone. */
const lease = 5 * 60_000;
const mostInRound = 100;

/** Sends the letters to complainants that wait. Gives how many were sent. Without a mail server nothing is done. */
export async function sendDisputeLetters(
  deps: Deps,
  open: (settings: Parameters<typeof openMailer>[0]) => Mailer = openMailer,
): Promise<number> {
  const settings = mailerSettings(deps.config);
  if (!settings) return 0;
  const ids = await listLettersToSend(deps.db, deps.clock(), mostInRound);
  if (ids.length === 0) return 0;
  const mailer = open(settings);
  let sent = 0;
  try {
    for (const id of ids) sent += (await sendOne(deps, mailer, id)) ? 1 : 0;
  } finally {
    mailer.close();
  }
  return sent;
}

/** No transaction is open while the server is talked to. */
async function sendOne({ db, clock, config, log }: Deps, mailer: Mailer, id: string): Promise<boolean> {
  const now = clock();
  const letter = await db.transaction((trx) => claimLetter(trx, id, now, new Date(now.getTime() + lease)));
  if (!letter) return false;
  try {
    if (letter.to === null) throw new MailRefused('There is no address any more.');
    await mailer.send(id, letter.to, composeLetter(letter, config.timeZone));
    await db.transaction((trx) => markLetterSent(trx, id, clock()));
    return true;
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    const givenUp = error instanceof MailRefused || letter.tries >= mostTries;
    const next = givenUp ? null : new Date(clock().getTime() + backOff(letter.tries));
    await db.transaction((trx) => markLetterFailed(trx, id, trouble, next));
    log.warn({ letter: id, tries: letter.tries, givenUp, trouble }, 'a letter to a complainant could not be sent');
    return false;
  }
}

/**
 * What a complainant is told of a step. Nothing of what was typed without a sign-in stands in it: whoever names the address
 * of somebody else cannot have words of their own sent there.
 */
export function composeLetter(letter: Omit<ClaimedLetter, 'id' | 'to' | 'tries'>, timeZone: string): Composed {
  const { number, language } = letter;
  const t = translator(language);
  const lines = [t('disputes.letter.about', { number, day: longDay(dayOf(new Date(letter.receivedAt), timeZone), language) })];
  if (letter.deed === 'acknowledge') lines.push(t('disputes.letter.acknowledge'));
  if (letter.deed === 'acknowledge' && letter.answerDue)
    lines.push(t('disputes.letter.answerDue', { day: longDay(letter.answerDue, language) }));
  if (letter.deed === 'answer') lines.push(t('disputes.letter.answer'));
  if (letter.deed === 'close' && letter.outcome)
    lines.push(t('disputes.letter.close', { outcome: t(`disputes.outcome.${letter.outcome}`) }));
  if (letter.deed === 'dismiss') lines.push(t('disputes.letter.dismiss'));
  if (letter.text) lines.push(letter.text);
  lines.push(t('disputes.letter.end'));
  const subject = t('disputes.letter.subject', { number });
  return { subject, text: lines.join('\n\n'), html: htmlOf(lines, language) };

  function longDay(day: string, wanted: Language): string {
    return formatters(wanted, timeZone).longDate(day);
  }
}

function htmlOf(lines: readonly string[], language: Language): string {
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8">`,
    '<body style="font-family:sans-serif;font-size:15px;line-height:1.6;color:#1d2433">',
    ...lines.map((line) => `<p style="white-space:pre-line">${escapeHtml(line)}</p>`),
    '</body></html>',
  ].join('\n');
}
