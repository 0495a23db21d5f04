import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { simpleParser } from 'mailparser';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { signInNameField } from '../../src/features/accounts/account-forms.ts';
import { writeMail } from '../../src/features/mail/send-mail.ts';
import { insertNotice } from '../../src/features/notices/notice-store.ts';
import { message } from '../../src/i18n/translate.ts';
import { dispositionOf } from '../../src/web/disposition.ts';
import { parse } from '../../src/web/forms.ts';
import { browser, madeOnce, startTestApp, testTime } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';
import { hostileText } from '../support/hostile/hostile-text.ts';
import { startMailServer } from '../support/mail-server.ts';
import { fetchRaw, listen, openConnection } from '../support/raw-http.ts';
import { pdf } from '../support/sample-files.ts';

test('what people type ends no line of a letter: no further header, no further reader', async () => {
  const server = await startMailServer();
  const mailFrom = { name: '衡准', address: 'assay@example.com' };
  const times = { now: testTime };
  const config = { smtpUrl: server.url, mailFrom, address: 'http://assay.example.com' };
  const { deps, people } = await startTestApp({ clock: () => times.now, config });
  const inserted = hostileText(3);
  expect(inserted).toContain('\r\n');
  const own = { email: 'bo@example.com', mail_choice: 'at-once', language: 'en', name: inserted };
  await deps.db('users').where({ id: people.bo.id }).update(own);
  const text = message('notices.assessmentSoon', { number: `A-1\r\nBcc: hx@evil.example\r\n\r\n${inserted}`, day: '2026-01-20' });
  await deps.db.transaction((trx) =>
    insertNotice(trx, { to: [people.bo.id], text, href: '/assessments', assessmentId: null, at: testTime }),
  );
  times.now = new Date(testTime.getTime() + 5 * 60_000);
  expect(await writeMail(deps)).toMatchObject({ sent: 1 });

  const letter = await simpleParser(server.taken[0] ?? '');
  expect(letter.to).toMatchObject({ value: [{ address: 'bo@example.com' }] });
  for (const header of ['bcc', 'cc', 'set-cookie', 'hx']) expect(letter.headers.has(header)).toBe(false);
  expect(letter.html).not.toMatch(/<(hx-el|script|img|svg)/);
  expect(letter.text).toContain('<hx-el');
});

test('an address of somebody with a line end in it never gets a letter', async () => {
  const server = await startMailServer();
  const times = { now: testTime };
  const mailFrom = { name: '', address: 'assay@example.com' };
  const { deps, people } = await startTestApp({ clock: () => times.now, config: { smtpUrl: server.url, mailFrom } });
  const email = 'bo@example.com>\r\nRCPT TO:<hx@evil.example';
  await deps.db('users').where({ id: people.bo.id }).update({ email, mail_choice: 'at-once' });
  const text = message('notices.assessmentSoon', { number: 'A-1', day: '2026-01-20' });
  await deps.db.transaction((trx) =>
    insertNotice(trx, { to: [people.bo.id], text, href: '/assessments', assessmentId: null, at: testTime }),
  );
  times.now = new Date(testTime.getTime() + 5 * 60_000);
  await writeMail(deps);
  expect(server.taken.join()).not.toContain('hx@evil.example');
});

test('nobody forges a line of the log: each is one object of ours, whatever the request says', async () => {
  const { deps } = await startTestApp();
  let log = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  const port = await listen(createApp({ ...deps, log: pino({ level: 'debug' }, stream) }));
  const forged = encodeURIComponent('\n{"level":30,"msg":"forged"}\n\u001B[2J\u2028');
  await fetchRaw(port, `/register?search=${forged}`, { 'User-Agent': '{"msg":"forged"}' });
  await fetchRaw(port, `/verify/${forged}`);
  const raw = await openConnection(port);
  raw.socket.write('GET /sign-in?a="}\\n{"msg":"forged"}\u001B HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  await raw.ended;

  const lines = log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.filter(({ msg }) => msg === 'forged')).toEqual([]);
  expect(log.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u2028/u);
});

