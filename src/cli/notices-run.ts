import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDepsWithoutCriteria } from '../deps.ts';
import { writeMail } from '../features/mail/send-mail.ts';
import { remindOfDue } from '../features/reminders/remind.ts';
import { message, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Reminds of what is due and sends mail once, as the server does by itself; letters that failed end with 1. */
export async function runNotices({ language, environment, output }: Session): Promise<ExitCode> {
  const deps = await openDepsWithoutCriteria(readConfig(environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    const told = await remindOfDue(deps);
    const { sent, failed } = await writeMail(deps);
    output.out(translator(language)('notices.cliDone', { told, sent, failed }));
    return failed > 0 ? exitCodes.problems : exitCodes.fine;
  } finally {
    await deps.db.destroy();
  }
}
