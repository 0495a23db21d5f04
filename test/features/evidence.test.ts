import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countEvidenceByClause, listEvidence } from '../../src/features/evidence/evidence-store.ts';
import { madeOnce, startTestApp } from '../support/app.ts';
import { departmentClause, dutiesClause, givenAssessment, givenInterview } from '../support/evidence.ts';
import { pdf, png } from '../support/sample-files.ts';

async function givenWork(settings: Parameters<typeof startTestApp>[0] = {}) {
  const testApp = await startTestApp(settings);
  const id = await givenAssessment(testApp);
  const bo = await testApp.as('bo');
  const path = `/assessments/${id}/evidence`;
  const handIn = async (content: Buffer, name: string, fields: Record<string, string> = {}): Promise<string> => {
    const post = bo.post(path).set('Accept', 'application/json').attach('files', content, name);
    for (const [field, value] of Object.entries(fields)) post.field(field, value);
    return (await post.expect(201)).body.evidence[0].href;
  };
  return { ...testApp, id, bo, path, handIn };
}

test('lists evidence with its facts, newest first', async () => {
  const { bo, path, handIn, id } = await givenWork();
  await handIn(pdf, '维修单.pdf', { clauses: departmentClause.id, ownDate: '2026-01-13' });
  await handIn(png(), '现场.png');

  const page = (await bo.get(path).expect(200)).text;
  expect(page).toContain('2026-01-13');
  expect(page).toContain(`href="/assessments/${id}/clauses/${departmentClause.id}"`);
  expect(page).toContain(`>${departmentClause.number}</a>`);
  expect(page).toContain('2026-01-15 17:00');
  expect(page.indexOf('>E2<')).toBeLessThan(page.indexOf('>E1<'));
  expect(page).toMatch(/title="[0-9a-f]{64}">[0-9a-f]{8}</);
});

const givenThree = madeOnce(async (settings) => {
  const testApp = await givenWork(settings);
  await testApp.handIn(pdf, '合同.pdf', { title: '售后报告' });
  await testApp.handIn(png(), 'Photo.png', { title: 'Site', note: 'Annual report' });
  await givenInterview(testApp, testApp.id, 'Talk');
  return testApp;
});

