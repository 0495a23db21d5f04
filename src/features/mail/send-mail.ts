import type { Deps } from '../../deps.ts';
import { dayOf, startOfDay } from '../../i18n/format.ts';
import { backOff, isTimeToWrite, mostTries } from '../../model/mail-rhythm.ts';
import { listNoticesOfMail } from '../notices/inbox-store.ts';
import { composeMail } from './compose-mail.ts';
import { type ClaimedMail, claimMail, gatherMail, listMailsToSend, listReaders, markFailed, markSent } from './mail-store.ts';
import { type Mailer, MailRefused, mailerSettings, openMailer } from './mailer.ts';

/** What one round has done. */
export interface MailRound {
  readonly gathered: number;
  readonly sent: number;
  readonly failed: number;
}

const day = 24 * 60 * 60 * 1000;
/** Older notices are not written about: who switches mail on does not get letters about long ago. */
const oldest = 3 * day;
/** A process that has not sent a letter in that time is taken to be gone. */
const lease = 5 * 60 * 1000;
const mostInRound = 200;

/**
 * Gathers what waits into letters and sends those whose time has come. Does nothing where mail is not configured. Processes
 * that do it at once share the work: notices and letters are claimed row by row.
 */
export async function writeMail(
  deps: Deps,
  open: (settings: Parameters<typeof openMailer>[0]) => Mailer = openMailer,
): Promise<MailRound> {
  const settings = mailerSettings(deps.config);
  if (!settings) return { gathered: 0, sent: 0, failed: 0 };
  const gathered = await gatherLetters(deps);
  const ids = await listMailsToSend(deps.db, deps.clock(), mostInRound);
  if (ids.length === 0) return { gathered, sent: 0, failed: 0 };

  const mailer = open(settings);
  const outcomes: (boolean | null)[] = [];
  try {
    for (const id of ids) outcomes.push(await sendOne(deps, mailer, id));
  } finally {
    mailer.close();
  }
  const count = (wanted: boolean) => outcomes.filter((outcome) => outcome === wanted).length;
  return { gathered, sent: count(true), failed: count(false) };
}

async function gatherLetters({ db, clock, config }: Deps): Promise<number> {
  const now = clock();
  const since = new Date(now.getTime() - oldest);
  const midnight = startOfDay(dayOf(now, config.timeZone), config.timeZone);
  let gathered = 0;
  for (const reader of await listReaders(db, since)) {
    if (!isTimeToWrite(reader, now, midnight)) continue;
    if (await db.transaction((trx) => gatherMail(trx, reader.userId, since, now))) gathered += 1;
  }
  return gathered;
}

/** True: sent; false: not; null: another process had it. No transaction is open while the server is talked to. */
async function sendOne(deps: Deps, mailer: Mailer, id: string): Promise<boolean | null> {
  const { db, clock, log } = deps;
  const until = new Date(clock().getTime() + lease);
  const mail = await db.transaction((trx) => claimMail(trx, id, clock(), until));
  if (!mail) return null;
  try {
    await deliver(deps, mailer, mail);
    await db.transaction((trx) => markSent(trx, id, clock()));
    return true;
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    const givenUp = error instanceof MailRefused || mail.tries >= mostTries;
    const nextTry = givenUp ? null : new Date(clock().getTime() + backOff(mail.tries));
    await db.transaction((trx) => markFailed(trx, id, trouble, nextTry));
    log.warn({ mail: id, tries: mail.tries, givenUp, trouble }, 'a letter could not be sent');
    return false;
  }
}

async function deliver({ db, config }: Deps, mailer: Mailer, { id, email, active, language }: ClaimedMail): Promise<void> {
  if (email === null || !active) throw new MailRefused('The person has no address any more.');
  const notices = await listNoticesOfMail(db, id);
  if (notices.length === 0) throw new MailRefused('What it was about is gone.');
  await mailer.send(id, email, composeMail(notices, language ?? 'zh-CN', config.address));
}
