import { randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { translator } from '../../i18n/translate.ts';
import type { Origin } from '../../model/origin.ts';
import { escapeHtml } from '../../web/views.ts';
import { findOptionalAccount, signInKey } from '../accounts/account-store.ts';
import { addPasswordLink, linkDays } from '../accounts/password-link-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findMailSettings } from '../mail/mail-settings-store.ts';
import { type Mailer, mailerSettings, openMailer } from '../mail/mailer.ts';
import { beginAttempt } from '../sign-in-proofs/pace.ts';
import {
  countTry,
  deleteOldLetters,
  type LetterKind,
  listWaitingLetters,
  markLetterDone,
  requestLetter,
  type WaitingLetter,
} from './letter-store.ts';

/** Hours for which a link that somebody asked for by mail is good. */
export const resetHours = 1;

/** Minutes after which somebody can be written to again. */
const pause = 15 * 60_000;

/**
 * Notes that somebody wants to set a new password. Does the same work for every name: who has it is looked up later, when the
 * letter is written. Throws `invalid` after too many wishes from there.
 */
export async function askForReset(deps: Deps, signInName: string, origin: Origin): Promise<void> {
  await beginAttempt(deps, { who: `reset ${signInKey(signInName)}`, address: origin.address, device: null });
  await deps.db.transaction((trx) => requestLetter(trx, signInKey(signInName), 'reset', deps.clock()));
}

/** Writes the letters that wait. Gives how many were sent. Without a mail server nothing is done. */
export async function sendAccountLetters(
  deps: Deps,
  open: (settings: Parameters<typeof openMailer>[0]) => Mailer = openMailer,
): Promise<number> {
  const settings = mailerSettings(deps.config);
  if (!settings) return 0;
  await deps.db.transaction((trx) => deleteOldLetters(trx, new Date(deps.clock().getTime() - pause)));
  const waiting = await listWaitingLetters(deps.db, 100);
  if (waiting.length === 0) return 0;
  const mailer = open(settings);
  let sent = 0;
  try {
    for (const letter of waiting) sent += (await sendLetter(deps, mailer, letter)) ? 1 : 0;
  } finally {
    mailer.close();
  }
  return sent;
}

/** False for a name that gets no letter, and when the server did not take it. No transaction is open while it is talked to. */
async function sendLetter(deps: Deps, mailer: Mailer, letter: WaitingLetter): Promise<boolean> {
  const { db, clock, log } = deps;
  const account = await findOptionalAccount(db, { signInName: letter.signInKey });
  const email = account?.active ? (await findMailSettings(db, account.id)).email : null;
  if (!account || email === null) {
    await db.transaction((trx) => markLetterDone(trx, letter.signInKey, clock()));
    return false;
  }
  const hours = letter.kind === 'invitation' ? linkDays * 24 : resetHours;
  const token = await db.transaction(async (trx) => {
    await countTry(trx, letter.signInKey);
    await recordAuditEntry(trx, {
      at: clock(),
      actor: null,
      deed: letter.kind === 'invitation' ? 'account.invited-by-mail' : 'account.reset-mailed',
      subject: 'account',
      subjectId: account.id,
    });
    return addPasswordLink(trx, account.id, clock(), hours);
  });
  try {
    await mailer.send(randomUUID(), email, compose(letter.kind, account, `${deps.config.address}/password/${token}`));
    await db.transaction((trx) => markLetterDone(trx, letter.signInKey, clock()));
    return true;
  } catch (error) {
    log.warn({ err: error }, 'a letter with a link could not be sent');
    return false;
  }
}

function compose(kind: LetterKind, account: { name: string; signInName: string; language: 'zh-CN' | 'en' | null }, link: string) {
  const language = account.language ?? 'zh-CN';
  const t = translator(language);
  const { name, signInName } = account;
  const lines = [
    t('reset.hello', { name }),
    t(kind === 'invitation' ? 'reset.invited' : 'reset.asked', { signInName }),
    t(kind === 'invitation' ? 'reset.inviteLimit' : 'reset.limit', { days: linkDays, hours: resetHours }),
    ...(kind === 'reset' ? [t('reset.clears'), t('reset.notYou')] : []),
  ];
  const [hello = '', why = '', ...rest] = lines;
  const html = [hello, why].map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  const after = rest.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return {
    subject: `${t('frame.name')}: ${t(kind === 'invitation' ? 'reset.inviteSubject' : 'reset.subject')}`,
    text: [hello, why, link, ...rest].join('\n\n'),
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>${html}<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>${after}</body></html>`,
  };
}
