import type { Knex } from 'knex';

/** For reading: the pool, or the transaction one is in. */
export type Db = Knex;

/** For writing: always a transaction, so that a change and its audit entry stand or fall together. */
export type Trx = Knex.Transaction;
