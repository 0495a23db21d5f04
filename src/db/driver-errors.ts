import type { DatabaseTrouble } from './db.ts';
import { postgresTrouble } from './postgres.ts';
import { sqliteTrouble } from './sqlite.ts';

/** What went wrong in the database; null: nothing of the database, or nothing that a user could be told about. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'KnexTimeoutError') return 'busy';

  const code = 'code' in error ? String(error.code) : '';
  return sqliteTrouble(code, error.message) ?? postgresTrouble(code);
}
