import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { browser, madeOnce, startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';
import { fetchRaw, listen } from '../support/raw-http.ts';
import { breakPasswordLinks, fillDisk, lockDatabase, makeReadOnly } from '../support/trouble.ts';

const internals = /SQLITE|Knex|pg_|node_modules|\.ts\b|\bat \w+ \(|select |insert |undefined|audit_entries|127\.0\.0\.1/i;
const form = { signInName: 'ada', password: passwordOfAll };

/** For requests that are refused before they do anything. */
const untouched = madeOnce((settings) => startTestApp(settings));

/** The app with what it logs, one object a line. */
async function startWithLog() {
  const testApp = await startTestApp();
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()));
      done();
    },
  });
  return { ...testApp, lines, app: createApp({ ...testApp.deps, log: pino({ level: 'info' }, stream) }) };
}

test.each([
  ['zh-CN', '服务器出错', '编号：'],
  ['en', 'Server error', 'Reference: '],
])(
  'a fault of ours shows a page in %s with a number, and the log has the rest under that number',
  async (language, title, word) => {
    const testApp = await startWithLog();
    const { app, lines } = testApp;
    await breakPasswordLinks(testApp);

    const page = await browser(app, language).get('/password/some-token').expect(500);
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(page.text).not.toMatch(internals);

    const reference = new RegExp(`${word}([0-9a-f-]{13})`).exec(page.text)?.[1];
    expect(reference).toBeDefined();
    const logged = JSON.stringify(lines.filter((line) => JSON.stringify(line).includes(String(reference))));
    expect(logged).toContain('password_links');
    expect(logged).toContain('stack');
  },
);

test('without any database there is still a page', async () => {
  const { anonymous, deps, as } = await startTestApp();
  const ada = await as('ada');
  await deps.db.destroy();

  const page = await ada.get('/account');
  expect(page.status).toBeGreaterThanOrEqual(500);
  expect(page.text).toContain('<h1>');
  expect(page.text).not.toMatch(internals);
  await anonymous.get('/no-such-page').expect(404);
});

test('scripts get the same as JSON', async () => {
  const testApp = await startTestApp();
  const { anonymous } = testApp;
  const missing = await anonymous.get('/no-such-page').set('Accept', 'application/json').expect(404);
  expect(missing.body.error).toMatchObject({ code: 'not_found', fields: {} });

  await breakPasswordLinks(testApp);
  const fault = await anonymous.get('/password/some-token').set('Accept', 'application/json').expect(500);
  expect(fault.body.error.code).toBe('internal');
  expect(fault.body.error.reference).toMatch(/^[0-9a-f-]{13}$/);
  expect(JSON.stringify(fault.body)).not.toMatch(internals);
});

test.each([
  ['zh-CN', '没有这个页面'],
  ['en', 'No such page'],
])('a page that is not there is said in %s', async (language, title) => {
  const { app } = await untouched();
  const page = await browser(app, language).get('/no-such-page').expect(404);
  expect(page.text).toContain(`<h1>${title}</h1>`);
});

test.each([
  ['zh-CN', '数据库正忙'],
  ['en', 'The database is busy'],
])('while somebody else holds the database a change is refused and can be tried again, in %s', async (language, words) => {
  const testApp = await startTestApp();
  const app = await lockDatabase(testApp);

  const page = await browser(app, language).post('/sign-in').type('form').send(form).expect(503);
  expect(page.text).toContain(words);
  expect(page.text).not.toMatch(internals);
});

test.each([
  ['zh-CN', '磁盘已满'],
  ['en', 'disk of the server is full'],
])('a full disk is said in %s, and pages can still be read', async (language, words) => {
  const testApp = await startTestApp();
  const ada = await testApp.as('ada');
  await fillDisk(testApp);

  const page = await browser(testApp.app, language).post('/sign-in').type('form').send(form).expect(503);
  expect(page.text).toContain(words);
  expect(page.text).not.toMatch(internals);
  await ada.get('/account').expect(200);
});

test('a database that can only be read is said so', async () => {
  const testApp = await startTestApp();
  const page = await browser(await makeReadOnly(testApp))
    .post('/sign-in')
    .type('form')
    .send(form)
    .expect(503);
  expect(page.text).toContain('read-only');
  expect(page.text).not.toMatch(internals);
});

test.each([
  ['application/json', '{"signInName": "ada", '],
  ['application/json', '"just a string"'],
  ['application/x-www-form-urlencoded; charset=nonsense', 'a=b'],
])('a body as %s that cannot be read, %s, is refused without internals', async (type, body) => {
  const { anonymous } = await untouched();
  const answer = await anonymous.post('/sign-in').set('Content-Type', type).send(body);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).toContain('<h1>');
  expect(answer.text).not.toMatch(internals);
});

test('malformed form data is read as far as it goes and refused as a form', async () => {
  const { anonymous } = await untouched();
  const answer = await anonymous
    .post('/sign-in')
    .type('form')
    .send('signInName=%E0%A4%A&password=%%%&&==&signInName[x]=1')
    .expect(422);
  expect(answer.text).not.toMatch(internals);
});

test('fields that a form does not have are refused', async () => {
  const { anonymous, deps } = await untouched();
  await anonymous
    .post('/sign-in')
    .type('form')
    .send({ ...form, roles: 'administrator' })
    .expect(422);
  expect(await deps.db('sessions').select('id_hash')).toEqual([]);
});

test.each(['form', 'json'])('a body over the limit as %s is refused as too large', async (type) => {
  const { anonymous } = await untouched();
  const answer = await anonymous
    .post('/sign-in')
    .type(type)
    .send({ signInName: 'a'.repeat(1_100_000) })
    .expect(413);
  expect(answer.text).toContain('too large');
});

test('a thousand times too many fields are refused', async () => {
  const { anonymous } = await untouched();
  const answer = await anonymous.post('/sign-in').type('form').send('a=1&'.repeat(5001));
  expect(answer.status).toBe(413);
});

test.each(['/setup/%E0%A4%A', '/people/%ff', '/%', '/password/%00', '/assessments/%2e%2e%2f', `/people/${'x'.repeat(3000)}`])(
  'the path %s is refused, never a fault',
  async (path) => {
    const port = await listen((await untouched()).app);
    const answer = await fetchRaw(port, path, { Accept: 'text/html', 'Accept-Language': 'en' });
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.toString()).not.toMatch(internals);
  },
);

test.each(['/sign-in?next=%E0%A4%A', '/sign-in?next[a]=1&next=2&next=3', '/sign-in?__proto__[x]=1'])(
  'the query of %s does no harm',
  async (path) => {
    const port = await listen((await untouched()).app);
    const answer = await fetchRaw(port, path, { Accept: 'text/html' });
    expect(answer.status).toBe(200);
  },
);

test('the log holds no password, no cookie and no token of a link', async () => {
  const { app, lines } = await startWithLog();
  const agent = browser(app);
  const signedIn = await agent.post('/sign-in').type('form').send(form).expect(303);
  await agent.get('/account').expect(200);
  await agent.get('/setup/a-secret-token').expect(404);
  await agent.get('/password/a-secret-token?x=1').expect(404);

  const cookie = /assay=([^;]+)/.exec(String(signedIn.get('Set-Cookie')))?.[1] ?? 'none';
  const log = JSON.stringify(lines);
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(log).toContain('/setup/[redacted]');
  for (const secret of [passwordOfAll, cookie, decodeURIComponent(cookie), 'a-secret-token']) expect(log).not.toContain(secret);
});
