/** What went wrong in the database, told by the driver's own codes. */
export type DatabaseTrouble = 'unique' | 'busy' | 'full' | 'read-only' | 'unreachable';

const troubleOfCode: Readonly<Record<string, DatabaseTrouble>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'unreachable',
  '23505': 'unique',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '53100': 'full',
  '25006': 'read-only',
  '57P01': 'unreachable',
  '57P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
};

/** null: not a trouble of the database, or none that a user could be told about. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'KnexTimeoutError') return 'busy';

  const code = 'code' in error ? String(error.code) : '';
  // sqlite3 gives one code for every broken constraint; only the message tells which.
  if (code === 'SQLITE_CONSTRAINT') return /UNIQUE|PRIMARY KEY/.test(error.message) ? 'unique' : null;
  return troubleOfCode[code] ?? null;
}
