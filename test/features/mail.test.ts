import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { openMailer } from '../../src/features/mail/mailer.ts';
import { writeMail } from '../../src/features/mail/send-mail.ts';
import { insertNotice } from '../../src/features/notices/notice-store.ts';
import { remindOfDue } from '../../src/features/reminders/remind.ts';
import { message } from '../../src/i18n/translate.ts';
import { backOff, isTimeToWrite } from '../../src/model/mail-rhythm.ts';
import { startTestApp, type TestApp, testTime } from '../support/app.ts';
import { type Answer, startMailServer } from '../support/mail-server.ts';

interface Clock {
  now: Date;
}

const minutes = (count: number) => count * 60_000;

async function givenMail(
  url: string,
  person: { email: string; choice?: string; language?: string } = { email: 'bo@example.com' },
) {
  const clock: Clock = { now: testTime };
  const mailFrom = { name: '衡准', address: 'assay@example.com' };
  const app = await startTestApp({
    clock: () => clock.now,
    config: { smtpUrl: url, mailFrom, address: 'http://assay.example.com' },
  });
  const { email, choice = 'at-once', language = 'zh-CN' } = person;
  await app.deps.db('users').where({ id: app.people.bo.id }).update({ email, mail_choice: choice, language });
  const pass = (count: number) => {
    clock.now = new Date(clock.now.getTime() + minutes(count));
  };
  return { app, clock, pass };
}

async function tell({ deps, people }: TestApp, number: string, at = deps.clock()): Promise<void> {
  const text = message('notices.assessmentSoon', { number, day: '2026-01-20' });
  await deps.db.transaction((trx) =>
    insertNotice(trx, { to: [people.bo.id], text, href: '/assessments/x?a=1&b=2', assessmentId: null, at }),
  );
}

test('a letter is in the language of its reader, with text, HTML and a link to the place', async () => {
  const server = await startMailServer();
  const { app, pass } = await givenMail(server.url);
  await tell(app, 'A-1 <b>');
  expect(await writeMail(app.deps)).toEqual({ gathered: 0, sent: 0, failed: 0 });
  pass(3);
  expect(await writeMail(app.deps)).toEqual({ gathered: 1, sent: 1, failed: 0 });

  const letter = await simpleParser(server.taken[0] ?? '');
  expect(letter.subject).toBe('衡准: 评价 A-1 <b> 计划于 2026-01-20 结束');
  expect(letter.from?.value).toEqual([{ name: '衡准', address: 'assay@example.com' }]);
  expect(letter.text).toContain('http://assay.example.com/assessments/x?a=1&b=2');
  expect(letter.html).toContain('A-1 &lt;b&gt;');
  expect(letter.html).toContain('href="http://assay.example.com/assessments/x?a=1&amp;b=2"');
  // Nothing is written twice.
  pass(120);
  expect(await writeMail(app.deps)).toMatchObject({ gathered: 0, sent: 0 });
});

test('many notices are gathered into one letter, not a flood', async () => {
  const server = await startMailServer();
  const { app, pass } = await givenMail(server.url, { email: 'bo@example.com', language: 'en' });
  await tell(app, 'A-1');
  pass(3);
  await writeMail(app.deps);
  for (const number of ['A-2', 'A-3', 'A-4']) {
    await tell(app, number);
    pass(10);
    await writeMail(app.deps);
  }
  expect(server.taken).toHaveLength(1);
  pass(40);
  await writeMail(app.deps);
  expect(server.taken).toHaveLength(2);
  const letter = await simpleParser(server.taken[1] ?? '');
  expect(letter.subject).toBe('Assay: 3 new notices');
  for (const number of ['A-2', 'A-3', 'A-4']) expect(letter.text).toContain(`Assessment ${number} is to end`);
});

