import request from 'supertest';
import { expect, test } from 'vitest';
import { tokenRoutes } from '../../src/model/token-scopes.ts';
import { startTestApp, testTime } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';
import { listRoutes } from '../support/routes.ts';
import { pdf } from '../support/sample-files.ts';

async function givenToken(fields: Record<string, unknown> = {}) {
  let now = testTime;
  const app = await startTestApp({ clock: () => now });
  const ada = await app.as('ada');
  const form = { name: 'export', scopes: ['findings.read'], days: '7', ...fields };
  const page = await ada.post('/account/tokens').type('form').send(form).expect(200);
  const secret = /assay_[\w-]{43}/.exec(page.text)?.[0] ?? '';
  const get = (path: string, token = secret) => request(app.app).get(path).set('Authorization', `Bearer ${token}`);
  return { ...app, ada, secret, get, later: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

const day = 24 * 60 * 60 * 1000;

test('every route that tokens open exists, reads only, and does not ask anew who somebody is', async () => {
  const { app } = await startTestApp();
  const gets = new Set(listRoutes(app).flatMap(({ method, path }) => (method === 'get' ? [path] : [])));
  for (const path of Object.values(tokenRoutes).flat()) expect(gets).toContain(path);
});

test('a token is shown once, kept as a hash, and opens what its owner may see', async () => {
  const { secret, get, deps, ada } = await givenToken();
  expect(secret).not.toBe('');
  await get('/findings.csv').expect(200).expect('Content-Type', /csv/);
  expect(JSON.stringify(await deps.db('api_tokens'))).not.toContain(secret);
  expect(JSON.stringify(await deps.db('audit_entries'))).not.toContain(secret);
  const page = await ada.get('/account/tokens').expect(200);
  expect(page.text).not.toContain(secret);
  expect(page.text).toContain('Last used');
});

test('nothing else is opened: not another scope, no page, no change, not the account itself', async () => {
  const app = await givenToken({ scopes: ['evidence.read'] });
  const id = await givenAssessment(app);
  const bo = await app.as('bo');
  const added = await bo.post(`/assessments/${id}/evidence`).set('Accept', 'application/json').attach('files', pdf, 'a.pdf');
  await app.get(`${added.body.evidence[0].href}/file`).expect(200);
  for (const path of ['/findings.csv', '/', '/account', '/account/tokens', `/assessments/${id}`, '/people']) {
    const answer = await app.get(path);
    expect([path, answer.status]).toEqual([path, 403]);
  }
  const changes = ['/sign-out', '/account/tokens', `/assessments/${id}/evidence`, '/language'];
  for (const path of changes) {
    const answer = await request(app.app)
      .post(path)
      .set('Authorization', `Bearer ${app.secret}`)
      .set('Sec-Fetch-Site', 'same-origin');
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('a token sees no more than its owner: what belongs to others does not exist', async () => {
  const app = await startTestApp();
  const id = await givenAssessment(app);
  const bo = await app.as('bo');
  const added = await bo.post(`/assessments/${id}/evidence`).set('Accept', 'application/json').attach('files', pdf, 'a.pdf');
  const cai = await app.as('cai');
  const page = await cai.post('/account/tokens').type('form').send({ name: 'x', scopes: 'evidence.read', days: '7' });
  const secret = /assay_[\w-]{43}/.exec(page.text)?.[0] ?? '';
  const file = `${added.body.evidence[0].href}/file`;
  await request(app.app).get(file).set('Authorization', `Bearer ${secret}`).expect(404);
});

test('it is good for nothing when its time is over, it is revoked, its owner deactivated, or it is another', async () => {
  const { get, later, ada, deps, people, secret } = await givenToken();
  await get('/findings.csv', `${secret}x`).expect(401);
  await get('/findings.csv', 'assay_').expect(401);
  await deps.db('users').where({ id: people.ada.id }).update({ active: false });
  await get('/findings.csv').expect(401);
  await deps.db('users').where({ id: people.ada.id }).update({ active: true });
  await get('/findings.csv').expect(200);
  const [{ id }] = await deps.db('api_tokens').select('id');
  await ada.post(`/account/tokens/${id}/removal`).expect(303);
  await get('/findings.csv').expect(401);

  const other = await givenToken();
  other.later(8 * day);
  await other.get('/findings.csv').expect(401);
  expect(later).toBeDefined();
});

test('a cookie that comes along with a token counts for nothing', async () => {
  const { ada, secret } = await givenToken();
  await ada.get('/account').set('Authorization', `Bearer ${secret}`).expect(403);
  await ada.get('/account').set('Authorization', 'Bearer assay_no').expect(401);
  await ada.get('/account').expect(200);
});

test('a token may ask 120 times a minute, an address guess 30 times', async () => {
  const { get } = await givenToken();
  for (let turn = 0; turn < 120; turn += 1) await get('/findings.csv?page=1').expect(200);
  await get('/findings.csv').expect(429);
  for (let turn = 0; turn < 30; turn += 1) await get('/findings.csv', `assay_${turn}`).expect(401);
  await get('/findings.csv', 'assay_more').expect(429);
});

test('a form without scope or with another time is shown again with what was typed', async () => {
  const { ada, deps } = await givenToken();
  const page = await ada.post('/account/tokens').type('form').send({ name: '周报 <b>', days: '7' }).expect(422);
  expect(page.text).toContain('Choose at least one.');
  expect(page.text).toContain('周报 &lt;b&gt;');
  await ada.post('/account/tokens').type('form').send({ name: 'a', scopes: 'findings.read', days: '9999' }).expect(422);
  await ada.post('/account/tokens').type('form').send({ name: 'a', scopes: 'everything', days: '7' }).expect(422);
  expect(await deps.db('api_tokens')).toHaveLength(1);
});
