import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { isMigrated, migrate } from '../../src/db/migrate.ts';
import { isPostgres, openSqlite } from '../../src/db/open-db.ts';
import { postgresSettings } from '../../src/db/postgres.ts';
import { walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { projectRoot } from '../../src/project-root.ts';
import { startProgram } from '../support/programs.ts';

/** An empty database without any table, and how another process reaches it. */
async function givenEmptyDatabase(): Promise<{ open: () => Db; environment: Record<string, string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-migrate-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const opened: Db[] = [];
  onTestFinished(async () => {
    await Promise.all(opened.map((db) => db.destroy()));
  });
  const remember = (db: Db) => {
    opened.push(db);
    return db;
  };

  const template = inject('template');
  if (!template.startsWith('postgres:')) {
    return { open: () => remember(openSqlite(join(folder, 'assay.sqlite'))), environment: { ASSAY_DATA: folder } };
  }
  const address = new URL(template);
  address.pathname = '/postgres';
  const admin = remember(knex(postgresSettings(address.href)));
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await admin.raw(`CREATE DATABASE ${name}`);
  address.pathname = `/${name}`;
  return {
    open: () => remember(knex(postgresSettings(address.href))),
    environment: { ASSAY_DATA: folder, DATABASE_URL: address.href },
  };
}

/** Tables, columns and indexes as the database itself tells them, one line each. */
async function schemaOf(db: Db): Promise<string[]> {
  if (!isPostgres(db)) {
    const rows: { sql: string }[] = await db.raw(
      "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'",
    );
    return rows.map(({ sql }) => sql).sort();
  }
  const columns = await db.raw(
    "select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public'",
  );
  const indexes = await db.raw("select indexdef from pg_indexes where schemaname = 'public'");
  const constraints = await db.raw(
    "select conname, pg_get_constraintdef(oid) as def from pg_constraint where connamespace = 'public'::regnamespace",
  );
  const lines: object[] = [...columns.rows, ...indexes.rows, ...constraints.rows];
  return lines.map((line) => JSON.stringify(line)).sort();
}

interface Migration {
  up(db: Knex): Promise<void>;
  down(db: Knex): Promise<void>;
}

async function readMigrations(): Promise<Migration[]> {
  const folder = join(projectRoot, 'migrations');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return Promise.all(files.map((name) => import(pathToFileURL(join(folder, name)).href)));
}

test('an empty database is brought to the newest schema once', async () => {
  const { open } = await givenEmptyDatabase();
  const db = open();

  expect(await isMigrated(db)).toBe(false);
  expect(await migrate(db)).toEqual(expect.arrayContaining(['0001-accounts', '0002-assessments', '0003-evidence']));
  expect(await isMigrated(db)).toBe(true);
  expect(await migrate(db)).toEqual([]);
});

test('every migration can be taken back and made again, step by step', async () => {
  const { open } = await givenEmptyDatabase();
  const db = open();
  await migrate(db);
  const whole = await schemaOf(db);
  const migrations = await readMigrations();
  expect(whole.length).toBeGreaterThan(20);

  for (const migration of [...migrations].reverse()) await migration.down(db);
  expect((await schemaOf(db)).filter((line) => !/migrations/.test(line))).toEqual([]);
  for (const migration of migrations) await migration.up(db);
  expect(await schemaOf(db)).toEqual(whole);
});

test('what stood in a database of an earlier version is still there and in order after the migration', async () => {
  const { open } = await givenEmptyDatabase();
  const db = open();
  await migrate(db);
  const migrations = await readMigrations();
  const names = (await readdir(join(projectRoot, 'migrations'))).filter((name) => name.endsWith('.ts')).sort();
  const chain = names.findIndex((name) => name.startsWith('0034'));
  for (const migration of migrations.slice(chain).reverse()) await migration.down(db);

  const day = '2026-01-05T00:00:00.000Z';
  const entry = { at: day, actor_id: null, deed: 'x', subject: 'y', subject_id: 'z', details: '{"text":"衡准"}' };
  await db('audit_entries').insert([entry, entry, { ...entry, at: '2025-01-05T00:00:00.000Z' }]);
  await db('audit_entries').where({ place: 2 }).delete();
  await givenTakenOver(db, day);
  for (const migration of migrations.slice(chain)) await migration.up(db);

  expect(await db('audit_entries').orderBy('place').pluck('place')).toEqual([1, 2]);
  const check = await verifyTrail(walkChain(db));
  expect(check).toMatchObject({ entries: 2, fault: null, stepsBack: 1 });
  expect(await db('evidence').where({ id: 'taken' }).first('note', 'origin_id')).toEqual({ note: 'seen', origin_id: 'origin' });
});

test('documents issued by an earlier version are still those of their assessments, with their time stamps', async () => {
  const { open } = await givenEmptyDatabase();
  const db = open();
  await migrate(db);
  const { down }: Migration = await import(pathToFileURL(join(projectRoot, 'migrations/0112-documents-of-other-things.ts')).href);
  await down(db);
  await db('migrations').where({ name: '0112-documents-of-other-things' }).delete();

  const day = '2026-01-05T00:00:00.000Z';
  await givenAssessments(db, day);
  await db('stored_files').insert({ sha256: 'f', size: 1, media_type: 'application/pdf', created_at: day });
  const file = { kind: 'audit-report', language: 'en', sha256: 'f', pages: 1, manifest: '{}', issued_by: 'u', issued_at: day };
  await db('issued_documents').insert({ id: 'd', code: 'c', assessment_id: 'audit', ...file });
  const stamp = { stamped_at: day, authority: 'a', policy: 'p', serial: '1', answer: 'x', kept_at: day };
  await db('time_stamps').insert({ document_id: 'd', ...stamp });
  expect(await migrate(db)).toEqual(['0112-documents-of-other-things']);

  const old = { assessment_id: 'audit', subject: '/assessments/audit', code: 'c' };
  expect(await db('issued_documents').first('assessment_id', 'subject', 'code')).toEqual(old);
  expect(await db('time_stamps').pluck('document_id')).toEqual(['d']);
  await db('issued_documents').insert({ id: 'e', code: 'e', assessment_id: null, subject: '/portfolio', ...file });
  await db('assessments').where({ id: 'audit' }).delete();
  expect(await db('issued_documents').pluck('id')).toEqual(['e']);
  expect(await db('time_stamps').pluck('document_id')).toEqual([]);
});

/** A self-assessment and an audit of one organization. */
async function givenAssessments(db: Db, day: string): Promise<void> {
  const created = { created_by: 'u', created_at: day };
  await db('organizations').insert({ id: 'o', name: 'O', name_key: 'o', created_at: day, updated_at: day });
  await db('users').insert({ id: 'u', sign_in_name: 'u', name: 'U', active: true, created_at: day });
  const copy = { hash: 'h', criteria_id: 'c', version: '1.0.0', title: '{}', rated_clauses: 1, document: '{}', created_at: day };
  await db('criteria_copies').insert(copy);
  const shared = { organization_id: 'o', criteria_hash: 'h', criteria_id: 'c', criteria_version: '1.0.0' };
  const days = { from_date: '2026-01-05', to_date: '2026-01-06' };
  await db('assessments').insert([
    { id: 'self', number: 'S-1', kind: 'self', ...shared, ...days, ...created },
    { id: 'audit', number: 'A-1', kind: 'audit', ...shared, ...days, ...created },
  ]);
}

/** Evidence that an audit took over from a self-assessment when its note still told so. */
async function givenTakenOver(db: Db, day: string): Promise<void> {
  const [created, place] = [{ created_by: 'u', created_at: day }, 1];
  await givenAssessments(db, day);
  const piece = { kind: 'record', title: 'x', place, ...created };
  await db('evidence').insert([
    { id: 'origin', assessment_id: 'self', note: 'seen', ...piece },
    { id: 'taken', assessment_id: 'audit', note: '来自企业自评 S-1 的 E1。\nseen', ...piece },
  ]);
  const link = { evidence_id: 'taken', assessment_id: 'audit', origin_assessment_id: 'self', origin_reference: 'E1' };
  await db('evidence_origins').insert(link);
}

test('two processes that start at once both end up with the whole schema', async () => {
  const { open, environment } = await givenEmptyDatabase();
  const programs = [1, 2].map(() => startProgram('src/cli/main.ts', ['migrate'], environment));

  const codes = await Promise.all(programs.map(({ ended }) => ended));
  expect(programs.map(({ printed }) => printed()).join('')).not.toMatch(/\bat .*\.ts:\d+/);
  expect(codes).toEqual([0, 0]);
  const db = open();
  expect(await isMigrated(db)).toBe(true);
  expect(await db('users').select()).toEqual([]);
});

test('many that migrate at once take turns', async () => {
  const { open } = await givenEmptyDatabase();
  const applied = await Promise.all([open(), open(), open()].map((db) => migrate(db)));

  const names = applied.flat();
  expect(new Set(names).size).toBe(names.length);
  expect(await isMigrated(open())).toBe(true);
});