test('who wants one letter a day gets what came until eight in the morning of the body, in one letter', async () => {
  const server = await startMailServer();
  const { app, clock, pass } = await givenMail(server.url, { email: 'bo@example.com', choice: 'daily', language: 'en' });
  await tell(app, 'A-1');
  pass(120);
  await tell(app, 'A-2');
  await writeMail(app.deps);
  // Eight in the morning of 2026-01-16 in Shanghai.
  clock.now = new Date('2026-01-15T23:59:00Z');
  await writeMail(app.deps);
  expect(server.taken).toHaveLength(0);
  clock.now = new Date('2026-01-16T00:00:00Z');
  await writeMail(app.deps);
  await writeMail(app.deps);
  expect(server.taken).toHaveLength(1);
  const letter = await simpleParser(server.taken[0] ?? '');
  expect(letter.subject).toBe('Assay: 2 new notices');
  for (const number of ['A-1', 'A-2']) expect(letter.text).toContain(`Assessment ${number} is to end`);
});

test('what was read in the inbox is not mailed, and who wants no mail gets none', async () => {
  const server = await startMailServer();
  const { app, pass } = await givenMail(server.url);
  await tell(app, 'A-1');
  await app.deps.db('notices').update({ read_at: testTime.toISOString() });
  await tell(app, 'A-2');
  await app.deps.db('users').update({ mail_choice: 'never' });
  pass(60);
  expect(await writeMail(app.deps)).toEqual({ gathered: 0, sent: 0, failed: 0 });
});

test('nothing that people typed can add a header', async () => {
  const server = await startMailServer();
  const { app, pass } = await givenMail(server.url);
  await tell(app, 'A-1\r\nBcc: eve@example.com\r\n\r\nowned');
  pass(3);
  await writeMail(app.deps);
  const letter = await simpleParser(server.taken[0] ?? '');
  expect(letter.bcc).toBeUndefined();
  expect(letter.headers.has('bcc')).toBe(false);
  expect(letter.subject).toContain('A-1 Bcc: eve@example.com owned');
});

test('a refused letter is given up, shown to the office and can be tried again', async () => {
  let answer: Answer = 'refuse';
  const server = await startMailServer(() => answer);
  const { app, pass } = await givenMail(server.url);
  await tell(app, 'A-1');
  pass(3);
  expect(await writeMail(app.deps)).toEqual({ gathered: 1, sent: 0, failed: 1 });

  const root = await app.as('root');
  const page = await root.get('/mail').expect(200);
  expect(page.text).toContain('bo@example.com');
  expect(page.text).toContain('no such mailbox');
  const id = /\/mail\/([0-9a-f-]{36})\/retry/.exec(page.text)?.[1];
  await (await app.as('ada')).post(`/mail/${id}/retry`).expect(404);
  answer = 'take';
  await root.post(`/mail/${id}/retry`).expect(303);
  expect(await writeMail(app.deps)).toMatchObject({ sent: 1 });
});

test('a server that cannot take it now is tried again after longer and longer pauses, and given up in the end', async () => {
  const server = await startMailServer(() => 'later');
  const { app, clock, pass } = await givenMail(server.url);
  await tell(app, 'A-1');
  pass(3);
  const tries: number[] = [];
  for (let minute = 0; minute < 300; minute += 1) {
    const { failed } = await writeMail(app.deps);
    if (failed > 0) tries.push(minute);
    clock.now = new Date(clock.now.getTime() + minutes(1));
  }
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
  expect(await app.deps.db('mails').select('state', 'tries')).toEqual([{ state: 'dead', tries: 8 }]);
});

test('a server that does not answer holds nothing up for long, and the letter stays', async () => {
  const server = await startMailServer(() => 'hang');
  const { app, pass } = await givenMail(server.url);
  await tell(app, 'A-1');
  pass(3);
  const short = { connectionTimeout: 200, greetingTimeout: 200, socketTimeout: 200 };
  expect(await writeMail(app.deps, (settings) => openMailer(settings, short))).toMatchObject({ sent: 0, failed: 1 });
  expect(await app.deps.db('mails').select('state')).toEqual([{ state: 'waiting' }]);
});

