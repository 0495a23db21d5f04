import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { examine } from '../../src/features/doctor/examine.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { readTimeStamp } from '../../src/features/time-stamps/read-time-stamp.ts';
import { askForStamp } from '../../src/features/time-stamps/time-authority.ts';
import { toTimeStampRequest } from '../../src/features/time-stamps/time-stamp-request.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import { startTestApp, testTime } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { givenIssued } from '../support/issued.ts';
import { startTimeAuthority } from '../support/time-authority.ts';

const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a stamp', () => {
  test('of a real authority is believed and tells time, authority and serial', async () => {
    const authority = await startTimeAuthority();
    const before = Date.now();
    const stamp = await askForStamp(authority, hashOf('paper'));
    expect(stamp).toMatchObject({ authority: '时间戳测试机构', policy: '1.3.6.1.4.1.32473.1', serial: '02' });
    expect(Math.abs(Date.parse(stamp.at) - before)).toBeLessThan(60_000);
    const trust = readFileSync(authority.trustFile, 'utf8');
    const { answer, ...told } = stamp;
    expect(await readTimeStamp(answer, { sha256: hashOf('paper'), nonce: null, trust })).toEqual(told);
  });

  test('of another file, to another question, by a stranger, by another key, or changed is not', async () => {
    const authority = await startTimeAuthority();
    const stranger = await startTimeAuthority();
    const sha256 = hashOf('paper');
    const { bytes, nonce } = toTimeStampRequest(sha256, randomBytes(8));
    const answer = authority.stamp(Buffer.from(bytes));
    const trust = readFileSync(authority.trustFile, 'utf8');
    const expected = { sha256, nonce, trust };
    const key = (text: string) => expect.objectContaining({ text: expect.objectContaining({ key: text }) });
    await expect(readTimeStamp(answer, expected)).resolves.toBeDefined();
    await expect(readTimeStamp(answer, { ...expected, sha256: hashOf('other') })).rejects.toEqual(key('timeStamps.otherFile'));
    await expect(readTimeStamp(answer, { ...expected, nonce: '41' })).rejects.toEqual(key('timeStamps.otherQuestion'));
    const others = readFileSync(stranger.trustFile, 'utf8');
    await expect(readTimeStamp(answer, { ...expected, trust: others })).rejects.toEqual(key('timeStamps.notTrusted'));
    await expect(readTimeStamp(answer, { ...expected, trust: 'nobody' })).rejects.toEqual(key('timeStamps.notTrusted'));
    const broken = Buffer.from(answer);
    broken.writeUInt8(broken.readUInt8(broken.length - 3) ^ 1, broken.length - 3);
    await expect(readTimeStamp(broken, expected)).rejects.toMatchObject({ code: 'conflict' });
    for (const nonsense of ['', '<html>', 'x'.repeat(5000)])
      await expect(readTimeStamp(Buffer.from(nonsense), expected)).rejects.toEqual(key('timeStamps.unreadable'));

    const misused = authority.stampWithWebKey(Buffer.from(bytes));
    await expect(readTimeStamp(misused, expected)).rejects.toEqual(key('timeStamps.wrongKey'));
  });

  test('no cut of an answer is believed or breaks anything', async () => {
    const authority = await startTimeAuthority();
    const { bytes, nonce } = toTimeStampRequest(hashOf('paper'), randomBytes(8));
    const answer = authority.stamp(Buffer.from(bytes));
    const trust = readFileSync(authority.trustFile, 'utf8');
    for (let length = 0; length < answer.length; length += 37)
      await expect(readTimeStamp(answer.subarray(0, length), { sha256: hashOf('paper'), nonce, trust })).rejects.toMatchObject({
        code: expect.stringMatching(/^(conflict|unavailable)$/),
      });
  });
});

