import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { findDisputeFile, mostDisputeFiles } from '../../src/features/disputes/dispute-file-store.ts';
import { composeLetter, sendDisputeLetters } from '../../src/features/disputes/dispute-letters.ts';
import { deleteUnused } from '../../src/features/integrity/integrity-store.ts';
import { expiredDisputes } from '../../src/features/retention/expired-case-store.ts';
import { startTestApp, type TestApp, testTime } from '../support/app.ts';
import { givenPerson, givenSubmitted, signInAs } from '../support/certification.ts';
import { givenCertified } from '../support/certified.ts';
import { type Answer, startMailServer } from '../support/mail-server.ts';
import { pdf, png } from '../support/sample-files.ts';

const typed = { number: '', about: '某电器公司', text: '维修三次未修好', fromName: '', fromContact: '', website: '' };

interface Handed {
  readonly name: string;
  readonly bytes: Buffer;
}

async function complain(app: TestApp, fields: Record<string, string>, files: readonly Handed[] = []) {
  const post = app.anonymous.post('/complaints');
  for (const [name, value] of Object.entries({ ...typed, fromEmail: '', fromLanguage: 'zh-CN', ...fields }))
    post.field(name, value);
  for (const { name, bytes } of files) post.attach('files', bytes, name);
  return post;
}

async function only({ deps }: TestApp): Promise<{ id: string; revision: number }> {
  return deps.db('disputes').first();
}

async function step(app: TestApp, deed: string, fields: object): Promise<void> {
  const { id, revision } = await only(app);
  const root = await app.as('root');
  await root
    .post(`/disputes/${id}/${deed}`)
    .type('form')
    .send({ revision, ...fields })
    .expect(303);
}

