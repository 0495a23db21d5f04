import { tmpdir } from 'node:os';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { keepBody } from '../../src/features/branding/body-store.ts';
import { issueCertificate, readRefusals } from '../../src/features/certificates/issue-certificate.ts';
import { signByClock, warnOfSigningKey } from '../../src/features/certificates/sign-waiting.ts';
import { suspendOverdue } from '../../src/features/certificates/suspend-overdue.ts';
import { remindOfDue } from '../../src/features/reminders/remind.ts';
import { translateMessage } from '../../src/i18n/translate.ts';
import { startTestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { demoBody, givenCertified } from '../support/certified.ts';
import { givenKey } from '../support/signing-key.ts';

test('who is due for surveillance is told, then suspended by the clock, and then withdrawal is due; each reads it in their language', {
  timeout: 60_000,
}, async () => {
  let now = new Date('2026-01-15T09:00:00Z');
  const app = await givenCertified({ clock: () => now });
  const { deps, grant } = app;
  const { id } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
  const read = async (person: 'root' | 'dora', path: string) =>
    (await (await app.as(person, person === 'dora' ? 'zh-CN' : 'en')).get(path).expect(200)).text;

  now = new Date('2026-11-14T09:00:00Z');
  await remindOfDue(deps);
  expect(await read('dora', '/inbox')).not.toContain('逾期将自动暂停');
  now = new Date('2026-11-18T09:00:00Z');
  await remindOfDue(deps);
  expect(await read('dora', '/inbox')).toContain('须在 2027-01-15 前完成监督，逾期将自动暂停');
  expect(await read('root', '/inbox')).toContain('needs its surveillance by 2027-01-15');

  // The day ends where the body is: at 16:00 UTC it is the 16th in Shanghai.
  now = new Date('2027-01-15T15:59:59Z');
  expect(await suspendOverdue(deps)).toBe(0);
  now = new Date('2027-01-15T16:00:00Z');
  // The reminder of what is overdue comes first or the suspension does: people are told once.
  await remindOfDue(deps);
  expect(await Promise.all([suspendOverdue(deps), suspendOverdue(deps)]).then(([a, b]) => a + b)).toBe(1);
  expect(await deps.db('certificates').first('standing', 'suspended_until')).toEqual({
    standing: 'suspended',
    suspended_until: '2027-07-16',
  });
  await remindOfDue(deps);
  const told: object[] = await deps.db('notices').where({ user_id: app.people.dora.id });
  expect(told.filter((notice) => JSON.stringify(notice).includes('2027-01-15'))).toHaveLength(2);
  expect(await read('dora', '/inbox')).toContain('因未按期（2027-01-15）完成监督审核，已自动暂停');
  const inChinese = await read('dora', `/certificates/${id}`);
  expect(inChinese).toContain('未在规定期限内完成监督审核');
  const inEnglish = await read('root', `/certificates/${id}`);
  expect(inEnglish).toContain('Surveillance was not passed in time');
  expect(inEnglish).not.toContain('未在规定期限内');
  expect(inEnglish).not.toContain('ended on 2027-07-16 without a decision');

  now = new Date('2027-07-17T02:00:00Z');
  await remindOfDue(deps);
  expect(await read('root', '/inbox')).toContain('ended on 2027-07-16 without a decision');
  expect(await read('root', `/certificates/${id}`)).toContain('due to be restored, reduced or withdrawn');
  expect(await read('root', '/programme')).toContain('Suspensions that ended');
  expect(await read('dora', `/certificates/${id}`)).not.toContain('应恢复、缩小范围或撤销');
});

test('people are told as long before as the criteria of the certificate say', async () => {
  let now = new Date('2026-01-15T09:00:00Z');
  const app = await givenCertified({ clock: () => now });
  const { deps, grant } = app;
  await deps.db.transaction((trx) => issueCertificate(trx, grant));
  const other = await deps.db.transaction((trx) => issueCertificate(trx, grant));
  const notices = JSON.stringify({ surveillance: { value: 2, unit: 'weeks' } });
  await deps.db('certificates').where({ id: other.id }).update({ notices });
  const told = async () => {
    await remindOfDue(deps);
    return (await (await app.as('root')).get('/inbox').expect(200)).text.includes(`${other.number}`);
  };
  now = new Date('2026-11-18T09:00:00Z');
  expect(await told()).toBe(false);
  now = new Date('2027-01-01T15:59:00Z');
  expect(await told()).toBe(true);
});

test('open majors and failed gates are refused by name, in one language at a time', async () => {
  const app = await givenCertified();
  const { deps, grant } = app;
  const finding = await deps.db('findings').where({ assessment_id: grant.assessmentId }).first('id');
  expect(finding).toBeUndefined();
  const raised = {
    id: '11111111-1111-4111-8111-111111111111',
    assessment_id: grant.assessmentId,
    grade: 'major',
    state: 'answered',
    number: 3,
  };
  const columns = await deps.db('findings').columnInfo();
  const needed = Object.fromEntries(
    Object.entries(columns)
      .filter(([name, { nullable, defaultValue }]) => !(name in raised) && !nullable && (defaultValue ?? null) === null)
      .map(([name, { type }]) => [name, /int/i.test(type) ? 1 : name.endsWith('_by') ? app.people.ada.id : 'x']),
  );
  await deps.db('findings').insert({ ...needed, ...raised });
  const majors = await readRefusals(deps.db, grant.assessmentId, grant.gradeId);
  expect(majors.map((text) => translateMessage(text, 'en'))).toEqual(['These major nonconformities are still open: N3.']);
  await expect(deps.db.transaction((trx) => issueCertificate(trx, grant))).rejects.toThrow('certificates.refusal.majors');

  const other = await startTestApp();
  const audit = await givenAssessment(other, { criteria: 'after-sales-maturity@1.0.0', targetGrade: 'four-star' });
  await rateAll(other.deps, audit, 'worst');
  const failed = await finishAssessment(other, audit);
  const refusals = await readRefusals(other.deps.db, failed.id, 'four-star');
  expect(refusals.length).toBeGreaterThan(0);
  const told = {
    en: refusals.map((text) => translateMessage(text, 'en')),
    zh: refusals.map((text) => translateMessage(text, 'zh-CN')),
  };
  for (const text of told.en) expect(text).not.toMatch(/\p{Script=Han}/u);
  for (const text of told.zh) expect(text).toMatch(/\p{Script=Han}/u);
  expect(told.en.join()).not.toBe(told.zh.join());
});

test('a key that cannot be used is told at the start, when signing and to the office, and never to anybody else', async () => {
  const old = givenKey(tmpdir(), { from: '2019-01-01', to: '2021-01-01' });
  const app = await givenCertified({ config: { signingKey: { file: old, password: 'secret', passwordFile: null } } });
  const { grant, deps } = app;
  const lines: string[] = [];
  const log = pino(new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) }));
  await warnOfSigningKey({ ...deps, log });
  expect(lines.join()).toContain('"trouble":"expired"');
  const wrong = { ...deps, log, config: { ...deps.config, signingKey: { file: old, password: 'wrong', passwordFile: null } } };
  await warnOfSigningKey(wrong);
  expect(lines.join()).toContain('"trouble":"wrong-password"');
  expect(lines.join()).not.toContain('"wrong"');

  const { id, number } = await deps.db.transaction((trx) => issueCertificate(trx, grant));
  await deps.db.transaction((trx) => keepBody(trx, demoBody, 0));
  await signByClock({ ...deps, log });
  expect(lines.at(-1)).toContain('certificates wait for their signature');
  const root = await app.as('root');
  expect((await root.get('/certificates')).text).toContain('expired');
  const told = await root.post('/certificates/signatures').expect(303);
  expect((await root.get(told.headers.location ?? '')).text).toMatch(/expired/);
  const dora = await app.as('dora');
  for (const page of [
    await dora.get(`/certificates/${id}`),
    await dora.get('/certificates'),
    await app.anonymous.get(`/register/${number}`),
  ]) {
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/signing key|key has expired|password/i);
  }
});

test('a flood of look-ups is asked to wait, and only the flood', async () => {
  const app = await startTestApp({ config: { trustedProxies: 1 } });
  const ask = (from: string) => app.anonymous.get('/register/NONE-1.json').set('X-Forwarded-For', from);
  const answers = await Promise.all(Array.from({ length: 125 }, () => ask('192.0.2.1')));
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(120);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.headers['retry-after']).toBeDefined();
  expect((await ask('192.0.2.2')).status).toBe(404);
});
