import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { keepBody } from '../../src/features/branding/body-store.ts';
import { listCertificateFiles } from '../../src/features/certificates/certificate-file-store.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { signWaiting } from '../../src/features/certificates/sign-waiting.ts';
import { readSigningKey } from '../../src/features/certificates/signing-key.ts';
import { judgeUpload } from '../../src/features/register/judge-upload.ts';
import { demoBody, givenCertified } from '../support/certified.ts';
import { givenKey } from '../support/signing-key.ts';

test('a certificate waits for the body, is signed, found in the register and known again, and a changed byte is noticed', {
  timeout: 60_000,
}, async () => {
  const file = givenKey(tmpdir(), { from: '2025-01-01', to: '2030-01-01' });
  const app = await givenCertified({ config: { signingKey: { file, password: 'secret', passwordFile: null } } });
  const { deps, grant, anonymous } = app;
  const { id, number } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
  expect(await signWaiting(deps)).toEqual({ signed: 0, trouble: 'no-body' });
  await deps.db.transaction((trx) => keepBody(trx, demoBody, 0));
  expect(await signWaiting(deps)).toEqual({ signed: 1, trouble: null });

  const [paper] = await listCertificateFiles(deps.db, id);
  const pdf = await readFile((await deps.files.sourceOf(paper?.sha256 ?? '')).path);
  expect(await judgeUpload(deps.db, pdf)).toMatchObject({ verdict: 'issued', intact: true, certificate: { number } });
  const changed = Buffer.from(pdf);
  changed[700] = (changed[700] ?? 0) ^ 1;
  expect(await judgeUpload(deps.db, changed)).toMatchObject({ verdict: 'altered', intact: false });
  expect(await judgeUpload(deps.db, Buffer.concat([pdf, Buffer.from('\n%more')]))).toMatchObject({
    verdict: 'altered',
    intact: false,
  });
  expect(await judgeUpload(deps.db, Buffer.from('hello'))).toMatchObject({ verdict: 'no-pdf' });
  expect(await judgeUpload(deps.db, Buffer.from('%PDF-1.4 /ByteRange [0 5 6 99999]'))).toMatchObject({ verdict: 'foreign' });

  const upload = await anonymous.post('/register/verification').attach('files', pdf, 'c.pdf');
  expect(upload.text).toContain('Genuine');
  const found = await anonymous.get('/register?search=%E6%B5%B7%E5%B7%9D');
  expect(found.text).toContain(number);
  expect(found.headers['cache-control']).toContain('public');
  const listed = await anonymous.get('/register/list.json?search=%E6%B5%B7&language=en').expect(200);
  expect(listed.body).toMatchObject({ more: false, certificates: [{ number, state: 'valid', validUntil: '2029-01-14' }] });
  const table = await anonymous.get('/register/list.csv?language=en').expect(200);
  const [, line = ''] = table.text.split('\r\n');
  expect(line.startsWith(`${number},海川电器有限公司,`)).toBe(true);
  expect(line).toContain(`2029-01-14,${deps.config.address}/register/${number}`);
  expect((await anonymous.get('/register/list.json?state=withdrawn')).body.certificates).toEqual([]);
  const workbook = await (await app.as('root')).get('/certificates/statistics.xlsx').responseType('blob').expect(200);
  const book = new Workbook();
  await book.xlsx.load(workbook.body);
  expect(book.worksheets[0]?.getRow(2).getCell(1).value).toBe('2026');
  expect(book.worksheets[0]?.getRow(2).getCell(5).value).toBe(1);
  const json = await anonymous.get(`/register/${number}.json`);
  expect(json.body).toMatchObject({ number, state: 'valid' });
  expect((await anonymous.get(`/register/${number}.json`).set('If-None-Match', json.headers.etag ?? '')).status).toBe(304);
  expect((await anonymous.get('/register/NONE-1')).status).toBe(404);
});

test('what is wrong with a key is told by name', async () => {
  const now = new Date('2026-01-15T09:00:00Z');
  const state = async (file: string, password: string) =>
    (await readSigningKey({ signingKey: { file, password, passwordFile: null } }, now)).trouble;
  const old = givenKey(tmpdir(), { from: '2020-01-01', to: '2021-01-01' });
  expect(await state(old, 'secret')).toBe('expired');
  expect(await state(old, 'other')).toBe('wrong-password');
  expect(await state('/nowhere.p12', '')).toBe('unreadable');
  expect(await state(import.meta.filename, '')).toBe('broken');
});
