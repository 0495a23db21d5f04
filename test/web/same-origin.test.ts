import request from 'supertest';
import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

const form = { signInName: 'ada', password: passwordOfAll };

/** A request with those headers and no others that say where it comes from. */
async function signInWith(headers: Record<string, string>, language = 'en') {
  const { app, deps } = await startTestApp();
  const answer = await request(app)
    .post('/sign-in')
    .set({ Accept: 'text/html', 'Accept-Language': language, Host: 'audit.example', ...headers })
    .type('form')
    .send(form);
  return {
    answer,
    sessions: await deps.db('sessions').select('id_hash'),
    entries: await deps.db('audit_entries').select('deed'),
  };
}

test.each<Record<string, string>>([
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'none' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://audit.example' },
  { Origin: 'http://evil.example' },
  { Origin: 'http://audit.example.evil.example' },
  { Origin: 'null' },
  { Referer: 'http://audit.example/sign-in' },
  {},
])('a change that comes with %j is refused and does nothing', async (headers) => {
  const { answer, sessions, entries } = await signInWith(headers);

  expect(answer.status).toBe(403);
  expect(answer.text).toContain('did not come from a page of this site');
  expect(sessions).toEqual([]);
  expect(entries).toEqual([]);
});

test.each<Record<string, string>>([
  { 'Sec-Fetch-Site': 'same-origin' },
  { Origin: 'http://audit.example' },
  { Origin: 'http://localhost:3000' },
])('a change from our own pages, %j, is done', async (headers) => {
  const { answer, sessions } = await signInWith(headers);
  expect(answer.status).toBe(303);
  expect(sessions).toHaveLength(1);
});

test('the refusal is in the reader’s language', async () => {
  const { answer } = await signInWith({}, 'zh-CN');
  expect(answer.text).toContain('此请求不是从本站页面发出的');
  expect(answer.text).toContain('<html lang="zh-CN">');
});

test.each(['put', 'patch', 'delete'] as const)('%s is a change too', async (method) => {
  const { app } = await startTestApp();
  await request(app)[method]('/account').expect(403);
});

test('reading needs no such header: links from mails and other sites lead in', async () => {
  const { app } = await startTestApp();
  await request(app).get('/sign-in').set('Sec-Fetch-Site', 'cross-site').expect(200);
  await request(app).get('/sign-in').expect(200);
});
