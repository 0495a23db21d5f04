import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDepsWithoutCriteria } from '../deps.ts';
import { findOptionalAccount } from '../features/accounts/account-store.ts';
import { insertPasswordLink, linkDays } from '../features/accounts/password-link-store.ts';
import { recordAuditEntry } from '../features/audit-trail/audit-store.ts';
import { message, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { commandOrigin } from '../model/origin.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Prints a one-time link with which that person sets a new password: the way back in when nobody can sign in any more. */
export async function offerPassword(signInName: string, { language, environment, output }: Session): Promise<ExitCode> {
  const deps = await openDepsWithoutCriteria(readConfig(environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    const account = await findOptionalAccount(deps.db, { signInName });
    if (!account?.active) throw new AppError('not_found', message('cli.noSuchUser', { name: signInName }));

    const at = deps.clock();
    const token = await deps.db.transaction(async (trx) => {
      await recordAuditEntry(trx, {
        at,
        actor: { id: null, origin: commandOrigin },
        deed: 'account.password-link-made',
        subject: 'account',
        subjectId: account.id,
      });
      return insertPasswordLink(trx, account.id, at);
    });
    output.out(translator(language)('cli.passwordLink', { name: account.name, days: linkDays }));
    output.out(`${deps.config.address}/password/${token}`);
    return exitCodes.fine;
  } finally {
    await deps.db.destroy();
  }
}
