import type { Knex } from 'knex';

/** For reading: the pool, or the transaction one is in. */
export type Db = Knex;

/** For writing: always a transaction, so that a change and its audit entry stand or fall together. */
export type Trx = Knex.Transaction;

/** What can go wrong in a database, whichever it is. */
export type DatabaseTrouble = 'unique' | 'busy' | 'full' | 'read-only' | 'unreachable';