test('two processes at once send each letter once', async () => {
  const server = await startMailServer();
  const { app, pass } = await givenMail(server.url);
  await tell(app, 'A-1');
  pass(3);
  const rounds = await Promise.all([writeMail(app.deps), writeMail(app.deps), writeMail(app.deps)]);
  expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
  expect(server.taken).toHaveLength(1);
});

test('the rhythm: daily letters go out at eight, and a clock that was ahead holds nothing up', () => {
  const at = (text: string) => new Date(`2026-01-${text}:00Z`);
  const midnight = at('15T00:00');
  const daily = (oldest: Date) => ({ choice: 'daily', oldest, lastLetter: null }) as const;
  expect(isTimeToWrite(daily(at('14T20:00')), at('15T07:59'), midnight)).toBe(false);
  expect(isTimeToWrite(daily(at('14T20:00')), at('15T08:00'), midnight)).toBe(true);
  expect(isTimeToWrite(daily(at('15T08:01')), at('15T23:00'), midnight)).toBe(false);
  expect(isTimeToWrite({ choice: 'at-once', oldest: at('15T08:00'), lastLetter: at('20T00:00') }, at('15T08:05'), midnight)).toBe(
    true,
  );
  expect([1, 2, 3, 20].map(backOff)).toEqual([1, 2, 4, 360].map(minutes));
});

test('somebody chooses address and rhythm; a list of addresses or a header is refused and stays to be mended', async () => {
  const { app } = await givenMail('smtp://127.0.0.1:1');
  const bo = await app.as('bo');
  for (const email of [
    'a@example.com, b@example.com',
    'Bo <bo@example.com>',
    'nothing',
    'bo@example.com\r\nBcc: c@example.com',
  ]) {
    const page = await bo.post('/account/mail').type('form').send({ email, mailChoice: 'daily' }).expect(422);
    expect(page.text).toContain('field__error');
  }
  await bo.post('/account/mail').type('form').send({ email: 'bo2@example.com', mailChoice: 'daily' }).expect(303);
  expect(await app.deps.db('users').where({ id: app.people.bo.id }).first('email', 'mail_choice')).toEqual({
    email: 'bo2@example.com',
    mail_choice: 'daily',
  });
  const [entry] = await app.deps.db('audit_entries').where({ deed: 'account.mail-changed' });
  expect(JSON.parse(entry.details)).toMatchObject({ before: { email: 'bo@example.com' }, after: { email: 'bo2@example.com' } });
});

test('each thing that is due is told once a stage, by the days of the body, whoever asks at once', async () => {
  const { app, clock } = await givenMail('smtp://127.0.0.1:1');
  const item = {
    kind: 'probe',
    id: 'one',
    dueOn: '2026-01-16',
    text: {
      soon: message('notices.assessmentSoon', { number: 'A', day: '2026-01-16' }),
      overdue: message('notices.assessmentOverdue', { number: 'A', day: '2026-01-16' }),
    },
    href: '/',
    assessmentId: null,
    to: [app.people.bo.id],
  };
  const remind = () =>
    remindOfDue(app.deps, [async (_db, from, until) => (item.dueOn >= from && item.dueOn <= until ? [item] : [])]);
  expect((await Promise.all([remind(), remind()])).sort()).toEqual([0, 1]);
  // 2026-01-16 in Shanghai ends at 16:00 UTC.
  clock.now = new Date('2026-01-16T15:59:00Z');
  expect(await remind()).toBe(0);
  clock.now = new Date('2026-01-16T16:00:00Z');
  expect(await remind()).toBe(1);
  expect(await remind()).toBe(0);
  const keys = await app.deps.db('notices').where({ user_id: app.people.bo.id }).orderBy('at').pluck('text_key');
  expect(keys).toEqual(['notices.assessmentSoon', 'notices.assessmentOverdue']);
});
