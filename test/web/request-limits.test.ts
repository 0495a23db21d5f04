import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { csvLine } from '../../src/web/csv.ts';
import { browser, startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

test('one person searches 120 times a minute, and others are not held up', async () => {
  const { as } = await startTestApp();
  const [ada, bo] = [await as('ada'), await as('bo')];
  for (let turn = 0; turn < 120; turn += 1) await ada.get('/nowhere?search=a').expect(404);
  expect((await ada.get('/organizations?search=a').expect(429)).text).toContain('Wait a minute');
  await ada.get('/organizations').expect(200);
  await bo.get('/organizations?search=a').expect(200);
});

test('one person sends 240 forms with files a minute', async () => {
  const { as } = await startTestApp();
  const ada = await as('ada');
  const send = () => ada.post('/nowhere').set('Content-Type', 'multipart/form-data; boundary=x').send('--x--');
  for (let turn = 0; turn < 240; turn += 1) await send().expect(404);
  await send().expect(429);
});

test('letters for a new password are asked for 30 times a minute from one address', async () => {
  const { anonymous } = await startTestApp();
  const ask = (name: string) => anonymous.post('/forgotten').type('form').send({ signInName: name });
  for (let turn = 0; turn < 30; turn += 1) expect((await ask(`nobody${turn}`)).status).not.toBe(429);
  await ask('ada').expect(429);
});

test('an unknown name costs as long as a known one with a wrong password', async () => {
  const { app } = await startTestApp();
  const time = async (signInName: string) => {
    const begun = performance.now();
    await browser(app).post('/sign-in').type('form').send({ signInName, password: 'wrong one' });
    return performance.now() - begun;
  };
  await time('warm-up');
  const known: number[] = [];
  const unknown: number[] = [];
  // By turns, so that a machine that is busy for a while is so for both; fewer tries than slow anybody down.
  for (const [turn, name] of ['ada', 'bo', 'cai', 'dora', 'emil', 'root'].entries()) {
    known.push(await time(name));
    unknown.push(await time(`nobody${turn}`));
  }
  // The quickest of each is what the work itself takes, however busy the machine: without the hashing it would be a seventh.
  const ratio = Math.min(...known) / Math.min(...unknown);
  expect(ratio).toBeGreaterThan(1 / 4);
  expect(ratio).toBeLessThan(4);
});

test('the log holds no secret that passes by: passwords, links, codes of a provider, tokens, cookies', async () => {
  const { deps } = await startTestApp();
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  const agent = browser(createApp({ ...deps, log: pino({ level: 'debug' }, stream) }));
  const signedIn = await agent.post('/sign-in').type('form').send({ signInName: 'ada', password: passwordOfAll }).expect(303);
  await agent.post('/sign-in').type('form').send({ signInName: 'ada', password: 'mistyped secret' });
  await agent.get('/setup/one-time-secret-a');
  await agent.get('/password/one-time-secret-b');
  await agent.get('/sign-in/oidc/callback?code=provider-secret&state=state-secret');
  await agent.get('/findings.csv').set('Authorization', 'Bearer assay_bearer-secret');
  const cookies = (signedIn.get('Set-Cookie') ?? []).map((cookie) => /=([^;]+)/.exec(cookie)?.[1] ?? 'none');
  expect(text.split('\n').length).toBeGreaterThan(6);
  for (const secret of [
    passwordOfAll,
    'mistyped',
    'one-time-secret',
    'provider-secret',
    'state-secret',
    'bearer-secret',
    ...cookies,
  ])
    expect(text).not.toContain(secret);
});

test('no way on leads off the site', async () => {
  const { app } = await startTestApp();
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ]) {
    const answer = await browser(app)
      .post('/sign-in')
      .type('form')
      .send({ signInName: 'ada', password: passwordOfAll, next })
      .expect(303);
    expect(answer.headers.location).toBe('/');
  }
});

test('line ends in what is typed never become headers', async () => {
  const { app } = await startTestApp();
  const next = '/account\r\nSet-Cookie: taken=1';
  const answer = await browser(app)
    .post('/sign-in')
    .type('form')
    .send({ signInName: 'ada', password: passwordOfAll, next })
    .expect(303);
  expect(answer.headers.location).toBe('/');
  expect((answer.get('Set-Cookie') ?? []).join()).not.toContain('taken');
});

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1'])(
  'a spreadsheet takes %j for text',
  (formula) => {
    expect(csvLine([formula])).toMatch(/^"?'/);
  },
);
