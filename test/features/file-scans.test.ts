import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ClamdAddress } from '../../src/config.ts';
import { scanFile } from '../../src/features/file-scans/clamd.ts';
import { beginScanning, scanWaiting } from '../../src/features/file-scans/scan-service.ts';
import type { FileBytes } from '../../src/storage/file-bytes.ts';
import { startTestApp, testTime } from '../support/app.ts';
import { eicar, serveSockets, speakClamd, startClamd } from '../support/clamd.ts';
import { givenAssessment } from '../support/evidence.ts';
import { isInstalled } from '../support/programs.ts';
import { pdf } from '../support/sample-files.ts';

function bytes(content: Buffer): FileBytes {
  return { size: content.length, open: async () => Readable.from([content]) };
}

async function givenWork(clamd: ClamdAddress | null) {
  let now = testTime;
  const app = await startTestApp({ config: { clamd }, clock: () => now });
  const id = await givenAssessment(app);
  const path = `/assessments/${id}/evidence`;
  const bo = await app.as('bo');
  const handIn = async (content: Buffer, name: string) => {
    const answer = await bo.post(path).set('Accept', 'application/json').attach('files', content, name).expect(201);
    return String(answer.body.evidence[0].href);
  };
  return { ...app, bo, path, handIn, later: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

test('every byte reaches the scanner in its protocol, and its word is understood', async () => {
  const content = randomBytes(200_000);
  const scanner = await speakClamd(() => 'stream: OK');
  expect(await scanFile(scanner, bytes(content))).toEqual({ scan: 'clean' });
  expect(scanner.heard).toEqual([content]);

  const finding = await speakClamd(() => 'stream: Win.Test.EICAR_HDB-1 FOUND');
  expect(await scanFile(finding, bytes(pdf))).toEqual({ scan: 'infected', words: 'Win.Test.EICAR_HDB-1' });
  const refusing = await speakClamd(() => 'INSTREAM size limit exceeded. ERROR');
  expect(await scanFile(refusing, bytes(pdf))).toEqual({ scan: 'error', words: 'INSTREAM size limit exceeded' });
});

test('what is no answer is no clean bill', async () => {
  const odd = await speakClamd(() => 'stream: MAYBE OK');
  await expect(scanFile(odd, bytes(pdf))).rejects.toThrow('answered');
  const mute = await serveSockets((socket) => socket.destroy());
  await expect(scanFile(mute, bytes(pdf))).rejects.toThrow();
  await expect(scanFile({ path: '/nowhere/clamd' }, bytes(pdf))).rejects.toThrow('ENOENT');
});

test('a scanner that stops listening in the middle is still heard', async () => {
  const impatient = await serveSockets((socket) =>
    socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0')),
  );
  expect(await scanFile(impatient, bytes(randomBytes(3_000_000)))).toMatchObject({ scan: 'error' });
});

test('until it is scanned a file cannot be had and says so; then it can', async () => {
  const scanner = await speakClamd(() => 'stream: OK');
  const { bo, path, handIn, deps } = await givenWork(scanner);
  const href = await handIn(pdf, '合同.pdf');

  expect((await bo.get(path)).text).toContain('being scanned');
  expect((await bo.get(`${href}/file`).expect(503)).text).toContain('is being scanned for viruses');
  expect(await scanWaiting(deps)).toBe(1);
  await bo.get(`${href}/file`).expect(200);
  expect((await bo.get(path)).text).not.toContain('being scanned');
  expect(await scanWaiting(deps)).toBe(0);
});

test('what is found stays in quarantine, is on record, and shown to those who look after files', async () => {
  const scanner = await speakClamd(() => 'stream: Bad.Thing FOUND');
  const { bo, path, handIn, deps, as } = await givenWork(scanner);
  const href = await handIn(pdf, '合同.pdf');
  await scanWaiting(deps);

  expect((await bo.get(`${href}/file`).expect(409)).text).toContain('It is quarantined');
  expect((await bo.get(href)).text).not.toContain(`href="${href}/file"`);
  expect((await bo.get(path).set('Accept-Language', 'zh-CN')).text).toContain('已隔离');
  expect(await deps.db('audit_entries').where({ deed: 'files.quarantined' })).toHaveLength(1);
  const page = await (await as('root')).get('/integrity').expect(200);
  expect(page.text).toContain('Bad.Thing');
  expect(page.text).toContain(href);

  // The same bytes under another name, and by another person.
  const again = await handIn(pdf, '另一份.pdf');
  await bo.get(`${again}/file`).expect(409);
});

test('while the scanner is away files wait, and the page says why; it goes on when the scanner is back', async () => {
  let up = false;
  const scanner = await serveSockets((socket) => {
    if (!up) socket.destroy();
    socket.on('data', (part: Buffer) => part.subarray(-4).equals(Buffer.alloc(4)) && socket.end('stream: OK\0'));
  });
  const { bo, handIn, deps, as } = await givenWork(scanner);
  const href = await handIn(pdf, 'a.pdf');
  await expect(scanWaiting(deps)).rejects.toThrow();
  await bo.get(`${href}/file`).expect(503);
  expect((await (await as('root')).get('/integrity')).text).toContain('cannot be reached');
  up = true;
  await scanWaiting(deps);
  await bo.get(`${href}/file`).expect(200);
});

test('a file that the scanner does not take is asked about again ever later', async () => {
  const scanner = await speakClamd(() => 'INSTREAM size limit exceeded. ERROR');
  const { bo, handIn, deps, later, as } = await givenWork(scanner);
  const href = await handIn(pdf, 'a.pdf');
  expect(await scanWaiting(deps)).toBe(1);
  expect(await scanWaiting(deps)).toBe(0);
  later(61_000);
  expect(await scanWaiting(deps)).toBe(1);
  later(61_000);
  expect(await scanWaiting(deps)).toBe(0);
  await bo.get(`${href}/file`).expect(503);
  expect((await (await as('root')).get('/integrity')).text).toContain('Not scanned yet: INSTREAM size limit exceeded');
});

test('with a scanner for the first time, what is stored already is scanned too', async () => {
  const { handIn, deps, bo } = await givenWork(null);
  const href = await handIn(pdf, 'a.pdf');
  await bo.get(`${href}/file`).expect(200);
  const scanner = await speakClamd(() => 'stream: OK');
  const scanning = { ...deps, config: { ...deps.config, clamd: scanner } };
  await beginScanning(scanning);
  await bo.get(`${href}/file`).expect(503);
  await scanWaiting(scanning);
  await bo.get(`${href}/file`).expect(200);
});

test.skipIf(!isInstalled('clamd'))(
  'a real clamd finds the test file, and passes another (skipped where clamd is not installed)',
  async () => {
    const clamd = await startClamd();
    const { handIn, bo, deps, as } = await givenWork(clamd);
    const bad = await handIn(eicar, 'a.txt');
    const good = await handIn(pdf, 'b.pdf');
    const large = await handIn(Buffer.alloc(2_000_000, 'text '), 'c.txt');
    expect(await scanWaiting(deps)).toBe(3);
    await bo.get(`${bad}/file`).expect(409);
    await bo.get(`${good}/file`).expect(200);
    await bo.get(`${large}/file`).expect(503);
    const page = await (await as('root')).get('/integrity');
    expect(page.text).toContain('ClamAV');
    expect(page.text).toContain('Test.Eicar');
    expect(page.text).toMatch(/Not scanned yet: (INSTREAM|the scanner broke off)/);
  },
);