test('control characters and halves of signs are left out of what is typed; line ends of long texts stay', async () => {
  const { as, deps } = await startTestApp();
  const root = await as('root');
  const organization = {
    name: 'Na\u0000me \u0008of\u001B it\uFFFE',
    address: 'one\u0000',
    trade: '',
    registrationNumber: '',
    headcount: '',
  };
  const answer = await root.post('/organizations').type('form').send(organization).expect(303);
  const id = String(answer.headers.location).split('/').at(-1);
  expect(await deps.db('organizations').where({ id }).first('name', 'address')).toEqual({ name: 'Name of it', address: 'one' });
});

test.each([
  ['аda', false],
  ['adα', false],
  ['ΑDA', false],
  ['Ꭺda', false],
  ['a\u200Bda', false],
  ['a\u202Eda', false],
  ['ada\r\nroot', false],
  ['ada root', false],
  ['a\u0301da', true],
  ['王芳', true],
  ['王芳.a', true],
  ['иван', true],
  ['ada@example.com', true],
])('the sign-in name %j is taken: %s', (name, taken) => {
  const isTaken = () => parse(signInNameField, name);
  if (taken) expect(isTaken).not.toThrow();
  else expect(isTaken).toThrow();
});

test('names that are written alike are one name', async () => {
  const { app } = await startTestApp();
  for (const signInName of ['ＡＤＡ', ' Ada ', 'ada'])
    await browser(app).post('/sign-in').type('form').send({ signInName, password: 'correct horse battery staple' }).expect(303);
});

const givenBo = madeOnce(async (settings) => {
  const app = await startTestApp(settings);
  return { ...app, bo: await app.as('bo') };
});

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['..\\..\\boot.ini.pdf', 'boot.ini.pdf'],
  ['/etc/shadow.pdf', 'shadow.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['a.pdf. . .', 'a.pdf'],
  ['a\u202Efdp.pdf', 'a fdp.pdf'],
  [`${'长'.repeat(255)}.pdf`, `${'长'.repeat(146)}.pdf`],
])('a file called %j is kept as %j, and stored under its hash', async (given, kept) => {
  const { bo, ...app } = await givenBo();
  const id = await givenAssessment(app);
  await bo.post(`/assessments/${id}/evidence`).attach('files', pdf, { filename: given }).expect(303);
  const row = await app.deps.db('evidence').where({ assessment_id: id }).first('id', 'file_name', 'sha256');
  expect(row.file_name).toBe(kept);
  const stored = await readdir(join(app.deps.config.dataFolder, 'files'), { recursive: true, withFileTypes: true });
  expect(stored.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([row.sha256]);
  const file = await bo.get(`/assessments/${id}/evidence/${row.id}/file`).expect(200);
  expect(file.headers['content-disposition']).toBe(dispositionOf('attachment', kept));
  expect(file.headers['x-content-type-options']).toBe('nosniff');
  expect(String(file.headers['content-security-policy'])).toContain('sandbox');
});

test.each(['a"; filename="b.exe', 'a\r\nSet-Cookie: hx=1', '../../x', 'a\u202Egnp.exe', 'broken \uD83D.txt', '=cmd|calc', '%00'])(
  'the name %j becomes one name of a download',
  (name) => {
    expect(dispositionOf('attachment', name)).toMatch(
      /^attachment; filename="[^"\\/<>|:*?%\r\n]*"; filename\*=UTF-8''[\w%.!~-]*$/,
    );
  },
);

test('an address that a client makes up for itself counts only behind a proxy that is trusted', async () => {
  const ask = async (trustedProxies: number, from: (turn: number) => string) => {
    const { anonymous } = await startTestApp({ config: { trustedProxies } });
    const answers: number[] = [];
    for (let turn = 0; turn < 31; turn += 1) {
      const asking = anonymous.post('/forgotten').set('X-Forwarded-For', from(turn)).type('form');
      answers.push((await asking.send({ signInName: `nobody${turn}` })).status);
    }
    return answers.at(-1);
  };
  expect(await ask(0, (turn) => `10.0.0.${turn}`)).toBe(429);
  // Behind one proxy the last address is that proxy's word; what stands before it is the client's.
  expect(await ask(1, (turn) => `10.0.0.${turn}, 192.0.2.7`)).toBe(429);
  expect(await ask(1, (turn) => `192.0.2.${turn}`)).not.toBe(429);
});
