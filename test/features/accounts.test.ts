import { expect, test } from 'vitest';
import { offerSetup } from '../../src/features/accounts/account-service.ts';
import { hashPassword } from '../../src/features/accounts/passwords.ts';
import { type Agent, browser, startTestApp, testTime } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

const newPassword = 'a much longer sentence';

test('a password is hashed as dearly as OWASP asks for', async () => {
  expect(await hashPassword(newPassword)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('signs in, shows who it is, and signs out', async () => {
  const { as } = await startTestApp();
  const ada = await as('ada');

  const account = await ada.get('/account').expect(200);
  expect(account.text).toContain('Lead auditor');

  await ada.post('/sign-out').expect(303).expect('Location', '/sign-in');
  await ada.get('/account').expect(303).expect('Location', '/sign-in?next=%2Faccount');
});

test('says the same of a wrong password and of an unknown name, and keeps the name typed', async () => {
  const { anonymous } = await startTestApp();

  for (const signInName of ['ada', 'nobody']) {
    const answer = await anonymous.post('/sign-in').type('form').send({ signInName, password: 'wrong' }).expect(422);
    expect(answer.text).toContain('The name or the password is wrong');
    expect(answer.text).toContain(`value="${signInName}"`);
    expect(answer.text).not.toContain('wrong"');
  }
});

test('goes back to the page asked for, never to another site', async () => {
  const { anonymous } = await startTestApp();
  const send = { signInName: 'Ada ', password: passwordOfAll };

  await anonymous
    .post('/sign-in')
    .type('form')
    .send({ ...send, next: '/account' })
    .expect('Location', '/account');
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await anonymous
      .post('/sign-in')
      .type('form')
      .send({ ...send, next })
      .expect('Location', '/');
  }
});

test('refuses an account that is no longer active', async () => {
  const { anonymous, deps, people, as } = await startTestApp();
  const bo = await as('bo');
  await deps.db('users').where({ id: people.bo.id }).update({ active: false });

  await bo.get('/account').expect(303);
  await anonymous.post('/sign-in').type('form').send({ signInName: 'bo', password: passwordOfAll }).expect(422);
});

test('waits after five failed tries, for that name from there only; a known browser is not affected', async () => {
  let now = testTime.getTime();
  const { app, as } = await startTestApp({ clock: () => new Date(now) });
  const known = await as('ada');
  await known.post('/sign-out').expect(303);
  const stranger = browser(app);
  const tryAs = (agent: Agent, signInName: string, password = 'wrong') =>
    agent.post('/sign-in').type('form').send({ signInName, password });

  // Many at once gain nothing: each is counted before it is looked at.
  const answers = await Promise.all(Array.from({ length: 8 }, () => tryAs(stranger, 'ada')));
  expect(answers.filter(({ text }) => text.includes('The name or the password is wrong'))).toHaveLength(5);
  const refused = await tryAs(stranger, 'ada', passwordOfAll).expect(422);
  expect(refused.text).toContain('Wait 1 minute and try again');
  expect(refused.text).toContain('value="ada"');
  for (let attempt = 0; attempt < 5; attempt += 1) await tryAs(stranger, 'nobody');
  expect((await tryAs(stranger, 'nobody')).text).toContain('Wait 1 minute and try again');

  await tryAs(stranger, 'bo', passwordOfAll).expect(303);
  await tryAs(known, 'ada', passwordOfAll).expect(303);
  now += 61_000;
  await tryAs(browser(app), 'ada', passwordOfAll).expect(303);
});

test('a browser known to one person is a stranger’s for another', async () => {
  const { as } = await startTestApp();
  const bo = await as('bo');
  await bo.post('/sign-out').expect(303);
  const tryAda = () => bo.post('/sign-in').type('form').send({ signInName: 'ada', password: 'wrong' });
  for (let attempt = 0; attempt < 5; attempt += 1) await tryAda();
  expect((await tryAda().expect(422)).text).toContain('Too many attempts');
});

test('changes the password and signs out the other browsers', async () => {
  const { as, anonymous } = await startTestApp();
  const here = await as('ada');
  const elsewhere = await as('ada');
  const form = { presentPassword: passwordOfAll, wantedPassword: newPassword, repeatedPassword: newPassword };

  await here.post('/account/password').type('form').send(form).expect(303);

  expect((await here.get('/account').expect(200)).text).toContain('Your password has been changed');
  expect((await here.get('/account').expect(200)).text).not.toContain('Your password has been changed');
  await elsewhere.get('/account').expect(303);
  await anonymous.post('/sign-in').type('form').send({ signInName: 'ada', password: newPassword }).expect(303);
});

test.each([
  [{ presentPassword: 'no', wantedPassword: newPassword, repeatedPassword: newPassword }, 'This is not your present password.'],
  [{ presentPassword: passwordOfAll, wantedPassword: 'short', repeatedPassword: 'short' }, 'Use at least 10 characters.'],
  [{ presentPassword: passwordOfAll, wantedPassword: newPassword, repeatedPassword: 'other' }, 'The two passwords differ.'],
  [{}, 'Fill in this field.'],
  [
    { presentPassword: passwordOfAll, wantedPassword: 'Password2026!', repeatedPassword: 'Password2026!' },
    'among the first that are guessed',
  ],
  [
    { presentPassword: passwordOfAll, wantedPassword: 'Assay-2026!', repeatedPassword: 'Assay-2026!' },
    'little more than your name',
  ],
])('refuses a bad change of password: %j', async (form, text) => {
  const { as } = await startTestApp();
  const ada = await as('ada');

  const answer = await ada.post('/account/password').type('form').send(form).expect(422);
  expect(answer.text).toContain(text);
});

test('creates the first administrator by a link that works once', async () => {
  const { deps, app } = await startTestApp();
  expect(await offerSetup(deps)).toBeNull();
  await deps.db('user_roles').where({ role: 'administrator' }).delete();
  const token = await offerSetup(deps);
  const form = { name: 'Lin', signInName: 'lin', wantedPassword: newPassword, repeatedPassword: newPassword };

  const first = browser(app);
  expect((await first.get(`/setup/${token}`).expect(200)).text).toContain('Create the administrator');
  await first
    .post(`/setup/${token}`)
    .type('form')
    .send({ ...form, repeatedPassword: 'x' })
    .expect(422);
  await first.post(`/setup/${token}`).type('form').send(form).expect(303);
  expect((await first.get('/account').expect(200)).text).toContain('Administrator');

  await browser(app).get(`/setup/${token}`).expect(404);
  await browser(app)
    .post(`/setup/${token}`)
    .type('form')
    .send({ ...form, signInName: 'mallory' })
    .expect(404);
});

test('speaks the chosen language, else that of the browser', async () => {
  const { app } = await startTestApp();
  const reader = browser(app, 'zh-TW,en;q=0.5');

  expect((await reader.get('/sign-in')).text).toContain('<html lang="zh-CN">');
  await reader.post('/language').type('form').send({ language: 'en', next: '/sign-in' }).expect('Location', '/sign-in');
  expect((await reader.get('/sign-in')).text).toContain('<html lang="en">');
});
