import { expect, test } from 'vitest';
import { insertNotice } from '../../src/features/notices/notice-store.ts';
import { message } from '../../src/i18n/translate.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';

async function tell({ deps, people }: TestApp, to: keyof TestApp['people'], number: string, minute: number): Promise<void> {
  const text = message('notices.assessmentSoon', { number, day: '2026-01-20' });
  const at = new Date(deps.clock().getTime() + minute * 60_000);
  await deps.db.transaction((trx) =>
    insertNotice(trx, { to: [people[to].id], text, href: '/assessments?search=x', assessmentId: null, at }),
  );
}

async function givenInbox(count: number): Promise<{ app: TestApp; bo: Agent }> {
  const app = await startTestApp();
  for (let number = 1; number <= count; number += 1) await tell(app, 'bo', `A-${number};`, number);
  return { app, bo: await app.as('bo') };
}

const numbersIn = (page: string) => [...page.matchAll(/Assessment (A-\d+);/g)].map(([, number]) => number);
const badge = async (agent: Agent) => /class="unread-count"[^>]*>(\d+)</.exec((await agent.get('/')).text)?.[1] ?? null;

test('unread notices stand first, opening one reads it and leads to its place, and all stay to be found', async () => {
  const { app, bo } = await givenInbox(3);
  const page = await bo.get('/inbox').expect(200);
  expect(numbersIn(page.text)).toEqual(['A-3', 'A-2', 'A-1']);
  const [first] = await app.deps.db('notices').orderBy('at').limit(1);
  const opened = await bo.post(`/inbox/${first.id}/opening`).expect(303);
  expect(opened.headers.location).toBe('/assessments?search=x');
  expect(numbersIn((await bo.get('/inbox')).text)).toEqual(['A-3', 'A-2']);
  expect(numbersIn((await bo.get('/inbox?show=all')).text)).toEqual(['A-3', 'A-2', 'A-1']);
  // Opened again it keeps the time at which it was read first.
  const { read_at } = await app.deps.db('notices').where({ id: first.id }).first('read_at');
  await bo.post(`/inbox/${first.id}/opening`).expect(303);
  expect((await app.deps.db('notices').where({ id: first.id }).first('read_at')).read_at).toBe(read_at);
});

test('reading all leaves what came while one was reading', async () => {
  const { app, bo } = await givenInbox(2);
  const until = /name="until" value="([^"]+)"/.exec((await bo.get('/inbox')).text)?.[1];
  await tell(app, 'bo', 'A-9;', 5);
  await bo.post('/inbox/reading').type('form').send({ until }).expect(303);
  expect(numbersIn((await bo.get('/inbox')).text)).toEqual(['A-9']);
  await bo.post('/inbox/reading').type('form').send({ until: 'yesterday' }).expect(422);
});

test('the header counts what is unread, and a notice is nobody else’s', async () => {
  const { app, bo } = await givenInbox(2);
  expect(await badge(bo)).toBe('2');
  const cai = await app.as('cai');
  expect(await badge(cai)).toBe(null);
  const [one] = await app.deps.db('notices').limit(1);
  await cai.post(`/inbox/${one.id}/opening`).expect(404);
  expect(await badge(bo)).toBe('2');
  expect(await app.deps.db('notices').whereNotNull('read_at')).toEqual([]);
});

test('is read in the language of its reader, a page at a time', async () => {
  const { app } = await givenInbox(60);
  const bo = await app.as('bo', 'zh-CN');
  const first = await bo.get('/inbox').expect(200);
  expect(first.text).toContain('评价 A-60; 计划于 2026-01-20 结束');
  const count = [...first.text.matchAll(/notices__item--unread/g)].length;
  expect(count).toBeLessThan(60);
  const second = await bo.get('/inbox?page=2').expect(200);
  expect(second.text).toContain(`A-${60 - count};`);
});
