import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { isPassword } from '../../src/features/accounts/passwords.ts';
import { checkCredentials } from '../../src/features/accounts/sign-in-service.ts';
import { type Agent, browser, startTestApp, type TestApp, type TestSettings, testTime } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

const minute = 60_000;
const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);

async function startWithClock(settings: TestSettings = {}) {
  let passed = 0;
  const app = await startTestApp({ ...settings, clock: () => new Date(testTime.getTime() + passed) });
  return {
    ...app,
    wait: (time: number) => {
      passed += time;
    },
  };
}

/** Sets up a second factor; gives what makes its codes, and the recovery codes. */
async function setUpFactor(app: TestApp, agent: Agent) {
  const page = await agent.get('/account/second-factor').expect(200);
  expect(page.text).toContain('data:image/png;base64,');
  const secret = /setup-steps__secret">([A-Z2-7 ]+)</.exec(page.text)?.[1]?.replaceAll(' ', '') ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = () => totp.generate({ timestamp: app.deps.clock().getTime() });
  expect((await post(agent, '/account/second-factor', { code: '000000' }).expect(422)).text).toContain(secret.slice(0, 4));
  const shown = await post(agent, '/account/second-factor', { code: code() }).expect(200);
  const recovery = [...shown.text.matchAll(/<code>([\w-]{19})<\/code>/g)].map(([, each]) => each ?? '');
  return { secret, code, recovery };
}

const signInAs = (agent: Agent, signInName: string) => post(agent, '/sign-in', { signInName, password: passwordOfAll });

test('a second factor is asked for when signing in; until then one is nobody', async () => {
  const app = await startWithClock();
  const ada = await app.as('ada');
  const { secret, code, recovery } = await setUpFactor(app, ada);
  expect(new Set(recovery).size).toBe(10);

  const other = browser(app.app);
  const first = await signInAs(other, 'ada').expect(303);
  expect(first.get('Location')).toBe('/sign-in/second-step?next=%2F');
  await other.get('/account').expect(303).expect('Location', '/sign-in?next=%2Faccount');
  await post(other, '/account/sessions/others/end').expect(401);

  // The code that confirmed the authenticator is used up.
  await post(other, '/sign-in/second-step', { code: code() }).expect(422);
  app.wait(minute);
  await post(other, '/sign-in/second-step', { code: `${code().slice(0, 3)} ${code().slice(3)}`, next: '/people' })
    .expect(303)
    .expect('Location', '/people');
  await other.get('/account').expect(200);

  const stored = JSON.stringify(
    await Promise.all(['authenticators', 'sessions', 'audit_entries'].map((table) => app.deps.db(table))),
  );
  expect(stored).not.toContain(secret);
  for (const each of recovery) expect(stored).not.toContain(each);
});

test('a recovery code works once, whatever its case; new ones replace the old', async () => {
  const app = await startWithClock();
  const ada = await app.as('ada');
  const { recovery } = await setUpFactor(app, ada);
  const enter = async (code: string, status: number) => {
    const agent = browser(app.app);
    await signInAs(agent, 'ada').expect(303);
    await post(agent, '/sign-in/second-step', { code }).expect(status);
  };

  await enter((recovery[0] ?? '').toUpperCase().replaceAll('-', ' '), 303);
  await enter(recovery[0] ?? '', 422);
  expect((await ada.get('/account').expect(200)).text).toContain('9 recovery codes left');
  await post(ada, '/account/recovery-codes').expect(200);
  await enter(recovery[1] ?? '', 422);
});

test('guessing codes is slowed down, and the half-open door closes', async () => {
  const app = await startWithClock();
  await setUpFactor(app, await app.as('ada'));
  const agent = browser(app.app);
  await signInAs(agent, 'ada').expect(303);
  for (let guess = 0; guess < 5; guess += 1) await post(agent, '/sign-in/second-step', { code: '123456' }).expect(422);
  expect((await post(agent, '/sign-in/second-step', { code: '123456' })).text).toContain('Too many attempts');
  app.wait(11 * minute);
  await post(agent, '/sign-in/second-step', { code: '123456' }).expect(409);
  await agent.get('/sign-in/second-step').expect(303);
});

test('a link to set a password does not get round the second factor', async () => {
  const app = await startWithClock();
  await setUpFactor(app, await app.as('bo'));
  const root = await app.as('root');
  const page = await post(root, `/people/${app.people.bo.id}/password-link`).expect(200);
  const path = /\/password\/[\w-]+/.exec(page.text)?.[0] ?? '';
  const thief = browser(app.app);
  const wanted = 'an entirely other sentence';
  const answer = await post(thief, path, { wantedPassword: wanted, repeatedPassword: wanted }).expect(303);
  expect(answer.get('Location')).toContain('/sign-in/second-step');
  await thief.get('/account').expect(303);

  await post(root, `/people/${app.people.bo.id}/second-factor-reset`).expect(303);
  await post(browser(app.app), '/sign-in', { signInName: 'bo', password: wanted }).expect(303).expect('Location', '/');
});

