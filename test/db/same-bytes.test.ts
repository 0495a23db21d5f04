import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { readPaperSource } from '../../src/features/documents/read-paper-source.ts';
import { askForPackage } from '../../src/features/packages/package-service.ts';
import { offeredPapers } from '../../src/features/reports/papers/all-papers.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { copyBackwards, openSqliteDb } from '../support/both-databases.ts';
import { givenIssued } from '../support/issued.ts';
import { givenRichAudit } from '../support/rich-audit.ts';
import { openTestDb, type TestDb } from '../support/test-db.ts';

/** One of the two databases is the one that this run is for; the comparison needs to be made once. */
const onPostgres = inject('template').startsWith('postgres:');

describe.runIf(onPostgres)('the same data on SQLite and on PostgreSQL', () => {
  let sqlite: TestApp;
  let postgres: TestApp;
  let rich: string;
  let finished: string;
  let survey: string;
  let issued: string;
  const databases: TestDb[] = [];
  const clear: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    databases.push(await openSqliteDb(), await openTestDb());
    const [first, second] = databases;
    if (!first || !second) throw new Error('Two databases are needed.');
    const whenDone = (done: () => Promise<void>) => void clear.push(done);
    sqlite = await startTestApp({ whenDone, database: first });
    ({ id: rich } = await givenRichAudit(sqlite));
    ({ id: survey } = await sqlite.deps.db('surveys').first('id'));
    const assessment = await givenAssessment(sqlite);
    await rateAll(sqlite.deps, assessment, 'mixed');
    await finishAssessment(sqlite, assessment);
    finished = assessment.id;
    ({ id: issued } = await givenIssued(sqlite, finished, { language: 'zh-CN' }));
    await copyBackwards(first.db, second.db);
    postgres = await startTestApp({ whenDone, database: second, files: sqlite.deps.files, people: sqlite.people });
  });

  afterAll(async () => {
    for (const done of clear) await done();
  });

  async function bytesOf(agent: Agent, path: string): Promise<string> {
    const { status, body } = await agent.get(path).responseType('blob');
    expect(status, path).toBe(200);
    return `${body.length} bytes, ${createHash('sha256').update(body).digest('hex')}`;
  }

  async function expectSame(paths: readonly string[]): Promise<void> {
    const [one, other] = [await sqlite.as('ada'), await postgres.as('ada')];
    const all = async (agent: Agent) => {
      const found: Record<string, string> = {};
      for (const path of paths) found[path] = await bytesOf(agent, path);
      return found;
    };
    expect(await all(other)).toEqual(await all(one));
  }

  test('gives the same workbooks, documents, lists, JSON, OSCAL and assessment files', async () => {
    const forms = ['xlsx', 'docx', 'csv', 'json', 'oscal', 'yaml'];
    const paths = [rich, finished].flatMap((id) =>
      forms.flatMap((form) => ['zh-CN', 'en'].map((language) => `/assessments/${id}/exports/${form}?language=${language}`)),
    );
    await expectSame([...paths, `/assessments/${rich}/surveys/${survey}/rejects.csv`, '/findings.csv?show=all']);
  });

  test('gives the same papers', async () => {
    const previewsOf = async (id: string, language: string) => {
      const source = await readPaperSource(sqlite.deps, await findAssessment(sqlite.deps.db, id));
      const offered = offeredPapers(source);
      expect(offered.length).toBeGreaterThan(2);
      return offered.map((kind) => `/assessments/${id}/documents/preview.pdf?kind=${kind}&language=${language}`);
    };
    const previews = [...(await previewsOf(rich, 'zh-CN')), ...(await previewsOf(finished, 'both'))];
    await expectSame([
      ...previews,
      ...[rich, finished].map((id) => `/assessments/${id}/report.pdf?language=en`),
      `/assessments/${rich}/plan.pdf?language=zh-CN`,
      `/assessments/${rich}/plan.ics`,
      `/assessments/${rich}/findings/nonconformities.pdf?language=en`,
      `/assessments/${finished}/documents/${issued}/file.pdf`,
      `/assessments/${finished}/documents/${issued}/manifest.json`,
    ]);
  });

  test('gives the same evidence package, manifest and all', async () => {
    for (const app of [sqlite, postgres]) {
      await askForPackage(app.deps, toActor(app.people.ada), { assessmentId: finished, language: 'zh-CN' });
      await runDueTasks(app.deps, taskKinds);
    }
    await expectSame([`/assessments/${finished}/package/file.zip`]);
  });
});
