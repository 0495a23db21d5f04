import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { madeOnce, startTestApp, type TestApp } from '../support/app.ts';
import { departmentClause, dutiesClause, givenAssessment } from '../support/evidence.ts';
import { passwordOfAll } from '../support/people.ts';
import { office, pdf, png, program } from '../support/sample-files.ts';

const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function givenWork(settings: Parameters<typeof startTestApp>[0] = {}) {
  const testApp = await startTestApp(settings);
  const id = await givenAssessment(testApp);
  return { ...testApp, id, path: `/assessments/${id}/evidence`, bo: await testApp.as('bo') };
}

/** For what is refused and leaves nothing. */
const givenUntouched = madeOnce(givenWork);

/** Names of the files in the store, and of those still arriving. */
async function bytesOf({ deps }: Pick<TestApp, 'deps'>) {
  const namesIn = async (part: string) =>
    (await readdir(join(deps.config.dataFolder, part), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  return { kept: await namesIn('files'), arriving: await namesIn('incoming') };
}

test('takes in several files with what was said of them, fields before and after', async () => {
  const { bo, path, deps } = await givenWork();

  await bo
    .post(path)
    .field('clauses', dutiesClause.id)
    .attach('files', pdf, '维修单.pdf')
    .attach('files', png(), { filename: '现场.png', contentType: 'text/html' })
    .attach('files', office('xlsx'), '台账.xlsx')
    .field('ownDate', '2026-01-13')
    .field('note', '抽查')
    .field('clauses', departmentClause.id)
    .expect(303)
    .expect('Location', path);

  const page = await bo.get(path).expect(200);
  expect(page.text).toContain('3 pieces of evidence handed in: E1, E2, E3.');
  const rows = await deps.db('evidence').orderBy('place');
  expect(rows).toMatchObject([
    {
      place: 1,
      kind: 'document',
      title: '维修单',
      own_date: '2026-01-13',
      note: '抽查',
      file_name: '维修单.pdf',
      sha256: sha256Of(pdf),
    },
    { place: 2, kind: 'photo', title: '现场', file_name: '现场.png' },
    { place: 3, kind: 'data', title: '台账', file_name: '台账.xlsx' },
  ]);
  expect(await deps.db('evidence_clauses').where({ evidence_id: rows[0].id }).orderBy('clause_id').pluck('clause_id')).toEqual([
    dutiesClause.id,
    departmentClause.id,
  ]);
  expect(await deps.db('stored_files').orderBy('size').pluck('media_type')).toEqual(
    ['application/pdf', 'image/png', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'].sort(
      (a, b) => sizeOf(a) - sizeOf(b),
    ),
  );
  expect(await bytesOf({ deps })).toEqual({ kept: [pdf, png(), office('xlsx')].map(sha256Of).sort(), arriving: [] });
  expect(await deps.db('audit_entries').where({ deed: 'evidence.added' })).toHaveLength(1);
});

const sizeOf = (type: string) =>
  type.includes('pdf') ? pdf.length : type.includes('png') ? png().length : office('xlsx').length;

test('answers a script with JSON and numbers a title given for several files', async () => {
  const { bo, path } = await givenWork();

  const answer = await bo
    .post(path)
    .set('Accept', 'application/json')
    .field('title', '台账')
    .field('kind', 'record')
    .attach('files', png('a'), 'a.png')
    .attach('files', png('b'), 'b.png')
    .expect(201);
  expect(answer.body.evidence).toMatchObject([
    { reference: 'E1', title: '台账 1', kind: 'record' },
    { reference: 'E2', title: '台账 2', kind: 'record' },
  ]);
  await bo.get(answer.body.evidence[0].href).expect(200);
});

test('stores the same content once and keeps both pieces', async () => {
  const { bo, path, deps } = await givenWork();
  await bo.post(path).attach('files', pdf, 'a.pdf').attach('files', pdf, 'b.pdf').expect(303);
  await bo.post(path).attach('files', pdf, 'c.pdf').expect(303);

  expect(await deps.db('evidence').orderBy('place').pluck('file_name')).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  expect(await bytesOf({ deps })).toEqual({ kept: [sha256Of(pdf)], arriving: [] });
});

test('numbers pieces without gap or double when several people hand in at once', async () => {
  const { bo, path, as, deps } = await givenWork();
  const ada = await as('ada');

  const turns = [1, 2, 3, 4].flatMap((turn) => [bo, ada].map((person, index) => ({ person, content: png(`${turn} ${index}`) })));
  await Promise.all(turns.map(({ person, content }) => person.post(path).attach('files', content, 'a.png').expect(303)));
  expect(await deps.db('evidence').orderBy('place').pluck('place')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('refuses a file over the limit with its name, and takes none of the others', async () => {
  const testApp = await givenWork({ config: { uploadLimit: 1024 * 1024 } });
  const { bo, path, deps } = testApp;
  const large = Buffer.concat([png(), Buffer.alloc(3 * 1024 * 1024)]);

  const page = await bo
    .post(path)
    .attach('files', pdf, 'small.pdf')
    .attach('files', large, '大图.png')
    .attach('files', png(), 'after.png')
    .field('note', '写了很久的说明')
    .expect(413);
  expect(page.text).toContain('“大图.png” is larger than the limit of 1 MB a file');
  expect(page.text).toContain('写了很久的说明');
  expect(page.text).toContain('Choose the files again');

  const answer = await bo.post(path).set('Accept', 'application/json').attach('files', large, '大图.png').expect(413);
  expect(answer.body.error.fields.files).toContain('大图.png');
  expect(await deps.db('evidence')).toEqual([]);
  expect(await bytesOf(testApp)).toEqual({ kept: [], arriving: [] });
});

test.each([
  ['报告.pdf', program, '“报告.pdf” seems to be a program'],
  ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'seems to be an SVG drawing'],
  ['a.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'seems to be a web page'],
  ['a.sh', Buffer.from('#!/bin/sh'), 'seems to be a script'],
  ['a.txt', Buffer.alloc(0), '“a.txt” is empty'],
])('refuses %s: %#', async (name, content, text) => {
  const testApp = await givenUntouched();
  const page = await testApp.bo.post(testApp.path).attach('files', content, name).attach('files', pdf, 'good.pdf').expect(422);

  expect(page.text).toContain(text);
  expect(await testApp.deps.db('stored_files')).toEqual([]);
  expect(await bytesOf(testApp)).toEqual({ kept: [], arriving: [] });
});

test('names every refused file', async () => {
  const { bo, path } = await givenUntouched();
  const answer = await bo
    .post(path)
    .set('Accept', 'application/json')
    .attach('files', program, 'a.pdf')
    .attach('files', program, 'b.pdf')
    .expect(422);
  expect(Object.keys(answer.body.error.fields)[0]).toBe('files');
  expect(answer.body.error.fields.files).toContain('a.pdf');
});

test('refuses more than fifty files', async () => {
  const testApp = await givenUntouched();
  const post = testApp.bo.post(testApp.path);
  for (let count = 0; count < 51; count += 1) post.attach('files', png(String(count)), `${count}.png`);

  expect((await post.expect(422)).text).toContain('At most 50 files can be handed in at once');
  expect(await bytesOf(testApp)).toEqual({ kept: [], arriving: [] });
});

test('says that the disk is full, and leaves nothing', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const unused = () => Promise.reject(new Error('not asked for'));
  const files = {
    ...{
      open: unused,
      has: unused,
      isWritable: unused,
      sweep: unused,
      remove: unused,
      sourceOf: unused,
      reseal: unused,
      forgetOldKeys: unused,
    },
    receive: () => Promise.reject(full),
    list: () => {
      throw new Error('not asked for');
    },
  };
  const { bo, path, deps } = await givenWork({ files });

  const page = await bo.post(path).attach('files', pdf, '维修单.pdf').field('note', '说明还在').expect(503);
  expect(page.text).toContain('The disk of the server is full and “维修单.pdf” was not saved');
  expect(page.text).toContain('说明还在');
  const answer = await bo.post(path).set('Accept', 'application/json').attach('files', pdf, 'a.pdf').expect(503);
  expect(answer.body.error.fields.files).toContain('The disk of the server is full');
  expect(await deps.db('evidence')).toEqual([]);
});

test('leaves neither file nor row of an upload that is cut off', async () => {
  const testApp = await givenWork();
  const server = testApp.app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');

  const upload = httpRequest({
    port: address.port,
    host: '127.0.0.1',
    method: 'POST',
    path: testApp.path,
    headers: {
      'Content-Type': 'multipart/form-data; boundary=xx',
      'Content-Length': 10_000_000,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await cookieOf(testApp, address.port),
    },
  });
  upload.on('error', () => undefined);
  upload.write('--xx\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\n');
  upload.write(Buffer.concat([png(), Buffer.alloc(500_000)]));
  await expect.poll(async () => (await bytesOf(testApp)).arriving.length, { timeout: 5000 }).toBe(1);

  upload.destroy();
  await expect.poll(async () => (await bytesOf(testApp)).arriving.length, { timeout: 5000 }).toBe(0);
  expect(await testApp.deps.db('evidence')).toEqual([]);
  expect(await testApp.deps.db('stored_files')).toEqual([]);
  expect((await bytesOf(testApp)).kept).toEqual([]);
});

/** The cookie of a browser in which Bo signs in on that port. */
async function cookieOf({ people }: TestApp, port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ signInName: people.bo.signInName, password: passwordOfAll }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

test.each([
  ['a body without boundary', 'multipart/form-data', 'x'],
  [
    'a body that ends too early',
    'multipart/form-data; boundary=xx',
    '--xx\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-',
  ],
  ['a malformed part', 'multipart/form-data; boundary=xx', '--xx\r\nno colon here\r\n\r\nx\r\n--xx--\r\n'],
])('refuses %s', async (_, type, body) => {
  const testApp = await givenUntouched();
  const answer = await testApp.bo.post(testApp.path).set('Content-Type', type).set('Accept', 'application/json').send(body);

  expect(answer.status).toBe(422);
  expect(await testApp.deps.db('evidence')).toEqual([]);
  expect(await bytesOf(testApp)).toEqual({ kept: [], arriving: [] });
});

test.each([
  [
    { kind: 'interview', title: '访谈张工' },
    { kind: 'interview', title: '访谈张工', link: null, sha256: null },
  ],
  [
    { link: 'https://example.com/a?b=1' },
    { kind: 'link', title: 'https://example.com/a?b=1', link: 'https://example.com/a?b=1' },
  ],
  [
    { kind: 'record', title: '系统记录', link: 'http://oa.example.com/7' },
    { kind: 'record', title: '系统记录' },
  ],
])('takes in evidence without a file: %j', async (form, row) => {
  const { bo, path, deps } = await givenWork();
  // Browsers send an empty part for a file field in which nothing was chosen.
  const post = bo.post(path).attach('files', Buffer.alloc(0), { filename: '', contentType: 'application/octet-stream' });
  for (const [name, value] of Object.entries({ note: '', ownDate: '', ...form })) post.field(name, value);

  await post.expect(303);
  expect(await deps.db('evidence')).toMatchObject([row]);
});

test.each([
  [{}, 'Choose a file. Without one'],
  [{ kind: 'record', title: 'x' }, 'needs a file or a link'],
  [{ kind: 'interview' }, 'Fill in this field.'],
  [{ kind: 'link', title: 'x' }, 'Give the web address of the link.'],
  [{ link: 'javascript:alert(1)' }, 'begins with http:// or https://'],
  [{ kind: 'visit', title: 'x', ownDate: '2026-02-30' }, 'Enter a date that exists'],
  [{ kind: 'visit', title: 'x', clauses: 'no-such-clause' }, 'A chosen clause is not rated'],
  [{ kind: 'visit', title: 'x', clauses: 'system' }, 'A chosen clause is not rated'],
  [{ kind: 'rumour', title: 'x' }, 'This value cannot be used.'],
  [{ kind: 'visit', title: 'x'.repeat(201) }, 'Use at most 200 characters.'],
  [{ kind: 'visit', title: 'x', surprise: 'y' }, 'The form holds something unknown: surprise'],
])('refuses %j', async (form, text) => {
  const { bo, path, deps } = await givenUntouched();
  const page = await bo
    .post(path)
    .type('form')
    .send({ note: '写好的说明', ...form })
    .expect(422);
  expect(page.text).toContain(text);
  expect(page.text).toContain('写好的说明');
  expect(await deps.db('evidence')).toEqual([]);
});

test('says that files must be chosen again when something else was wrong', async () => {
  const testApp = await givenUntouched();
  const page = await testApp.bo.post(testApp.path).attach('files', pdf, 'a.pdf').field('ownDate', '13.1.2026').expect(422);

  expect(page.text).toContain('Enter a date that exists');
  expect(page.text).toContain('Choose the files again');
  expect(await bytesOf(testApp)).toEqual({ kept: [], arriving: [] });
});

test('goes back to where it was asked from, never to another site', async () => {
  const { bo, path, id } = await givenWork();
  const next = `/assessments/${id}/clauses/${departmentClause.id}`;
  await bo.post(path).attach('files', pdf, 'a.pdf').field('next', next).expect(303).expect('Location', next);
  await bo.post(path).attach('files', pdf, 'a.pdf').field('next', '//evil.example').expect(303).expect('Location', '/');
});

test('lets nobody else hand in, nor anybody when the assessment is finished', async () => {
  const testApp = await givenWork();
  const { as, path, id, deps, people, bo } = testApp;
  for (const [person, status] of [
    ['cai', 404],
    ['emil', 404],
    ['dora', 404],
    ['root', 404],
  ] as const) {
    await (await as(person)).post(path).attach('files', pdf, 'a.pdf').expect(status);
  }

  await deps
    .db('assessments')
    .where({ id })
    .update({ state: 'finished', finished_at: '2026-01-15T09:00:00.000Z', finished_by: people.ada.id });
  await bo.post(path).attach('files', pdf, 'a.pdf').expect(409);
  expect(await bytesOf(testApp)).toEqual({ kept: [], arriving: [] });
});

test('lets a company hand in for its own self-assessment', async () => {
  const testApp = await startTestApp();
  const id = await givenAssessment(testApp, 'self');
  await (await testApp.as('dora')).post(`/assessments/${id}/evidence`).attach('files', pdf, 'a.pdf').expect(303);
  await (await testApp.as('emil')).post(`/assessments/${id}/evidence`).attach('files', pdf, 'a.pdf').expect(404);
});