test('what is handed in with a complaint goes through the checks of evidence, and only insiders get it', async () => {
  const app = await startTestApp();
  const fake = await complain(app, {}, [{ name: '照片.png', bytes: Buffer.from('MZ\u0090 no picture') }]);
  expect(fake.status).toBe(422);
  expect(fake.text).toContain('维修三次未修好');
  expect(fake.text).toContain('href="#files"');
  const many = Array.from({ length: mostDisputeFiles + 1 }, (_, n) => ({ name: `${n}.pdf`, bytes: pdf }));
  expect((await complain(app, {}, many)).status).toBe(422);
  expect((await complain(app, {}, [{ name: 'l.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(11 * 1024 * 1024)]) }])).status).toBe(
    413,
  );
  expect((await complain(app, { website: 'x' }, [{ name: 'a.pdf', bytes: pdf }])).status).toBe(200);
  expect(await app.deps.db('dispute_files')).toEqual([]);
});

test('files of a complaint are kept, downloaded under their names, and never swept away', async () => {
  const app = await startTestApp();
  const files = [
    { name: '工单.pdf', bytes: pdf },
    { name: '照片.png', bytes: png('x') },
  ];
  await complain(app, {}, files).then(({ status }) => expect(status).toBe(200));
  const { id } = await only(app);
  const [{ id: fileId }] = await app.deps.db('dispute_files').where({ file_name: '工单.pdf' });
  const kept = await findDisputeFile(app.deps.db, id, fileId);
  const root = await app.as('root');
  expect((await root.get(`/disputes/${id}`)).text).toContain('照片.png');
  const got = await root.get(`/disputes/${id}/files/${fileId}`).responseType('blob').expect(200);
  expect(got.body).toEqual(pdf);
  expect(got.headers['content-disposition']).toContain('attachment');
  await root.get(`/disputes/${id}/files/${id}`).expect(404);
  for (const person of ['dora', 'bo'] as const) await (await app.as(person)).get(`/disputes/${id}/files/${fileId}`).expect(404);
  expect(await app.deps.db.transaction((trx) => deleteUnused(trx, kept.sha256))).toBe(false);
  await expect(app.deps.db.transaction((trx) => expiredDisputes.remove(trx, [id], testTime))).resolves.toContain(kept.sha256);
  expect([await app.deps.db('dispute_files'), await app.deps.db('disputes')]).toEqual([[], []]);
});

test('what the virus scanner has not released is not handed out', async () => {
  const app = await startTestApp();
  await complain(app, {}, [{ name: '工单.pdf', bytes: pdf }]);
  const { id } = await only(app);
  const root = await app.as('root');
  const { id: fileId } = await app.deps.db('dispute_files').first('id');
  await app.deps.db('stored_files').update({ scan: 'infected' });
  await root.get(`/disputes/${id}/files/${fileId}`).expect(409);
});

async function givenMail(answer?: () => Answer) {
  const server = await startMailServer(answer);
  const clock = { now: testTime };
  const app = await givenCertified({
    clock: () => clock.now,
    config: { smtpUrl: server.url, mailFrom: { name: '衡准', address: 'assay@example.com' } },
  });
  const { number } = await app.deps.db.transaction((trx) => issueCertificate(trx, app.grant));
  return { app, server, clock, number };
}

test('a complainant without an account is written to when it is acknowledged, investigated and answered', async () => {
  const { app, server, number } = await givenMail();
  expect((await complain(app, { fromEmail: 'not an address' })).status).toBe(422);
  await complain(app, { number, fromEmail: 'gu@example.com', fromLanguage: 'en', text: 'BUY NOW http://spam.example' });
  expect(await sendDisputeLetters(app.deps)).toBe(0);
  await step(app, 'acknowledge', { text: 'by telephone', answerDue: '2026-01-20' });
  const fei = await givenPerson(app, 'Fei', 'reviewer');
  await step(app, 'assign', { investigator: fei.id, text: 'inside' });
  const { id, revision } = await only(app);
  const agent = await signInAs(app, fei);
  await agent.post(`/disputes/${id}/answer`).type('form').send({ revision, text: 'findings', outcome: 'upheld' }).expect(303);
  expect((await (await app.as('root')).get(`/disputes/${id}`)).text).toContain(
    'These words are mailed to the complainant at gu@example.com',
  );
  await step(app, 'close', { text: 'It was repaired <b>on the 12th</b>.' });
  expect(await sendDisputeLetters(app.deps)).toBe(3);
  expect(await sendDisputeLetters(app.deps)).toBe(0);

  const letters = await Promise.all(server.taken.map((raw) => simpleParser(raw)));
  expect(letters.map(({ subject }) => subject)).toEqual(Array.from({ length: 3 }, () => 'Your complaint D-2026-0001'));
  expect(letters.every(({ to }) => JSON.stringify(to).includes('gu@example.com'))).toBe(true);
  const texts = letters.map(({ text }) => text ?? '');
  expect(texts[0]).toContain('You will have an answer by 20 January 2026.');
  expect(texts[2]).toContain('What came of it: upheld.');
  expect(texts[2]).toContain('It was repaired <b>on the 12th</b>.');
  expect(letters[2]?.html).toContain('&lt;b&gt;');
  for (const secret of ['by telephone', 'inside', 'findings', 'spam.example', 'Fei'])
    expect(texts.join('')).not.toContain(secret);
  expect((await (await app.as('root')).get(`/disputes/${id}`)).text).toContain('Letters to the complainant');
});

test('an address of somebody with an account is thanked like any other', async () => {
  const { app } = await givenMail();
  await app.deps.db('users').where({ id: app.people.bo.id }).update({ email: 'bo@example.com' });
  const strip = (text: string) => text.replaceAll(/D-2026-\d+/g, '');
  const [known, unknown] = [
    await complain(app, { fromEmail: 'bo@example.com' }),
    await complain(app, { fromEmail: 'x@example.com' }),
  ];
  expect(strip(known.text)).toBe(strip(unknown.text));
});

test('a letter that the server does not take is tried again, and given up when it is refused for good', async () => {
  let answer: Answer = 'later';
  const { app, server, clock } = await givenMail(() => answer);
  await complain(app, { fromEmail: 'gu@example.com' });
  await step(app, 'dismiss', { text: '与认证无关' });
  expect(await sendDisputeLetters(app.deps)).toBe(0);
  expect(await sendDisputeLetters(app.deps)).toBe(0);
  expect(await app.deps.db('dispute_letters').pluck('tries')).toEqual([1]);
  clock.now = new Date(clock.now.getTime() + 10 * 60_000);
  answer = 'refuse';
  expect(await sendDisputeLetters(app.deps)).toBe(0);
  expect(await app.deps.db('dispute_letters').pluck('state')).toEqual(['dead']);
  expect(server.taken).toEqual([]);
  const { id } = await only(app);
  expect((await (await app.as('root')).get(`/disputes/${id}`)).text).toContain('could not be sent');
});

test('every letter is written in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const)
    for (const deed of ['acknowledge', 'answer', 'close', 'dismiss'] as const) {
      const about = {
        number: 'D-2026-0001',
        receivedAt: '2026-01-15T17:00:00.000Z',
        answerDue: '2026-01-20',
        outcome: 'partly',
      } as const;
      const { subject, text } = composeLetter({ ...about, deed, language, text: '' }, 'Asia/Shanghai');
      expect(subject).toContain('D-2026-0001');
      // The day of the body's zone, not that of UTC.
      expect(text).toContain(language === 'en' ? '16 January 2026' : '2026年1月16日');
    }
});

test('whoever decides is told of an appeal that is not closed', async () => {
  const app = await startTestApp();
  const caseId = await givenSubmitted(app);
  const root = await app.as('root');
  const gao = await app.deps.db('users').where({ name: 'Gao' }).first('sign_in_name');
  const company = await signInAs(app, { ...app.people.dora, signInName: gao.sign_in_name });
  await company
    .post('/disputes')
    .field('case', caseId)
    .field('text', '有异议')
    .field('fromContact', '')
    .attach('files', pdf, '说明.pdf')
    .expect(303);
  const { id } = await only(app);
  expect((await company.get(`/disputes/${id}`)).text).toContain('说明.pdf');
  const dan = await signInAs(app, await givenPerson(app, 'Dan', 'decision-maker'));
  await app.deps.db('certification_cases').where({ id: caseId }).update({ state: 'reviewed' });
  expect((await dan.get(`/cases/${caseId}`)).text).toContain('is not closed yet: <span class="nowrap">D-2026-0001</span>');
  await app.deps.db('disputes').update({ state: 'closed' });
  expect((await dan.get(`/cases/${caseId}`)).text).not.toContain('is not closed yet');
  expect((await root.get(`/cases/${caseId}`)).text).not.toContain('is not closed yet');
});
