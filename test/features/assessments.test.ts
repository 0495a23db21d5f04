import { expect, test } from 'vitest';
import { madeOnce, startTestApp } from '../support/app.ts';
import { companyIds } from '../support/people.ts';
import { shippedCriteria, startFields, startThrough } from '../support/start-assessment.ts';

test('starts an assessment in two steps, with a number and the team', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');

  const choose = await ada.get('/assessments/new').expect(200);
  expect(choose.text).toContain('海川电器有限公司');
  expect(choose.text).toContain(shippedCriteria);

  const details = await ada
    .get(`/assessments/new?organization=${companyIds.haichuan}&criteria=${shippedCriteria}&step=details`)
    .expect(200);
  expect(details.text).toContain('Five stars');

  const path = await startThrough(ada, app);
  const page = await ada.get(path).expect(200);
  expect(page.text).toContain('A-2026-0001');
  expect(page.text).toContain('Bo');
  expect(page.text).toContain('0 / 101 clauses done');
});

test('says what the first step lacks', async () => {
  const app = await startTestApp();
  const answer = await (await app.as('ada')).get('/assessments/new?step=details').expect(422);

  expect(answer.text).toContain('Choose an organization.');
  expect(answer.text).toContain('Choose criteria.');
});

const untouched = madeOnce((settings) => startTestApp(settings));

test.each([
  ['kind', { kind: 'party' }, 'This value cannot be used.'],
  ['a missing day', { from: '' }, 'Fill in this field.'],
  ['a day that does not exist', { to: '2026-02-30' }, 'Enter a date that exists'],
  ['an end before the beginning', { to: '2026-01-04' }, 'The last day cannot be before the first.'],
  ['no lead', { lead: '' }, 'Fill in this field.'],
  ['an unknown site', { sites: ['33333333-3333-4333-8333-333333333333'] }, 'What was chosen is no longer offered.'],
  ['a grade that the criteria lack', { targetGrade: 'ten-star' }, 'What was chosen is no longer offered.'],
  ['a held grade without its date', { heldGrade: 'three-star' }, 'Give both the grade and the date.'],
  ['a grade held from later on', { heldGrade: 'three-star', heldSince: '2026-02-01' }, 'The date cannot be after the last day'],
])('refuses %s and keeps what was typed', async (_, fields, text) => {
  const app = await untouched();
  const answer = await (await app.as('ada')).post('/assessments').type('form').send(startFields(app, fields)).expect(422);

  expect(answer.text).toContain(text);
  expect(answer.text).toMatch(/name="members" value="[^"]+" checked/);
  expect(await app.deps.db('assessments')).toEqual([]);
});

test('refuses a lead who may not lead', async () => {
  const app = await startTestApp();
  const fields = startFields(app, { lead: app.people.bo.id, members: [] });
  await (await app.as('ada')).post('/assessments').type('form').send(fields).expect(422);
});

test('auditors do not start assessments, companies only their own self-assessment', async () => {
  const app = await startTestApp();
  await (await app.as('bo')).get('/assessments/new').expect(404);
  await (await app.as('bo')).post('/assessments').type('form').send(startFields(app)).expect(404);

  const dora = await app.as('dora');
  await dora.post('/assessments').type('form').send(startFields(app)).expect(422);
  await dora
    .post('/assessments')
    .type('form')
    .send(startFields(app, { organization: companyIds.other, kind: 'self' }))
    .expect(404);
  const path = await startThrough(dora, app, { kind: 'self', lead: '', members: [] });
  expect((await dora.get(path).expect(200)).text).toContain('Self-assessment');
});

test('shows an assessment to its team, the administrator, the assessed company, and to nobody else', async () => {
  const app = await startTestApp();
  const path = await startThrough(await app.as('ada'), app);

  for (const person of ['ada', 'bo', 'root', 'dora'] as const) await (await app.as(person)).get(path).expect(200);
  for (const person of ['cai', 'emil'] as const) {
    const agent = await app.as(person);
    await agent.get(path).expect(404);
    expect((await agent.get('/assessments').expect(200)).text).not.toContain('A-2026-0001');
  }
});

test("a company's self-assessment is its own", async () => {
  const app = await startTestApp();
  const path = await startThrough(await app.as('dora'), app, { kind: 'self', lead: '', members: [] });

  await (await app.as('root')).get(path).expect(200);
  for (const person of ['ada', 'bo', 'emil'] as const) await (await app.as(person)).get(path).expect(404);
});

test('finds assessments by number, organization and state, a page at a time', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  for (let turn = 0; turn < 27; turn += 1) await startThrough(ada, app);
  await startThrough(ada, app, { organization: companyIds.other });

  const all = await ada.get('/assessments').expect(200);
  expect(all.text).toContain('28 in all');
  expect(all.text.match(/<th scope="row"/g)).toHaveLength(25);
  expect((await ada.get('/assessments?page=2')).text.match(/<th scope="row"/g)).toHaveLength(3);
  expect((await ada.get('/assessments?search=other%20appl')).text).toContain('1 in all');
  expect((await ada.get('/assessments?search=a-2026-0003')).text).toContain('1 in all');
  expect((await ada.get('/assessments?search=%25')).text).toContain('Nothing matches.');
  expect((await ada.get('/assessments?state=finished')).text).toContain('Nothing matches.');
  await ada.get('/assessments?page=nonsense&state=x').expect(200);
});

test('changes dates while it is open, the team on its own page; others may not', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app);
  const { organization: _o, criteria: _c, kind: _k, ...fields } = startFields(app, { to: '2026-01-09' });

  expect((await ada.get(`${path}/edit`).expect(200)).text).toContain('value="2026-01-07"');
  await ada.post(path).type('form').send(fields).expect(303);
  expect((await ada.get(path)).text).toContain('2026-01-09');
  await ada.post(`${path}/team`).type('form').send({ person: app.people.cai.id, teamRole: 'auditor' }).expect(303);
  await (await app.as('cai')).get(path).expect(200);
  await ada.post(`${path}/team/${app.people.bo.id}/removal`).type('form').send({ reason: 'ill' }).expect(303);
  await (await app.as('bo')).get(path).expect(404);

  await (await app.as('cai')).get(`${path}/edit`).expect(404);
  await (await app.as('cai')).post(path).type('form').send(fields).expect(404);
  await ada
    .post(path)
    .type('form')
    .send({ ...fields, to: '' })
    .expect(422);
});

test('keeps the criteria as they were when it began', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app);
  const copy = await app.deps.db('criteria_copies').first();
  const entry = app.deps.catalog.find('after-sales-maturity', '1.0.0');

  expect(JSON.parse(copy.document)).toEqual(entry?.criteria);
  expect(copy.hash).toBe(entry?.hash);
  await startThrough(ada, app);
  expect(await app.deps.db('criteria_copies')).toHaveLength(1);
  await ada.get(`${path}/workbench`).expect(303);
});

test('gives every assessment a number of its own, also when many start at once', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const paths = await Promise.all(Array.from({ length: 8 }, () => startThrough(ada, app)));

  const numbers: string[] = await app.deps.db('assessments').orderBy('number').pluck('number');
  expect(paths).toHaveLength(8);
  expect(numbers).toEqual(Array.from({ length: 8 }, (_, index) => `A-2026-000${index + 1}`));
});

test('a malformed id is a page that does not exist', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  for (const id of ['1', 'x', "' or 1=1", '00000000-0000-4000-8000-000000000000']) {
    await ada.get(`/assessments/${encodeURIComponent(id)}`).expect(404);
  }
});
