import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Db, Trx } from '../../src/db/db.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/open-db.ts';
import { recordAuditEntry } from '../../src/features/audit-trail/audit-store.ts';
import { walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { isIntact, verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { type Figure, figure, times } from './figures.ts';

const single = 2_000;
const whole = 100_000;
const aDeed = 1_000;

/** Entries of the audit trail a second, each in a transaction of its own as a deed has one, and the check of a long chain. */
export async function measureTrail(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-trail-'));
  const db = openSqlite(join(folder, 'assay.sqlite'));
  try {
    await migrate(db);
    await db.schema.createTable('bare_entries', (table) => {
      for (const name of ['id', 'at', 'deed', 'subject', 'subject_id', 'details']) table.text(name);
    });
    const bare = await secondsFor(db, single, insertBare);
    const chained = await secondsFor(db, single, record);
    for (let number = single; number < whole; number += aDeed) await db.transaction((trx) => recordMany(trx, number));

    const begun = performance.now();
    const check = await verifyTrail(walkChain(db));
    const took = (performance.now() - begun) / 1000;
    if (!isIntact(check) || check.entries !== whole) throw new Error(`The chain has ${check.entries} entries in order.`);
    return [
      figure(
        'Audit trail: entries, each in a transaction of its own',
        `${perSecond(single, chained)} /s`,
        '',
        `bare insert: ${perSecond(single, bare)} /s, we take ${times(chained / bare)}`,
      ),
      figure('Audit trail: check of 100,000 entries', `${took.toFixed(2)} s`, '< 10 s', `${perSecond(whole, took)} entries /s`),
    ];
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsFor(db: Db, count: number, work: (trx: Trx, number: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let number = 0; number < count; number += 1) await db.transaction((trx) => work(trx, number));
  return (performance.now() - begun) / 1000;
}

const details = (number: number) => ({ clause: 'repair-records', revision: number, before: null, after: { note: '抽查二十份' } });

function insertBare(trx: Trx, number: number): Promise<unknown> {
  const row = {
    id: String(number),
    at: '2026-01-05T09:00:00.000Z',
    deed: 'rating.saved',
    subject: 'assessment',
    subject_id: 'a',
  };
  return trx('bare_entries').insert({ ...row, details: JSON.stringify(details(number)) });
}

function record(trx: Trx, number: number): Promise<void> {
  return recordAuditEntry(trx, {
    at: new Date(Date.UTC(2026, 0, 5) + number * 1000),
    actor: { id: null, origin: { address: '192.0.2.7', client: 'Chrome, Windows' } },
    deed: 'rating.saved',
    subject: 'assessment',
    subjectId: 'a',
    details: details(number),
  });
}

async function recordMany(trx: Trx, from: number): Promise<void> {
  for (let number = from; number < from + aDeed; number += 1) await record(trx, number);
}

function perSecond(count: number, seconds: number): string {
  return Math.round(count / seconds).toLocaleString('en');
}
