import { readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { openDb } from '../db/open-db.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Brings the database to the newest schema and prints what was applied. */
export async function migrateDatabase({ language, environment, output }: Session): Promise<ExitCode> {
  const t = translator(language);
  const db = openDb(readConfig(environment));
  try {
    const applied = await migrate(db);
    for (const name of applied) output.out(t('cli.migrationApplied', { name }));
    if (applied.length === 0) output.out(t('cli.migrationsDone'));
    return exitCodes.fine;
  } finally {
    await db.destroy();
  }
}
