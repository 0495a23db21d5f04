import knex from 'knex';
import { expect, onTestFinished, test } from 'vitest';
import type { Db, Trx } from '../../src/db/db.ts';
import { isPostgres, openSqlite } from '../../src/db/open-db.ts';
import { postgresSettings } from '../../src/db/postgres.ts';
import { contentHash, type EntryContent, linkHash, noHash } from '../../src/features/audit-trail/audit-chain.ts';
import { recordAuditEntry } from '../../src/features/audit-trail/audit-store.ts';
import { keepHead, keptHeadPath, readKeptHead } from '../../src/features/audit-trail/kept-head.ts';
import { findOptionalHead, walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { isIntact, verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenEntries, tamper } from '../support/tamper.ts';
import { addressOf, fileOf } from '../support/trouble.ts';

const check = async ({ deps }: TestApp, kept: Parameters<typeof verifyTrail>[1] = []) => verifyTrail(walkChain(deps.db, 2), kept);

async function givenChain(count: number): Promise<TestApp> {
  const app = await startTestApp();
  await givenEntries(app, count);
  return app;
}

const at = (trx: Trx, place: number) => trx('audit_entries').where({ place });

test('entries hang together from the first to the last', async () => {
  const app = await givenChain(5);
  const entries = await app.deps.db('audit_entries').orderBy('place');
  expect(entries.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
  expect(entries[0].previous_hash).toBe(noHash);
  expect(entries.slice(1).map(({ previous_hash }) => previous_hash)).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
  expect(entries[0]).toMatchObject({ address: '192.0.2.7', client: 'Chrome, Windows', actor_id: app.people.ada.id });

  const found = await check(app);
  expect(found).toMatchObject({ entries: 5, fault: null, stepsBack: 0, head: { place: 5, hash: entries[4].hash } });
  expect(isIntact(found)).toBe(true);
});

test.each([
  ['changed', (trx: Trx) => at(trx, 2).update({ at: '2020-01-01T00:00:00.000Z' })],
  ['deleted', (trx: Trx) => at(trx, 2).delete()],
  ['emptied', (trx: Trx) => trx('audit_entries').delete()],
])('the database refuses that an entry is %s', async (_, change) => {
  const app = await givenChain(3);
  await expect(app.deps.db.transaction((trx) => change(trx))).rejects.toThrow('only ever added');
  expect(isIntact(await check(app))).toBe(true);
});

test('the database refuses to replace or truncate entries', async () => {
  const app = await givenChain(3);
  const { db } = app.deps;
  const [first] = await db('audit_entries').where({ place: 2 });
  const attempt = isPostgres(db)
    ? db.raw('TRUNCATE audit_entries')
    : db.raw('INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE place = ?', [first.place]);
  await expect(attempt).rejects.toThrow('only ever added');
});

test.each([
  ['who', { actor_id: null }],
  ['when', { at: '2026-01-15T09:00:00.001Z' }],
  ['from where', { address: '203.0.113.9' }],
  ['with what', { client: null }],
  ['what', { deed: 'site.added' }],
  ['to what', { subject_id: 'another site' }],
  ['before and after', { details: '{}' }],
  ['the hash', { hash: 'f'.repeat(64) }],
])('an entry in which somebody changed %s is found', async (_, change) => {
  const app = await givenChain(5);
  await tamper(app, (trx) => at(trx, 3).update(change));
  const found = await check(app);
  expect(found.fault).toEqual({ place: 3, kind: 'altered' });
  expect(isIntact(found)).toBe(false);
});

test('an entry that was changed and given a hash of its own is found by the next', async () => {
  const app = await givenChain(5);
  await tamper(app, async (trx) => {
    const row = await at(trx, 3).first();
    await at(trx, 3).update({ deed: 'site.added', hash: rehash({ ...row, deed: 'site.added' }) });
  });
  expect((await check(app)).fault).toEqual({ place: 4, kind: 'detached' });
});

test.each([
  ['in the middle', 3, { place: 3, kind: 'missing' }],
  ['at the beginning', 1, { place: 1, kind: 'missing' }],
])('an entry removed %s is found', async (_, place, fault) => {
  const app = await givenChain(5);
  await tamper(app, (trx) => at(trx, place).delete());
  expect((await check(app)).fault).toEqual(fault);
});

test('an entry removed so that the others close up is found', async () => {
  const app = await givenChain(5);
  await tamper(app, async (trx) => {
    await at(trx, 3).delete();
    await at(trx, 4).update({ place: 3 });
    await at(trx, 5).update({ place: 4 });
  });
  expect((await check(app)).fault).toEqual({ place: 3, kind: 'altered' });
});

test('an entry inserted between others is found', async () => {
  const app = await givenChain(5);
  await tamper(app, async (trx) => {
    const row = await at(trx, 3).first();
    for (const place of [5, 4, 3]) await at(trx, place).update({ place: place + 1 });
    await trx('audit_entries').insert({ ...row, place: 3, hash: rehash(row) });
  });
  // The inserted entry stands here in the place of one that was recorded there: the next one gives it away.
  expect((await check(app)).fault).toEqual({ place: 4, kind: 'altered' });
});

test('entries that changed places are found', async () => {
  const app = await givenChain(5);
  await tamper(app, async (trx) => {
    await at(trx, 2).update({ place: 99 });
    await at(trx, 4).update({ place: 2 });
    await at(trx, 99).update({ place: 4 });
  });
  expect((await check(app)).fault).toEqual({ place: 2, kind: 'altered' });
});

test('a trail whose end was cut off is whole in itself, and found by a head that was kept', async () => {
  const app = await givenChain(5);
  expect(await keepHead(app.deps)).toBe(true);
  const kept = await readKeptHead(app.deps);
  if (typeof kept !== 'object') throw new Error(kept);
  expect(kept.head.place).toBe(5);

  await tamper(app, (trx) => trx('audit_entries').where('place', '>', 3).delete());
  expect((await check(app)).fault).toBe(null);
  const found = await check(app, [kept.head]);
  expect(found.keptHeads).toMatchObject([{ fault: 'cut-off' }]);
  expect(isIntact(found)).toBe(false);
  // The alarm must not be overwritten by what is left.
  expect(await keepHead(app.deps)).toBe(false);
  expect(await readKeptHead(app.deps)).toEqual(kept);
});

test('a chain that was wholly rewritten is found by a head that was kept', async () => {
  const app = await givenChain(4);
  const head = await findOptionalHead(app.deps.db);
  await tamper(app, (trx) => trx('audit_entries').delete());
  await givenEntries(app, 3);
  await givenEntries(app, 3);
  const found = await check(app, head ? [head] : []);
  expect(found.fault).toBe(null);
  expect(found.keptHeads).toMatchObject([{ fault: 'differs' }]);
});

test('a kept head that somebody else wrote is not believed', async () => {
  const app = await givenChain(2);
  await keepHead(app.deps);
  expect(await readKeptHead({ ...app.deps, sessionSecret: 'another secret' })).toBe('unsealed');
  expect(keptHeadPath(app.deps).startsWith(app.deps.config.dataFolder)).toBe(true);
});

test('a clock that was set back changes no order, and is told', async () => {
  let now = new Date('2026-01-15T09:00:00Z');
  const app = await startTestApp({ clock: () => now });
  await givenEntries(app, 1);
  now = new Date('2025-01-15T09:00:00Z');
  await givenEntries(app, 2);
  const found = await check(app);
  expect(isIntact(found)).toBe(true);
  expect(found.stepsBack).toBe(1);
  expect(found.firstStepsBack).toEqual([{ place: 2, from: '2026-01-15T09:01:00.000Z', to: '2025-01-15T09:01:00.000Z' }]);
});

test('many that write at once, over connections of their own, make one chain', async () => {
  const app = await startTestApp();
  const { db } = app.deps;
  const others = [1, 2, 3].map(() => openAgain(db));
  const write = (to: Db, number: number) =>
    to.transaction(async (trx) => {
      await recordAuditEntry(trx, entry(`${number}`));
      await trx('users')
        .where({ id: app.people.bo.id })
        .update({ registration_number: `${number}` });
    });
  const writes = [db, ...others].flatMap((to, index) => Array.from({ length: 10 }, (_, n) => write(to, index * 10 + n)));
  await Promise.all(writes);
  const found = await check(app);
  expect(found).toMatchObject({ entries: 40, fault: null });
});

test('two deeds that take locks after their entry do not wait for each other in a ring', async () => {
  const app = await startTestApp();
  const { db } = app.deps;
  if (!isPostgres(db)) return; // SQLite lets in one writer at a time.
  const [ada, bo] = [app.people.ada.id, app.people.bo.id];
  const touch = (trx: Trx, id: string) => trx('users').where({ id }).update({ registration_number: 'x' });
  let firstHasAda: () => void = () => undefined;
  const adaIsHeld = new Promise<void>((done) => {
    firstHasAda = done;
  });
  const first = db.transaction(async (trx) => {
    await touch(trx, ada);
    firstHasAda();
    await recordAuditEntry(trx, entry('first'));
    await touch(trx, ada);
  });
  // Records first, then needs the row that the other holds until it has recorded.
  const second = db.transaction(async (trx) => {
    await recordAuditEntry(trx, entry('second'));
    await adaIsHeld;
    await touch(trx, ada);
    await touch(trx, bo);
  });
  await Promise.all([first, second]);
  expect(await check(app)).toMatchObject({ entries: 2, fault: null });
});

test('a deed that fails leaves no entry and no gap', async () => {
  const app = await givenChain(1);
  const failing = app.deps.db.transaction(async (trx) => {
    await recordAuditEntry(trx, entry('lost'));
    throw new Error('the deed fails');
  });
  await expect(failing).rejects.toThrow('the deed fails');
  await givenEntries(app, 1);
  expect(await check(app)).toMatchObject({ entries: 2, fault: null });
});

function entry(subjectId: string) {
  return { at: new Date('2026-01-15T09:00:00Z'), actor: null, deed: 'site.added', subject: 'site', subjectId } as const;
}

/** The same database as another process sees it. */
function openAgain(db: Db): Db {
  const other = isPostgres(db) ? knex(postgresSettings(addressOf(db))) : openSqlite(fileOf(db));
  onTestFinished(() => other.destroy());
  return other;
}

/** What a forger puts under an entry who knows how hashes are made. */
function rehash(row: Record<string, string | null> & { place: number; previous_hash: string }): string {
  const content: EntryContent = {
    at: row.at ?? '',
    actorId: row.actor_id ?? null,
    deed: row.deed ?? '',
    subject: row.subject ?? '',
    subjectId: row.subject_id ?? '',
    address: row.address ?? null,
    client: row.client ?? null,
    details: row.details ?? '',
  };
  return linkHash(row.place, row.previous_hash, contentHash(content));
}
