import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import type { DatabaseTrouble } from './db.ts';

/**
 * Everything that knows the `sqlite3` driver. Another driver with the same interface (or `better-sqlite3`) goes in here
 * and nowhere else.
 */

const require = createRequire(import.meta.url);

type Connection = { run(sql: string, done: (error: Error | null) => void): void };
type Queries = { query(connection: unknown, sql: string): Promise<unknown> };
type TransactionClass = new (
  ...parameters: unknown[]
) => Queries & { readonly trxClient: Queries; rollback(connection: unknown, error: unknown): Promise<unknown> };

type ClientClass = Exclude<NonNullable<Knex.Config['client']>, string>;

const SqliteClient: ClientClass = require('knex/lib/dialects/sqlite3/index.js');
const KnexTransaction: TransactionClass = require('knex/lib/execution/transaction.js');

/**
 * Knex begins deferred transactions. Two processes that read and then write would both hold a read lock and one of them
 * fail at once with SQLITE_BUSY, whatever the busy timeout; taking the write lock at the start makes the second wait.
 */
class ImmediateTransaction extends KnexTransaction {
  begin(connection: unknown): Promise<unknown> {
    return this.query(connection, 'BEGIN IMMEDIATE;');
  }

  /**
   * On a full disk SQLite has rolled back by itself. ROLLBACK would then fail, and Knex report that failure in place of
   * the cause; after one more BEGIN, which is refused when the transaction is still open, it never fails.
   */
  override async rollback(connection: unknown, error: unknown): Promise<unknown> {
    await this.trxClient.query(connection, 'BEGIN').catch(() => undefined);
    return super.rollback(connection, error);
  }
}

class ImmediateSqliteClient extends SqliteClient {
  override transaction(...parameters: unknown[]): Knex.Transaction {
    return new ImmediateTransaction(this, ...parameters) as unknown as Knex.Transaction;
  }
}

const pragmas = [
  'PRAGMA busy_timeout = 5000',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = NORMAL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA temp_store = MEMORY',
];

/** Knex settings for an embedded database in that file. One connection: SQLite has one writer, and reads are short. */
export function sqliteSettings(filename: string): Knex.Config {
  return {
    client: ImmediateSqliteClient,
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      acquireTimeoutMillis: 15_000,
      afterCreate(connection: Connection, done: (error: Error | null) => void) {
        runInTurn(connection, pragmas, done);
      },
    },
  };
}

function runInTurn(connection: Connection, statements: readonly string[], done: (error: Error | null) => void): void {
  const [first, ...rest] = statements;
  if (first === undefined) done(null);
  else runPatiently(connection, first, 100, (error) => (error ? done(error) : runInTurn(connection, rest, done)));
}

/** SQLite does not wait with the change to WAL while another process opens the same new file: try again for five seconds. */
function runPatiently(connection: Connection, statement: string, triesLeft: number, done: (error: Error | null) => void): void {
  connection.run(statement, (error) => {
    const busy = error !== null && 'code' in error && error.code === 'SQLITE_BUSY';
    if (busy && triesLeft > 1) setTimeout(() => runPatiently(connection, statement, triesLeft - 1, done), 50);
    else done(error);
  });
}

const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'unreachable',
};

/** What an error of this driver means. It has one code for every broken constraint; only the message tells which. */
export function sqliteTrouble(code: string, text: string): DatabaseTrouble | null {
  if (code === 'SQLITE_CONSTRAINT') return /UNIQUE|PRIMARY KEY/.test(text) ? 'unique' : null;
  return troubles[code] ?? null;
}
