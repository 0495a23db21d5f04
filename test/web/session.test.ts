import { expect, test } from 'vitest';
import { DatabaseSessionStore } from '../../src/web/session-store.ts';
import { browser, startTestApp, testTime } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const idleLimit = 12 * hour;
const limits = { idle: idleLimit, absolute: 7 * 24 * hour };

/** The app with a clock that the test moves. */
async function startWithClock() {
  let passed = 0;
  const testApp = await startTestApp({ clock: () => new Date(testTime.getTime() + passed) });
  const expiry = async () => {
    const rows: { expires_at: number | string }[] = await testApp.deps.db('sessions').select('expires_at');
    return rows.map((row) => Number(row.expires_at) - testTime.getTime());
  };
  const moveTo = (time: number) => {
    passed = time;
  };
  return { ...testApp, expiry, moveTo };
}

test('a browser that is left alone must sign in again', async () => {
  const { as, moveTo } = await startWithClock();
  const ada = await as('ada');

  moveTo(idleLimit - minute);
  await ada.get('/account').expect(200);
  moveTo(2 * idleLimit);
  await ada.get('/account').expect(303).expect('Location', '/sign-in?next=%2Faccount');
});

test('a browser that is used stays signed in', async () => {
  const { as, moveTo } = await startWithClock();
  const ada = await as('ada');

  for (let visits = 1; visits <= 5; visits += 1) {
    moveTo(visits * (idleLimit - hour));
    await ada.get('/account').expect(200);
  }
});

test('reading pages writes at most every five minutes', async () => {
  const { as, moveTo, expiry } = await startWithClock();
  const ada = await as('ada');
  expect(await expiry()).toEqual([idleLimit]);

  moveTo(4 * minute);
  await ada.get('/account').expect(200);
  expect(await expiry()).toEqual([idleLimit]);
  moveTo(6 * minute);
  await ada.get('/account').expect(200);
  expect(await expiry()).toEqual([idleLimit + 6 * minute]);
});

test('what has run out is swept away, the rest stays', async () => {
  const { as, moveTo, deps, expiry } = await startWithClock();
  await as('ada');
  moveTo(2 * hour);
  await as('bo');

  moveTo(idleLimit + hour);
  await new DatabaseSessionStore(deps.db, () => deps.clock().getTime(), limits).sweep();
  expect(await expiry()).toEqual([idleLimit + 2 * hour]);
});

test('nobody has a session before signing in', async () => {
  const { anonymous, deps } = await startTestApp();
  const answer = await anonymous.get('/sign-in').expect(200);
  expect(answer.get('Set-Cookie')).toBeUndefined();
  expect(await deps.db('sessions').select('id_hash')).toEqual([]);
});

test('signing in gives a new id, and the database does not hold it', async () => {
  const { app, deps } = await startTestApp();
  const agent = browser(app);
  const idAfter = async () => {
    const answer = await agent.post('/sign-in').type('form').send({ signInName: 'ada', password: passwordOfAll }).expect(303);
    return /assay=s%3A([^.]+)/.exec(String(answer.get('Set-Cookie')))?.[1] ?? 'none';
  };
  const first = await idAfter();
  const second = await idAfter();

  expect(second).not.toBe(first);
  const rows = JSON.stringify(await deps.db('sessions').select());
  expect(rows).not.toContain(first);
  expect(rows).not.toContain(second);
});

test('a forged cookie is nobody’s', async () => {
  const { anonymous, deps, as } = await startTestApp();
  await as('ada');
  const row: { id_hash: string } | undefined = await deps.db('sessions').first('id_hash');
  for (const value of [`s%3A${row?.id_hash}.signature`, String(row?.id_hash), 's%3A.', '%E0%A4%A']) {
    await anonymous.get('/account').set('Cookie', `assay=${value}`).expect(303);
  }
});