test('where it is demanded, the body’s people set it up first; companies are not concerned', async () => {
  const app = await startTestApp({ config: { secondFactor: 'required' } });
  const ada = await app.as('ada');
  await ada.get('/assessments').expect(303).expect('Location', '/account/second-factor');
  await post(ada, '/organizations', { name: 'X' }).expect(403);
  await setUpFactor(app, ada);
  await ada.get('/assessments').expect(200);
  await (await app.as('dora')).get('/assessments').expect(200);
});

test('an important form asks who it is after a while, and goes on with all that was typed', async () => {
  const app = await startWithClock();
  const root = await app.as('root');
  app.wait(16 * minute);
  const typed = { name: 'Fei <b>', signInName: 'fei', roles: ['auditor', 'reviewer'], registrationNumber: '7' };

  const asked = await post(root, '/people', typed).expect(422);
  expect(asked.text).toContain('Confirm that it is you');
  expect(asked.text).toContain('name="name" value="Fei &lt;b&gt;"');
  expect(asked.text.match(/name="roles"/g)).toHaveLength(2);
  expect(await app.deps.db('users')).toHaveLength(6);

  await post(root, '/people', { ...typed, proofPassword: 'wrong' }).expect(422);
  const cookieBefore = await app.deps.db('sessions').where({ user_id: app.people.root.id }).pluck('id_hash');
  await post(root, '/people', { ...typed, proofPassword: passwordOfAll }).expect(200);
  expect(await app.deps.db('users')).toHaveLength(7);
  // A new id after the proof.
  expect(await app.deps.db('sessions').where({ user_id: app.people.root.id }).pluck('id_hash')).not.toEqual(cookieBefore);
  await post(root, '/people', { ...typed, signInName: 'fei2' }).expect(200);
});

test('a page that needs a proof is shown after it, and never another site', async () => {
  const app = await startWithClock();
  const root = await app.as('root');
  app.wait(16 * minute);
  const sent = await root.get('/audit-trail/file?form=csv').expect(303);
  expect(sent.get('Location')).toBe('/account/proof?next=%2Faudit-trail%2Ffile%3Fform%3Dcsv');
  await post(root, '/account/proof', { next: '//evil.example', proofPassword: passwordOfAll })
    .expect(303)
    .expect('Location', '/');
  await root.get('/audit-trail/file?form=csv').expect(200);
});

test('browsers are listed and signed out, one or all others; never somebody else’s', async () => {
  const { as, deps, people } = await startTestApp();
  const [here, there, third] = [await as('ada'), await as('ada'), await as('ada')];
  const bo = await as('bo');
  const page = (await here.get('/account').expect(200)).text;
  const keys = [...page.matchAll(/sessions\/([0-9a-f]{64})\/end/g)].map(([, key]) => key);
  expect(keys).toHaveLength(2);
  expect(page).toContain('This one');

  await post(bo, `/account/sessions/${keys[0]}/end`).expect(404);
  await post(here, `/account/sessions/${keys[0]}/end`).expect(303);
  const states = [(await there.get('/account')).status, (await third.get('/account')).status];
  expect(states.sort()).toEqual([200, 303]);
  await post(here, '/account/sessions/others/end').expect(303);
  expect(await deps.db('sessions').where({ user_id: people.ada.id })).toHaveLength(1);
  await bo.get('/account').expect(200);
});

test('after the absolute limit one signs in again, however busy', async () => {
  const app = await startWithClock({ config: { sessionLimits: { idle: 60 * minute, absolute: 120 * minute } } });
  const ada = await app.as('ada');
  for (const _ of [1, 2]) {
    app.wait(50 * minute);
    await ada.get('/account').expect(200);
  }
  app.wait(20 * minute);
  await ada.get('/account').expect(303);
});

test('an unknown name is looked at like any other, and the decoy is nobody’s password', async () => {
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
  const { deps } = await startTestApp();
  const origin = { address: '10.0.0.1', client: '?' };
  const answerTo = (signInName: string) =>
    checkCredentials(deps, { signInName, password: 'nobody has this password', origin, device: undefined }).catch(String);
  expect(await answerTo('nobody')).toBe(await answerTo('ada'));
  expect(await deps.db('sign_in_tries')).toHaveLength(3);
});

test('changing the mail address and ending sessions ask anew who it is', async () => {
  const app = await startWithClock();
  const ada = await app.as('ada');
  app.wait(16 * minute);
  const choice = { email: 'thief@example.com', mailChoice: 'daily' };
  expect((await post(ada, '/account/mail', choice).expect(422)).text).toContain('proofPassword');
  await post(ada, '/account/sessions/others/end').expect(422);
  expect((await app.deps.db('users').where({ id: app.people.ada.id }).first('email')).email).toBe(null);
  await post(ada, '/account/mail', { ...choice, proofPassword: passwordOfAll }).expect(303);
  expect((await app.deps.db('users').where({ id: app.people.ada.id }).first('email')).email).toBe('thief@example.com');
});
