import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { beginCase } from '../../src/features/cases/case-service.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { packed } from '../support/archives.ts';
import { application, givenPerson, signInAs } from '../support/certification.ts';
import { givenAssessment } from '../support/evidence.ts';
import { companyIds } from '../support/people.ts';
import { heicPicture, phonePicture } from '../support/pictures.ts';
import { pdf } from '../support/sample-files.ts';

const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function givenWork() {
  const app = await startTestApp();
  const id = await givenAssessment(app);
  return { ...app, path: `/assessments/${id}/evidence`, bo: await app.as('bo') };
}

let picture: Buffer;
beforeAll(async () => {
  picture = await phonePicture('jpeg');
});

/** The bytes that a browser gets back. */
async function download(agent: Awaited<ReturnType<TestApp['as']>>, href: string): Promise<Buffer> {
  const answer = await agent.get(`${href}/file`).responseType('blob').expect(200);
  return answer.body;
}

test('a picture loses camera, time and place; the page says so with the hash of what came', async () => {
  const { bo, path, deps } = await givenWork();
  const answer = await bo.post(path).set('Accept', 'application/json').attach('files', picture, '现场.jpg').expect(201);
  const { href } = answer.body.evidence[0];

  const stored = await download(bo, href);
  expect(stored.includes('Assay Phone')).toBe(false);
  expect(stored.includes('Exif')).toBe(false);
  const page = await bo.get(href).expect(200);
  expect(page.text).toContain('Place, time and camera were removed');
  expect(page.text).toContain(sha256Of(picture));
  expect(page.text).toContain(sha256Of(stored));
  const [entry] = await deps.db('audit_entries').where({ deed: 'evidence.added' });
  expect(entry.details).toContain(sha256Of(picture));
});

test('a picture keeps them, byte for byte, when that was chosen; the choice may come after the files', async () => {
  const { bo, path } = await givenWork();
  const answer = await bo
    .post(path)
    .set('Accept', 'application/json')
    .attach('files', picture, '现场.jpg')
    .attach('files', heicPicture, 'IMG_1.heic')
    .field('keepDetails', 'yes')
    .expect(201);
  const [first, second] = answer.body.evidence;
  expect(await download(bo, first.href)).toEqual(picture);
  expect(await download(bo, second.href)).toEqual(heicPicture);
  expect((await bo.get(first.href)).text).toContain('Place, time and camera are kept');
});

test('what is taken over from another assessment tells the same of its picture', async () => {
  const app = await givenWork();
  await app.bo.post(app.path).attach('files', picture, 'a.jpg').expect(303);
  const later = await givenAssessment(app);
  const evidence = await app.deps.db('evidence').first('id');
  await app.bo.post(`/assessments/${later}/evidence/reuse`).type('form').send({ evidence: evidence.id }).expect(303);
  const rows = await app.deps.db('evidence').select('picture_details', 'original_sha256');
  expect(rows).toEqual(Array(2).fill({ picture_details: 'removed', original_sha256: sha256Of(picture) }));
});

test('a bomb is refused with its name, and leaves nothing behind', async () => {
  const { bo, path, deps } = await givenWork();
  const bomb = packed([{ name: 'zeros', content: Buffer.alloc(1000), claimed: 400 * 1024 * 1024 }]);
  const page = await bo
    .post(path)
    .attach('files', bomb, '台账.zip')
    .attach('files', pdf, 'a.pdf')
    .field('note', '说明文字')
    .expect(422);
  expect(page.text).toContain('“台账.zip” would unpack to far too much');
  expect(page.text).toContain('说明文字');
  expect(await deps.db('stored_files')).toEqual([]);
});

test('an encrypted file is taken in and named as such, in both languages', async () => {
  const { bo, path } = await givenWork();
  const sealed = packed([{ name: 'a.txt', content: Buffer.from('x'), encrypted: true }]);
  await bo.post(path).attach('files', sealed, '合同.zip').expect(303);
  expect((await bo.get(path)).text).toContain('>encrypted</span>');
  expect((await bo.get(path).set('Accept-Language', 'zh-CN')).text).toContain('>已加密</span>');
});

test.each([
  ['..\\..\\windows\\evil.pdf', 'evil.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a%0D%0ASet-Cookie_ x=1.pdf'],
  ['\u202efdp.报告.pdf', 'fdp.报告.pdf'],
  ['"><script>.pdf', '__script_.pdf'],
])('a file named %j is served as %j, to be saved and not to be run', async (given, shown) => {
  const { bo, path } = await givenWork();
  const answer = await bo.post(path).set('Accept', 'application/json').attach('files', pdf, given).expect(201);
  const served = await bo.get(`${answer.body.evidence[0].href}/file?view`).expect(200);
  expect(served.headers['content-disposition']).toContain(`attachment; `);
  expect(decodeURIComponent(served.headers['content-disposition'] ?? '')).toContain(shown);
  expect(served.headers).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-type': 'application/pdf',
  });
  expect(served.headers['set-cookie']?.toString() ?? '').not.toContain('x=1');
});

test('a paper of a certification loses them too, unless they are kept on purpose; the form offers it', async () => {
  const app = await startTestApp();
  const manager = await givenPerson(app, 'Gao', 'company-manager');
  const id = await beginCase(app.deps, toActor(manager), { ...application, sites: [], organization: companyIds.haichuan });
  const gao = await signInAs(app, manager);
  expect((await gao.get(`/cases/${id}`).expect(200)).text).toContain('Videos and recordings keep theirs');
  const hand = (title: string) => gao.post(`/cases/${id}/documents`).field('title', title).attach('files', picture, '现场.jpg');
  await hand('plain').expect(303);
  await hand('whole').field('keepDetails', 'yes').expect(303);
  const hashes = Object.fromEntries((await app.deps.db('case_documents')).map(({ title, sha256 }) => [title, sha256]));
  expect(hashes.whole).toBe(sha256Of(picture));
  expect(hashes.plain).not.toBe(sha256Of(picture));
});
