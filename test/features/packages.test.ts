import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/catalog/sheets/zip-directory.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { cleanFiles } from '../../src/features/integrity/clean-service.ts';
import type { PackageManifest } from '../../src/features/packages/package-manifest.ts';
import { askForPackage } from '../../src/features/packages/package-service.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { givenIssued } from '../support/issued.ts';

let app: TestApp;
let base: string;
let id: string;

/** A finished audit with an issued paper and two pieces whose names nobody would put on a disk. */
beforeAll(async () => {
  const clear: (() => Promise<void>)[] = [];
  app = await startTestApp({ whenDone: (done) => void clear.push(done) });
  const assessment = await givenAssessment(app);
  await rateAll(app.deps, assessment, 'best');
  id = assessment.id;
  base = `/assessments/${id}/package`;
  const ada = await app.as('ada');
  for (const [name, title] of [
    ['../../etc/passwd.txt', '../../../etc <script>alert(1)</script>'],
    ['维修记录.txt', '维修记录 \u202egnp.exe'],
  ] as const) {
    await ada
      .post(`/assessments/${id}/evidence`)
      .field('kind', 'record')
      .field('title', title)
      .attach('files', Buffer.from(`content of ${name}`), name)
      .expect(303);
  }
  await finishAssessment(app, assessment);
  await givenIssued(app, id);
  return async () => {
    for (const done of clear) await done();
  };
});

async function pack(): Promise<void> {
  await askForPackage(app.deps, toActor(app.people.ada), { assessmentId: id, language: 'en' });
  await runDueTasks(app.deps, taskKinds);
}

async function download(headers: Record<string, string> = {}) {
  return (await app.as('ada')).get(`${base}/file.zip`).set(headers).responseType('blob');
}

function textOf(bytes: Uint8Array | null): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}

describe('an evidence package', () => {
  test('is asked for on its page, packed beside the requests, and offered there', async () => {
    const ada = await app.as('ada');
    expect((await ada.get(base)).text).toContain('None was packed yet.');
    const asked = await ada.post(base).type('form').send({ language: 'en' }).expect(303);
    expect(asked.get('Location')).toMatch(/^\/tasks\//);
    await runDueTasks(app.deps, taskKinds);
    const { text } = await ada.get(base).expect(200);
    expect(text).toContain(`href="${base}/file.zip"`);
    expect((await ada.get('/inbox')).text).toContain('evidence package');
  });

  test('holds every file as its manifest says, and a page whose links all lead to one of them', async () => {
    await pack();
    const archive = openArchive((await download()).body);
    const manifest: PackageManifest = JSON.parse(textOf(archive.read('manifest.json')));
    const files = [...manifest.documents, ...manifest.evidence.flatMap(({ file }) => file ?? [])];
    expect(manifest.documents).toHaveLength(1);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const { path, sha256, size } of files) {
      const bytes = archive.read(path) ?? new Uint8Array();
      expect(bytes.length).toBe(size);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(archive.names.toSorted()).toEqual(
      ['index.css', 'index.html', 'manifest.json', ...files.map(({ path }) => path)].toSorted(),
    );

    const page = textOf(archive.read('index.html'));
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
    expect(links.toSorted()).toEqual(['index.css', ...files.map(({ path }) => path)].toSorted());
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });

  test('has names that stay in its folders and show what they are', async () => {
    await pack();
    const { names } = openArchive((await download()).body);
    for (const name of names) expect(name).not.toMatch(/\.\.|\\|[<>:"|?*\u202e]|^\//);
  });

  test('is downloaded in pieces that fit together, and as a whole when it has changed meanwhile', async () => {
    await pack();
    const whole = await download();
    const first = await download({ Range: 'bytes=0-999' });
    expect(first.status).toBe(206);
    expect(first.headers['content-range']).toBe(`bytes 0-999/${whole.body.length}`);
    const rest = await download({ Range: 'bytes=1000-', 'If-Range': String(whole.headers.etag) });
    expect(rest.status).toBe(206);
    expect(Buffer.concat([first.body, rest.body]).equals(whole.body)).toBe(true);

    const changed = await download({ Range: 'bytes=1000-', 'If-Range': '"another"' });
    expect(changed.status).toBe(200);
    expect(changed.body.length).toBe(whole.body.length);
    expect((await download({ Range: `bytes=${whole.body.length}-` })).status).toBe(416);
  });

  test('takes the place of the one before, whose bytes then count as left over', async () => {
    await pack();
    const [before] = await app.deps.db('evidence_packages').where({ assessment_id: id });
    await givenIssued(app, id, { language: 'zh-CN' });
    await pack();
    const [after] = await app.deps.db('evidence_packages').where({ assessment_id: id });
    expect(after.sha256).not.toBe(before.sha256);
    const left = (await cleanFiles(app.deps, { dryRun: true })).map(({ name }) => name);
    expect(left).toContain(before.sha256);
    expect(left).not.toContain(after.sha256);
  });

  test('leaves out what the virus scanner has not released', async () => {
    const [piece] = await app.deps.db('evidence').where({ assessment_id: id }).whereNotNull('sha256').limit(1);
    await app.deps.db('stored_files').where({ sha256: piece.sha256 }).update({ scan: 'infected' });
    await pack();
    const archive = openArchive((await download()).body);
    const manifest: PackageManifest = JSON.parse(textOf(archive.read('manifest.json')));
    expect(manifest.evidence.find(({ reference }) => reference === `E${piece.place}`)?.file).toBeNull();
    expect(archive.names.filter((name) => name.includes(`E${piece.place} `))).toEqual([]);
    await app.deps.db('stored_files').where({ sha256: piece.sha256 }).update({ scan: null });
  });

  test('fails with its reason when bytes are gone, and is not offered half', async () => {
    await pack();
    const [kept] = await app.deps.db('evidence_packages').where({ assessment_id: id });
    const [piece] = await app.deps.db('evidence').where({ assessment_id: id }).whereNotNull('sha256').limit(1);
    await app.deps.files.remove(piece.sha256);
    await pack();
    const [still] = await app.deps.db('evidence_packages').where({ assessment_id: id });
    expect(still).toEqual(kept);
  });

  test('has a report marked as a preview where none was issued', async () => {
    const other = await givenAssessment(app);
    await rateAll(app.deps, other, 'best');
    await finishAssessment(app, other);
    await askForPackage(app.deps, toActor(app.people.ada), { assessmentId: other.id, language: 'en' });
    await runDueTasks(app.deps, taskKinds);
    const answer = await (await app.as('ada')).get(`/assessments/${other.id}/package/file.zip`).responseType('blob').expect(200);
    const archive = openArchive(answer.body);
    const manifest: PackageManifest = JSON.parse(textOf(archive.read('manifest.json')));
    const bytes = archive.read('documents/report (preview).pdf') ?? new Uint8Array();
    expect(textOf(bytes.subarray(0, 5))).toBe('%PDF-');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(manifest.documents).toEqual([{ path: 'documents/report (preview).pdf', size: bytes.length, sha256 }]);
  });

  test('does not exist for a stranger, and a member of the company cannot have one packed', async () => {
    await (await app.as('cai')).get(base).expect(404);
    await (await app.as('cai')).get(`${base}/file.zip`).expect(404);
    await (await app.as('dora')).post(base).type('form').send({ language: 'en' }).expect(403);
    await (await app.as('ada')).post(base).type('form').send({ language: 'fr' }).expect(422);
  });
});
