import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readAssessmentFile } from '../../src/catalog/assessment/read-assessment-file.ts';
import { writeAssessment } from '../../src/catalog/assessment/write-assessment.ts';
import { prepareDemo } from '../../src/demo/prepare-demo.ts';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { findOptionalAsFound, readResult } from '../../src/features/results/read-result.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { browser, startTestApp, type TestApp, testTime } from '../support/app.ts';
import { readPdf } from '../support/read-pdf.ts';

const now = new Date('2026-03-02T06:00:00Z');

/** The app on a database with nobody in it, as after the first migration. */
async function startEmpty(whenDone: (clear: () => Promise<void>) => void): Promise<TestApp> {
  const testApp = await startTestApp({ clock: () => now, whenDone });
  await testApp.deps.db('users').delete();
  await testApp.deps.db('organizations').delete();
  return testApp;
}

async function runDemo({ deps }: TestApp): Promise<string> {
  const lines: string[] = [];
  await prepareDemo(deps, 'en', (line) => lines.push(line));
  return lines.join('\n');
}

// Filling a deployment takes seconds, so that all tests look at the same one.
let testApp: TestApp;
let printed: string;

beforeAll(async () => {
  let clear = async () => {};
  testApp = await startEmpty((given) => {
    clear = given;
  });
  printed = await runDemo(testApp);
  return clear;
});

async function signIn(name: string) {
  const password = new RegExp(`^ {2}${name} +password (\\S+)`, 'm').exec(printed)?.[1] ?? '';
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  const agent = browser(testApp.app);
  await agent.post('/sign-in').type('form').send({ signInName: name, password }).expect(303);
  return agent;
}

test('fills an empty deployment, so that everybody can go on at once', async () => {
  expect(now.getTime()).toBeGreaterThan(testTime.getTime());
  const { db } = testApp.deps;

  for (const name of ['admin', 'lead', 'auditor1', 'auditor2', 'haichuan', 'mingyuan']) {
    const agent = await signIn(name);
    await agent.get('/').expect(200);
    await agent.get('/assessments').expect(200);
  }

  const rows: { number: string; kind: string; finished_at: string | null; score: string | null; grade: string | null }[] =
    await db('assessments')
      .leftJoin('results', (join) => {
        join.on('results.assessment_id', 'assessments.id').andOn('results.kind', 'assessments.result_kind');
      })
      .orderBy('assessments.created_at')
      .orderBy('assessments.number')
      .select('number', 'assessments.kind', 'finished_at', 'score', 'grade');
  expect(rows.map(({ kind, finished_at, grade }) => ({ kind, finished: finished_at !== null, grade }))).toEqual([
    { kind: 'self', finished: true, grade: expect.any(String) },
    { kind: 'initial', finished: true, grade: 'four-star' },
    { kind: 'initial', finished: false, grade: null },
    { kind: 'surveillance', finished: false, grade: null },
    { kind: 'self', finished: false, grade: null },
    { kind: 'initial', finished: false, grade: null },
  ]);
  const [earlier, audit] = rows.map(({ score }) => Number(score));
  expect(earlier).toBeLessThan(Number(audit));
  const ofThisYear = ['A-2026-0001', 'A-2026-0002', 'A-2026-0003', 'A-2026-0004', 'A-2026-0005'];
  expect(rows.map(({ number }) => number)).toEqual(['A-2024-0001', ...ofThisYear]);
});