test.each([
  ['search=报告', ['E1']],
  ['search=REPORT', ['E2']],
  ['search=photo.png', ['E2']],
  ['search=e3', ['E3']],
  ['search=%25', []],
  ['kind=interview', ['E3']],
  ['kind=nonsense', ['E3', 'E2', 'E1']],
  ['kind=photo&search=报告', []],
])('finds by %s', async (query, references) => {
  const testApp = await givenThree();
  const page = (await testApp.bo.get(`${testApp.path}?${query}`).expect(200)).text;
  expect([...page.matchAll(/nowrap">(E\d+)</g)].map(([, reference]) => reference)).toEqual(references);
});

test('pages a long list', async () => {
  const testApp = await givenWork();
  for (let count = 1; count <= 26; count += 1) await givenInterview(testApp, testApp.id, `Talk ${count}`);

  expect((await testApp.bo.get(testApp.path).expect(200)).text).toContain('Page 1 of 2');
  const second = (await testApp.bo.get(`${testApp.path}?page=2`).expect(200)).text;
  expect(second).toContain('>E1<');
  expect(second).not.toContain('>E2<');
});

test('shows an empty list with the form open to who may add, without it to who may not', async () => {
  const { bo, path, as } = await givenWork();
  expect((await bo.get(path).expect(200)).text).toMatch(/<details class="sheet evidence-adding" open>/);
  expect((await (await as('root')).get(path).expect(200)).text).not.toContain('multipart/form-data');
});

test('downloads the file under its original name, byte for byte', async () => {
  const { bo, handIn } = await givenWork();
  const href = await handIn(pdf, '维修单 "1".pdf');

  const file = await bo.get(`${href}/file`).responseType('blob').expect(200);
  expect(file.body.equals(pdf)).toBe(true);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(pdf.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache, no-transform',
  });
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="/);
  expect(file.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('维修单')}`);
});

test('answers HEAD and a repeated request without the bytes', async () => {
  const { bo, handIn } = await givenWork();
  const href = await handIn(Buffer.from('a,b\n'.repeat(1000)), 'a.csv');

  const head = await bo.head(`${href}/file`).set('Accept-Encoding', 'gzip').expect(200);
  expect(head.headers['content-length']).toBe('4000');
  expect(head.headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
  await bo.get(`${href}/file`).set('If-None-Match', String(head.headers.etag)).expect(304);
});

test('shows only pictures in the browser, in a sandbox', async () => {
  const { bo, handIn } = await givenWork();
  const disposition = async (content: Buffer, name: string) =>
    (await bo.get(`${await handIn(content, name)}/file?view`).expect(200)).headers;

  const picture = await disposition(png(), 'a.png');
  expect(picture['content-disposition']).toMatch(/^inline/);
  expect(picture['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect((await disposition(pdf, 'a.pdf'))['content-disposition']).toMatch(/^attachment/);
  expect((await disposition(Buffer.from('hello <script>alert(1)</script>'), 'a.txt'))['content-disposition']).toMatch(
    /^attachment/,
  );
});

test.each([
  ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(146)}.pdf`],
  ['现场📷.pdf', '现场📷.pdf'],
  ['"><script>alert(1)</script>.pdf', 'script_.pdf'],
])('shows the name %s as a mere name', async (given, shown) => {
  const { bo, handIn, deps } = await givenWork();
  const href = await handIn(pdf, decodeURIComponent(given));

  expect(await deps.db('evidence').pluck('file_name')).toEqual([shown]);
  const file = await bo.get(`${href}/file`).expect(200);
  expect(file.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(shown)}`);
});

test('says that the bytes are missing in the storage', async () => {
  const { bo, handIn, deps } = await givenWork();
  const href = await handIn(pdf, '维修单.pdf');
  await rm(join(deps.config.dataFolder, 'files'), { recursive: true });

  const page = await bo.get(`${href}/file`).expect(503);
  expect(page.text).toContain('The file “维修单.pdf” is on record but missing from the storage');
  expect(page.headers['content-disposition']).toBeUndefined();
});

test('changes what is said of a piece, and records before and after', async () => {
  const { bo, handIn, deps } = await givenWork();
  const href = await handIn(pdf, 'a.pdf', { clauses: departmentClause.id });
  const form = {
    kind: 'record',
    title: '维修记录',
    ownDate: '2026-01-14',
    note: 'x',
    link: 'https://example.com/',
    clauses: dutiesClause.id,
    revision: 1,
  };

  await bo.post(href).type('form').send(form).expect(303).expect('Location', href);
  const page = (await bo.get(href).expect(200)).text;
  for (const text of ['The evidence is saved.', '维修记录', '2026-01-14', 'https://example.com/', dutiesClause.number])
    expect(page).toContain(text);
  const entry = await deps.db('audit_entries').where({ deed: 'evidence.changed' }).first();
  expect(JSON.parse(entry.details)).toMatchObject({
    reference: 'E1',
    before: { title: 'a', clauses: [departmentClause.id] },
    after: { title: '维修记录', clauses: [dutiesClause.id] },
  });
});

const givenOne = madeOnce(async (settings) => {
  const testApp = await givenWork(settings);
  return { ...testApp, href: await testApp.handIn(pdf, 'a.pdf') };
});

test.each([
  [{ kind: 'record', title: '' }, 'Fill in this field.'],
  [{ kind: 'link', title: 'x' }, 'Give the web address of the link.'],
  [{ kind: 'nonsense', title: 'x' }, 'This value cannot be used.'],
  [{ kind: 'record', title: 'x', clauses: 'system' }, 'A chosen clause is not rated'],
])('refuses the change %j and keeps what was typed', async (form, text) => {
  const { bo, href } = await givenOne();
  const page = await bo
    .post(href)
    .type('form')
    .send({ note: '写好的说明', revision: 1, ...form })
    .expect(422);
  expect(page.text).toContain(text);
  expect(page.text).toContain('写好的说明');
});

test('removes a piece and keeps the bytes that another one uses', async () => {
  const { bo, handIn, path, deps } = await givenWork();
  const first = await handIn(pdf, 'a.pdf', { clauses: departmentClause.id });
  const second = await handIn(pdf, 'b.pdf');

  await bo.post(`${first}/removal`).expect(303).expect('Location', path);
  expect((await bo.get(path)).text).toContain('Evidence E1 is removed.');
  await bo.get(first).expect(404);
  await bo.get(`${second}/file`).expect(200);
  expect(await deps.db('evidence_clauses')).toEqual([]);
  expect(await deps.db('audit_entries').where({ deed: 'evidence.removed' })).toHaveLength(1);
});

test('is hidden from strangers and cannot be changed by those who only see it', async () => {
  const testApp = await givenWork();
  const href = await testApp.handIn(pdf, 'a.pdf');
  const clause = `/assessments/${testApp.id}/clauses/${departmentClause.id}/evidence`;
  for (const person of ['cai', 'emil', 'dora'] as const) {
    const stranger = await testApp.as(person);
    for (const path of [href, `${href}/file`, clause]) await stranger.get(path).expect(404);
    await stranger.post(href).type('form').send({ kind: 'record', title: 'x', revision: 1 }).expect(404);
    await stranger.post(`${href}/removal`).expect(404);
  }

  await (await testApp.as('cai')).get(testApp.path).expect(404);
  const company = await (await testApp.as('dora')).get(testApp.path).expect(200);
  expect(company.text).not.toContain('a.pdf');

  const root = await testApp.as('root');
  expect((await root.get(href).expect(200)).text).not.toContain('removal');
  await root.get(`${href}/file`).expect(200);
  await root.post(href).type('form').send({ kind: 'record', title: 'x', revision: 1 }).expect(404);
  await root.post(`${href}/removal`).expect(404);
});

test('finds a piece only through its own assessment', async () => {
  const testApp = await givenWork();
  const href = await testApp.handIn(pdf, 'a.pdf');
  const other = await givenAssessment(testApp);
  const strange = href.replace(testApp.id, other);

  await testApp.bo.get(strange).expect(404);
  await testApp.bo.get(`${strange}/file`).expect(404);
  await testApp.bo.post(`${strange}/removal`).expect(404);
  await testApp.bo.get(`${testApp.path}/not-an-id`).expect(404);
});

test('can be read but no longer changed when the assessment is finished', async () => {
  const { handIn, deps, id, people, bo, as } = await givenWork();
  const href = await handIn(pdf, 'a.pdf');
  await deps
    .db('assessments')
    .where({ id })
    .update({ state: 'finished', finished_at: '2026-01-15T09:00:00.000Z', finished_by: people.ada.id });

  await bo.post(href).type('form').send({ kind: 'record', title: 'x', revision: 1 }).expect(409);
  await bo.post(`${href}/removal`).expect(409);
  expect((await bo.get(href).expect(200)).text).not.toContain('enctype');
  await (await as('dora')).get(`${href}/file`).expect(200);
});

test('shows for a clause what is expected, what is there, and a form to add', async () => {
  const testApp = await givenWork();
  const clause = `/assessments/${testApp.id}/clauses/${departmentClause.id}/evidence`;
  const before = (await testApp.bo.get(clause).expect(200)).text;
  expect(before).toContain('required, not there yet');
  expect(before).toContain('No evidence for this clause yet.');
  expect(before).toContain('<option value="document" selected>');
  expect(before).not.toContain('<html');

  await testApp.handIn(pdf, '任命文件.pdf', { clauses: departmentClause.id });
  const after = (await testApp.bo.get(clause).expect(200)).text;
  expect(after).not.toContain('required, not there yet');
  expect(after).toContain('任命文件');
  expect((await (await testApp.as('root')).get(clause).expect(200)).text).not.toContain('<form');

  await testApp.bo.get(`/assessments/${testApp.id}/clauses/system/evidence`).expect(404);
  await testApp.bo.get(`/assessments/${testApp.id}/clauses/nonsense/evidence`).expect(404);
});

test('reads all evidence of an assessment as a dossier has it', async () => {
  const testApp = await givenWork();
  await testApp.handIn(pdf, '任命文件.pdf', { clauses: departmentClause.id, ownDate: '2026-01-13' });
  await givenInterview(testApp, testApp.id, 'Talk');
  await givenInterview(testApp, await givenAssessment(testApp), 'Elsewhere');

  const untouched = {
    ...{ status: 'submitted', reason: null, supersededBy: null, periodFrom: null, periodTo: null },
    ...{ site: null, source: null, validUntil: null },
  };
  expect(await listEvidence(testApp.deps.db, testApp.id)).toEqual([
    {
      id: expect.any(String),
      reference: 'E1',
      kind: 'document',
      title: '任命文件',
      note: '',
      date: '2026-01-13',
      clauses: [departmentClause.id],
      link: null,
      life: untouched,
      file: {
        name: '任命文件.pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    },
    {
      id: expect.any(String),
      reference: 'E2',
      kind: 'interview',
      title: 'Talk',
      note: '',
      link: null,
      date: null,
      clauses: [departmentClause.id],
      life: untouched,
      file: null,
    },
  ]);
  expect(await countEvidenceByClause(testApp.deps.db, testApp.id)).toEqual(
    new Map([[departmentClause.id, new Set(['document', 'interview'])]]),
  );
});

test('speaks Chinese', async () => {
  const testApp = await givenWork();
  const href = await testApp.handIn(pdf, 'a.pdf');
  const reader = await testApp.as('ada', 'zh-CN');
  expect((await reader.get(testApp.path).expect(200)).text).toContain('提交证据');
  expect((await reader.get(href).expect(200)).text).toContain('移除证据');
});
