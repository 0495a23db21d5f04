import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import type { Mailer } from '../../src/features/mail/mailer.ts';
import { sendAccountLetters } from '../../src/features/password-resets/reset-service.ts';
import { type Agent, browser, startTestApp, type TestApp, testTime } from '../support/app.ts';
import { startMailServer } from '../support/mail-server.ts';

const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);
const wanted = 'a much longer sentence';

async function givenMail() {
  const { url, taken } = await startMailServer();
  let now = testTime;
  const mailFrom = { name: '衡准', address: 'assay@example.com' };
  const app = await startTestApp({ clock: () => now, config: { smtpUrl: url, mailFrom, address: 'http://assay.example.com' } });
  await app.deps.db('users').where({ id: app.people.bo.id }).update({ email: 'bo@example.com', language: 'en' });
  const moveTo = (minutes: number) => {
    now = new Date(testTime.getTime() + minutes * 60_000);
  };
  const linkIn = async (index: number) => {
    const { text } = await simpleParser(taken[index] ?? '');
    return new URL(/http:\S+\/password\/[\w-]+/.exec(text ?? '')?.[0] ?? 'http://none').pathname;
  };
  return { ...app, taken, moveTo, linkIn };
}

test('a forgotten password is set by a link in a letter; the answer is the same for every name', async () => {
  const { anonymous, app, deps, taken, linkIn } = await givenMail();
  const invited = await deps.db('users').where({ sign_in_name: 'bo' }).first('id');
  expect(invited).toBeDefined();

  const answers = [];
  for (const signInName of ['bo', 'ada', 'nobody'])
    answers.push((await post(anonymous, '/forgotten', { signInName }).expect(200)).text);
  expect(new Set(answers).size).toBe(1);

  expect(await sendAccountLetters(deps)).toBe(1);
  expect(taken).toHaveLength(1);
  const path = await linkIn(0);
  const stored = JSON.stringify(
    await Promise.all(['password_links', 'account_letters', 'audit_entries'].map((table) => deps.db(table))),
  );
  expect(stored).not.toContain(path.split('/').at(-1));

  const bo = browser(app);
  await post(bo, path, { wantedPassword: wanted, repeatedPassword: wanted }).expect(303);
  await bo.get('/account').expect(200);
  await browser(app).get(path).expect(404);
});

test('asking again and again makes one letter in a quarter of an hour, and takes no link away that somebody was handed', async () => {
  const { anonymous, as, deps, people, taken, moveTo, linkIn, app } = await givenMail();
  const page = await post(await as('root'), `/people/${people.bo.id}/password-link`).expect(200);
  const handed = /\/password\/[\w-]+/.exec(page.text)?.[0] ?? '';
  for (const _ of [1, 2, 3]) {
    await post(anonymous, '/forgotten', { signInName: ' BO ' }).expect(200);
    await sendAccountLetters(deps);
  }
  expect(taken).toHaveLength(1);
  await browser(app).get(handed).expect(200);

  moveTo(61);
  await browser(app)
    .get(await linkIn(0))
    .expect(404);
  await post(anonymous, '/forgotten', { signInName: 'bo' }).expect(200);
  await sendAccountLetters(deps);
  expect(taken).toHaveLength(1);
  await sendAccountLetters(deps);
});

test('who is added with an address is invited by mail, too', async () => {
  const { as, deps, taken, linkIn, app } = await givenMail();
  const person = { name: 'Fei', signInName: 'fei', roles: 'auditor', email: 'fei@example.com' };
  expect((await post(await as('root'), '/people', person).expect(200)).text).toContain('on its way to fei@example.com');
  await sendAccountLetters(deps);
  const letter = await simpleParser(taken[0] ?? '');
  expect([letter.to].flat()[0]?.text).toBe('fei@example.com');
  await post(browser(app), await linkIn(0), { wantedPassword: wanted, repeatedPassword: wanted }).expect(303);
});

test('a server that fails is tried again, five times at most', async () => {
  const { anonymous, deps } = await givenMail();
  await post(anonymous, '/forgotten', { signInName: 'bo' }).expect(200);
  let tries = 0;
  const broken = (): Mailer => ({
    send: async () => {
      tries += 1;
      throw new Error('no route');
    },
    close: () => undefined,
  });
  for (let round = 0; round < 7; round += 1) expect(await sendAccountLetters(deps, broken)).toBe(0);
  expect(tries).toBe(5);
});

test('without a mail server the page says whom to ask', async () => {
  const { anonymous } = await startTestApp();
  expect((await anonymous.get('/forgotten').expect(200)).text).toContain('Ask your administrator');
});

/** Rows as somebody who got into Bo's account would leave them. */
async function givenOtherWays({ deps, people }: Pick<TestApp, 'deps' | 'people'>) {
  const user_id = people.bo.id;
  const at = testTime.toISOString();
  await deps
    .db('passkeys')
    .insert({ id: 'p', user_id, credential_id: 'c', public_key: 'k', counter: 0, transports: '[]', name: 'x', created_at: at });
  await deps
    .db('api_tokens')
    .insert({ id: 't', user_id, name: 'x', token_hash: 'h', scopes: '[]', created_at: at, expires_at: '2027' });
  await deps.db('provider_identities').insert({ issuer: 'i', subject: 's', user_id, label: 'x', created_at: at });
}

const countWays = async ({ db }: TestApp['deps']) =>
  (await Promise.all(['passkeys', 'api_tokens', 'provider_identities'].map((table) => db(table)))).flat().length;

test('a reset leaves no passkey, token or link of a thief; page, letter and notice say so', async () => {
  const app = await givenMail();
  const { deps, anonymous, taken, linkIn } = app;
  await givenOtherWays(app);
  await post(anonymous, '/forgotten', { signInName: 'bo' }).expect(200);
  await sendAccountLetters(deps);
  const { text } = await simpleParser(taken[0] ?? '');
  expect(text).toContain('passkeys, API tokens and links with single sign-on are removed');

  const path = await linkIn(0);
  const bo = browser(app.app);
  expect((await bo.get(path).expect(200)).text).toContain('passkeys, API tokens and links');
  expect(await countWays(deps)).toBe(3);
  await post(bo, path, { wantedPassword: wanted, repeatedPassword: wanted }).expect(303);
  expect(await countWays(deps)).toBe(0);
  expect((await bo.get('/inbox').expect(200)).text).toContain(
    '1 passkey, 1 API token and 1 link with single sign-on were removed',
  );
  const { details } = await deps.db('audit_entries').where({ deed: 'account.password-set' }).first('details');
  expect(JSON.parse(details)).toEqual({ removed: { passkeys: 1, tokens: 1, identities: 1 } });
});

test('the administrator takes a lost passkey away, with all else that lets somebody in, and the person is told', async () => {
  const app = await givenMail();
  await givenOtherWays(app);
  const [root, bo] = [await app.as('root'), await app.as('bo')];
  expect((await root.get(`/people/${app.people.bo.id}`).expect(200)).text).toContain('Reset the second factor');
  await post(root, `/people/${app.people.bo.id}/second-factor-reset`).expect(303);
  expect(await countWays(app.deps)).toBe(0);
  await bo.get('/account').expect(303);
  expect((await (await app.as('bo')).get('/inbox').expect(200)).text).toContain('reset your second factor');
  await post(root, `/people/${app.people.bo.id}/second-factor-reset`).expect(409);
});