test('every assessment goes out as a file and in again without loss, and scores the same', async () => {
  const { deps } = testApp;
  const lead = await signIn('admin');
  const folder = await mkdtemp(join(tmpdir(), 'assay-out-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const ids: string[] = await deps.db('assessments').pluck('id');
  expect(ids).toHaveLength(6);
  for (const id of ids) {
    const sent = await lead.get(`/assessments/${id}/exports/yaml`).responseType('blob').expect(200);
    const path = join(folder, `${id}.yaml`);
    await writeFile(path, sent.body);
    const {
      dossier: read,
      papers,
      problems,
    } = await readAssessmentFile(path, { catalog: deps.catalog, criteriaFile: undefined });
    expect(problems).toEqual([]);
    if (read) expect(writeAssessment(read, papers)).toBe(sent.body.toString('utf8'));
    const assessment = await findAssessment(deps.db, id);
    const { dossier, result } = await readResult(deps, assessment);
    const before = await findOptionalAsFound(deps, assessment);
    expect(read && withoutNothing(read)).toEqual(withoutNothing({ ...dossier, ...(before && { asFound: before.dossier }) }));
    expect(read && resultOf(read).score).toEqual(result.score);
  }
});

/**
 * A clause that somebody cleared again and that has no note, and a list of nothing, are as good as not there; ids of the
 * database mean nothing elsewhere.
 */
function withoutNothing({ ratings, collected, selfAssessment, asFound, ...dossier }: Dossier): object {
  const spoken = Object.entries(ratings).filter(([, { rating, note, sites }]) => rating || note.trim() || sites);
  const isCollected = collected && collected.samples.length + collected.surveys.length > 0;
  return {
    ...JSON.parse(JSON.stringify(dossier, (key, value) => (isIdOrEmpty(key, value) ? undefined : value))),
    ratings: Object.fromEntries(spoken),
    ...(isCollected && { collected }),
    ...(selfAssessment && { selfAssessment }),
    ...(asFound && { asFound: withoutNothing(asFound) }),
  };
}

function isIdOrEmpty(key: string, value: unknown): boolean {
  if (key === 'parts') return Array.isArray(value) && value.length === 0;
  return key === 'id' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value));
}

test('a service test is rated site by site, and one site waits', async () => {
  const { id } = await testApp.deps.db('assessments').where({ number: 'A-2026-0005' }).first('id');
  const lead = await signIn('lead');
  const page = (await lead.get(`/assessments/${id}/result`).expect(200)).text;
  expect(page).toContain('id="chart-sites"');
  expect(page).toContain('总部不接待顾客。');
  expect(page).toMatch(/Not yet rated at \S+/);
});

test('an audit waits for its findings, which are at every stage, one of them overdue', async () => {
  const states: string[] = await testApp.deps
    .db('findings')
    .join('assessments', 'assessments.id', 'findings.assessment_id')
    .where({ 'assessments.state': 'findings-open' })
    .distinct('findings.state')
    .pluck('findings.state');
  expect(states.sort()).toEqual(['accepted', 'answered', 'closed', 'implemented', 'issued', 'returned', 'verified']);
  const company = await signIn('mingyuan');
  expect((await company.get('/findings?show=overdue').expect(200)).text).toContain('A-2026-0002/N7');
});

test('the finished audit has its evidence with the files, is compared with the year before, and its report is written', async () => {
  const lead = await signIn('lead');
  const audit: { id: string } | undefined = await testApp.deps.db('assessments').where({ number: 'A-2026-0001' }).first('id');

  const file: { id: string; sha256: string } | undefined = await testApp.deps
    .db('evidence')
    .where({ assessment_id: audit?.id ?? '', file_name: 'parts-price-list.pdf' })
    .first('id', 'sha256');
  const download = await lead.get(`/assessments/${audit?.id}/evidence/${file?.id}/file`).expect(200);
  const example = await readFile('docs/examples/evidence/parts-price-list.pdf');
  expect(Buffer.compare(Buffer.from(download.body), example)).toBe(0);

  const result = await lead.get(`/assessments/${audit?.id}/result`).expect(200);
  expect(result.text).toContain('A-2024-0001');

  const paths = printed.split('\n').filter((line) => line.endsWith('.pdf'));
  expect(paths).toHaveLength(2);
  for (const path of paths) {
    const { pages } = await readPdf(await readFile(path.trim()));
    expect(pages.join('')).toContain('海川电器有限公司');
  }
});

test('a second run keeps what is there, and shows no password again', async () => {
  const { db } = testApp.deps;
  const before = await db('audit_entries').count({ total: '*' });

  const second = await runDemo(testApp);
  expect(second).toContain('was kept as it is');
  expect(second).not.toMatch(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
  expect(await db('audit_entries').count({ total: '*' })).toEqual(before);
  await signIn('lead');
});

test('the finished audit has a certificate in the register, which waits for a key', async () => {
  const page = await browser(testApp.app).get('/register').expect(200);
  expect(page.text).toContain('ASM-2026-00001');
  const [certificate] = await testApp.deps.db('certificates');
  expect(certificate.number).toBe('ASM-2026-00001');
});

test('passwords are stored only hashed', async () => {
  const passwords = [...printed.matchAll(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/g)].map(([password]) => password);
  expect(new Set(passwords).size).toBe(8);

  const tables = await Promise.all(
    ['users', 'audit_entries', 'sessions', 'password_links'].map((name) => testApp.deps.db(name).select()),
  );
  const stored = JSON.stringify(tables);
  for (const password of passwords) expect(stored).not.toContain(password);
});
