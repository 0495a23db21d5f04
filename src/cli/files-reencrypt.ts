import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDepsWithoutCriteria } from '../deps.ts';
import { resealFiles } from '../features/integrity/reseal-service.ts';
import { formatters } from '../i18n/format.ts';
import { message, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Encrypts every file with the present key, or writes all plain. Exit code 1 when one cannot be read or was changed. */
export async function reencryptFiles({ plain = false }: { readonly plain?: boolean }, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  const t = translator(language);
  const deps = await openDepsWithoutCriteria(readConfig(session.environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    if (deps.config.filesKeyFile === null) throw new AppError('conflict', message('files.noKey'));
    const { count } = formatters(language, deps.config.timeZone);
    const { written, kept, broken } = await resealFiles(deps, plain ? 'plain' : 'sealed');
    for (const { name, why } of broken) output.error(t('files.broken', { name, why }));
    output.out(t(plain ? 'files.decrypted' : 'files.encrypted', { written: count(written), kept: count(kept) }));
    if (broken.length === 0) return exitCodes.fine;
    output.error(t('files.notAll', { broken: count(broken.length) }));
    return exitCodes.problems;
  } finally {
    await deps.db.destroy();
  }
}
