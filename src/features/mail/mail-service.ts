import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findMailSettings, type MailSettings, updateMailSettings } from './mail-settings-store.ts';
import { reviveMail } from './mail-store.ts';

/** Changes where and how often somebody is written to. */
export async function chooseMail(deps: Deps, actor: Actor, after: MailSettings): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await findMailSettings(trx, actor.id);
    await updateMailSettings(trx, actor.id, after);
    const about = { subject: 'account', subjectId: actor.id };
    await recordAuditEntry(trx, { at, actor, deed: 'account.mail-changed', ...about, details: { before, after } });
  });
}

/** Tries a letter again that was given up. Throws `not_found`. */
export async function retryMail(deps: Deps, actor: Actor, id: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if (!(await reviveMail(trx, id, at))) throw new AppError('not_found', message('error.notFound'));
    await recordAuditEntry(trx, { at, actor, deed: 'mail.retried', subject: 'mail', subjectId: id });
  });
}
