import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { cleanFiles } from '../../src/features/integrity/clean-service.ts';
import { beginVerification, carryOutVerification } from '../../src/features/integrity/integrity-service.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';
import { png } from '../support/sample-files.ts';

async function givenFiles(count: number) {
  const testApp = await startTestApp();
  const id = await givenAssessment(testApp);
  const bo = await testApp.as('bo');
  const post = bo.post(`/assessments/${id}/evidence`);
  for (let index = 0; index < count; index += 1) post.attach('files', png(String(index)), `照片${index}.png`);
  await post.expect(303);
  const files: { sha256: string; id: string }[] = await testApp.deps.db('evidence').orderBy('place').select('sha256', 'id');
  return { ...testApp, assessment: id, bo, files };
}

async function verify({ deps }: Pick<TestApp, 'deps'>) {
  return carryOutVerification(deps, await beginVerification(deps, null));
}

const pathOf = ({ deps }: Pick<TestApp, 'deps'>, sha256: string) =>
  join(deps.config.dataFolder, 'files', sha256.slice(0, 2), sha256);

test('finds nothing wrong where nothing is', async () => {
  const app = await givenFiles(3);
  expect(await verify(app)).toMatchObject({ checked: 3, findings: [], more: 0 });
});

test('names what changed, what is missing, what nothing uses and what is not on record', async () => {
  const app = await givenFiles(4);
  const [changed, missing, unused] = app.files;
  await writeFile(pathOf(app, changed?.sha256 ?? ''), png('1'));
  await rm(pathOf(app, missing?.sha256 ?? ''));
  await app.bo.post(`/assessments/${app.assessment}/evidence/${unused?.id}/removal`).expect(303);
  await writeFile(join(app.deps.config.dataFolder, 'files', 'notes.txt'), 'left here');

  const { findings } = await verify(app);
  expect(Object.fromEntries(findings.map(({ what, name }) => [what, name]))).toEqual({
    changed: changed?.sha256,
    missing: missing?.sha256,
    unused: unused?.sha256,
    stray: 'notes.txt',
  });
  expect(findings.find(({ what }) => what === 'changed')?.usedBy).toMatchObject([{ reference: 'E1', fileName: '照片0.png' }]);
});

test('shows the last run to the office and to leads, and begins one', async () => {
  const app = await givenFiles(1);
  const ada = await app.as('ada');
  expect((await ada.get('/integrity').expect(200)).text).toContain('Nothing has been verified yet.');
  await ada.post('/integrity').expect(303);
  await ada.post('/integrity').expect(409);
  expect(await runDueTasks(app.deps, taskKinds)).toBe(1);
  expect((await ada.get('/integrity')).text).toContain('Every file is as it was handed in.');
  await app.bo.get('/integrity').expect(404);
  await app.bo.post('/integrity').expect(404);
});

test('refuses a second run while one is under way', async () => {
  const { deps } = await startTestApp();
  await beginVerification(deps, null);
  await expect(beginVerification(deps, null)).rejects.toMatchObject({ code: 'conflict' });
});

test('removes what nothing refers to, and nothing that an upload is about to name', async () => {
  const app = await givenFiles(2);
  const [unused, kept] = app.files;
  await app.bo.post(`/assessments/${app.assessment}/evidence/${unused?.id}/removal`).expect(303);
  const young = pathOf(app, 'a'.repeat(64));
  const old = pathOf(app, 'b'.repeat(64));
  for (const path of [young, old]) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'x');
  }
  // An hour and a half before and after the hour that bytes without a record are left alone.
  const now = app.deps.clock().getTime() / 1000;
  await utimes(young, now - 1800, now - 1800);
  await utimes(old, now - 5400, now - 5400);

  const would = await cleanFiles(app.deps, { dryRun: true });
  expect(would.map(({ name }) => name).sort()).toEqual([unused?.sha256, 'b'.repeat(64)].sort());
  expect(await app.deps.files.has(unused?.sha256 ?? '')).toBe(true);
  expect(await cleanFiles(app.deps, { dryRun: false })).toEqual(would);
  expect(await app.deps.files.has(unused?.sha256 ?? '')).toBe(false);
  expect(await app.deps.files.has(kept?.sha256 ?? '')).toBe(true);
  expect(await readdir(dirname(young))).toEqual(['a'.repeat(64)]);
  expect(await cleanFiles(app.deps, { dryRun: false })).toEqual([]);
  expect(await verify(app)).toMatchObject({ checked: 1, findings: [{ what: 'stray' }] });
});

test('the command asks for a migrated database', async () => {
  const { deps } = await startTestApp();
  const lines: string[] = [];
  const output = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  const environment = { ASSAY_DATA: join(deps.config.dataFolder, 'empty') };
  expect(await run(['evidence', 'verify', '--json', '--language', 'en'], environment, output)).toBe(1);
  expect(lines.join('\n')).toContain('assay migrate');
});