test('an issued paper is stamped by itself; the stamp is on the page, at /verify, and holds for OpenSSL and the command', async () => {
  const authority = await startTimeAuthority();
  const { url, trustFile, folder } = authority;
  let now = testTime.getTime();
  const app = await startTestApp({ config: { timeAuthority: { url, trustFile } }, clock: () => new Date(now) });
  const audit = await givenAssessment(app);
  await rateAll(app.deps, audit, 'mixed');
  await finishAssessment(app, audit);
  const base = `/assessments/${audit.id}/documents`;
  const ada = await app.as('ada');

  // The authority is away: issuing does not wait for it, and it is asked again.
  authority.answer = () => ({ status: 503, body: Buffer.alloc(0) });
  const { id, code, sha256 } = await givenIssued(app, audit.id);
  expect((await ada.get(base)).text).toContain('Have it time-stamped');
  await ada.get(`${base}/${id}/time-stamp.tsr`).expect(404);
  authority.answer = null;
  now += 10_000;
  await runDueTasks(app.deps, taskKinds);

  const page = (await ada.get(base)).text;
  expect(page).toContain(`${base}/${id}/time-stamp.tsr`);
  expect(page).not.toContain('Have it time-stamped');
  expect((await app.anonymous.get(`/verify/${code}`)).text).toContain('by 时间戳测试机构');
  expect((await ada.get(`/assessments/${audit.id}/trail`)).text).toContain('had a document time-stamped');

  const [pdf, stamp, manifest] = [join(folder, 'r.pdf'), join(folder, 'r.tsr'), join(folder, 'r.json')];
  writeFileSync(pdf, readFileSync((await app.deps.files.sourceOf(sha256)).path));
  writeFileSync(stamp, (await ada.get(`${base}/${id}/time-stamp.tsr`).responseType('blob').expect(200)).body);
  writeFileSync(manifest, (await ada.get(`${base}/${id}/manifest.json`)).text);
  execFileSync('openssl', ['ts', '-verify', '-data', pdf, '-in', stamp, '-CAfile', trustFile], { stdio: 'pipe' });

  const lines: string[] = [];
  const verify = (...options: string[]) => {
    lines.length = 0;
    const output = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
    return run(['document', 'verify', pdf, '--manifest', manifest, '--language', 'en', ...options], {}, output);
  };
  expect(await verify('--time-stamp', stamp, '--trust', trustFile)).toBe(0);
  expect(lines.join('\n')).toContain('Time stamp: 20');
  expect(await verify('--time-stamp', stamp)).not.toBe(0);
  expect(lines.join('\n')).toContain('Give the file of trusted certificates');
  writeFileSync(stamp, 'nothing');
  expect(await verify('--time-stamp', stamp, '--trust', trustFile, '--json')).toBe(1);
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ genuine: false, timeStamp: null });
});

test('one that was issued before can be stamped later; who may not issue may not ask', async () => {
  const { url, trustFile } = await startTimeAuthority();
  const app = await startTestApp();
  const audit = await givenAssessment(app);
  await rateAll(app.deps, audit, 'mixed');
  await finishAssessment(app, audit);
  const { id } = await givenIssued(app, audit.id);
  const place = `/assessments/${audit.id}/documents/${id}/time-stamp`;
  const ada = await app.as('ada');
  expect((await ada.post(place).expect(409)).text).toContain('No time-stamping authority is configured');

  Object.assign(app.deps.config, { timeAuthority: { url, trustFile } });
  await (await app.as('bo')).post(place).expect(404);
  await (await app.as('cai')).post(place).expect(404);
  const task = (await ada.post(place).expect(303)).get('Location') ?? '';
  await runDueTasks(app.deps, taskKinds);
  expect((await ada.get(task)).status).toBe(200);
  expect((await ada.get('/inbox')).text).toContain('was time-stamped by 时间戳测试机构');
});

test('the doctor has nothing stamped, and says when that does not work', async () => {
  const authority = await startTimeAuthority();
  const { url, trustFile } = authority;
  const { deps } = await startTestApp({ config: { timeAuthority: { url, trustFile } } });
  const told = async () => (await examine(deps)).map(({ health, text }) => `${health} ${text.key}`);
  expect(await told()).toContain('fine doctor.timeAuthority');
  authority.answer = () => ({ status: 200, body: Buffer.from('<html>') });
  expect(await told()).toContain('mend timeStamps.unreadable');
  Object.assign(deps.config, { timeAuthority: { url, trustFile: join(authority.folder, 'missing.pem') } });
  expect(await told()).toContain('mend doctor.timeAuthorityAway');
});
