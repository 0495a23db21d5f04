import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { startThrough } from '../support/start-assessment.ts';

async function started() {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app);
  const send = (to: string, fields: Record<string, string>) => ada.post(`${path}/${to}`).type('form').send(fields);
  return { ...app, ada, path, send };
}

const deduction = { kind: 'deduction', ground: 'law', statement: '超期未退换，违反法律规定' };

test('states a finding on a clause and takes it back', async () => {
  const { ada, path, send, deps } = await started();
  await send('findings', { grade: 'minor', clause: 'repair-records', statement: '三份维修单缺少签字' }).expect(303);

  const page = await ada.get(`${path}/findings`).expect(200);
  expect(page.text).toContain('三份维修单缺少签字');
  expect(page.text).toContain('The finding is recorded.');

  const { id } = await deps.db('findings').first();
  await send(`findings/${id}/removal`, {}).expect(303);
  expect(await deps.db('findings')).toEqual([]);
  await send(`findings/${id}/removal`, {}).expect(404);
});

test('a link from a clause presets it', async () => {
  const { ada, path } = await started();
  const page = await ada.get(`${path}/findings?clause=repair-records`).expect(200);
  expect(page.text).toMatch(/<option value="repair-records" selected>/);
});

test.each([
  ['findings', { grade: 'huge', statement: 'x' }, 'This value cannot be used.'],
  ['findings', { grade: 'minor', statement: ' ' }, 'Fill in this field.'],
  ['findings', { grade: 'minor', clause: 'nothing', statement: 'kept as typed' }, 'This value cannot be used.'],
  ['adjustments', { ...deduction, ground: 'mood' }, 'This value cannot be used.'],
  ['adjustments', { kind: 'deduction', statement: 'kept as typed' }, 'Fill in this field.'],
  ['adjustments', { kind: 'bonus', statement: '' }, 'Fill in this field.'],
])('refuses a bad form to %s: %j', async (to, fields, text) => {
  const { send, deps } = await started();
  const answer = await send(to, fields).expect(422);
  expect(answer.text).toContain(text);
  if (fields.statement.trim() !== '') expect(answer.text).toContain(fields.statement);
  expect(await deps.db('findings')).toEqual([]);
});

test('deductions lower the score outside the clauses; the fifth fails the assessment', async () => {
  const { ada, path, send } = await started();
  for (let count = 0; count < 4; count += 1) await send('adjustments', deduction).expect(303);
  const before = await ada.get(`${path}/ledger`).set('Accept', 'application/json');
  expect(before.body.html).not.toContain('What stands in the way');

  await send('adjustments', deduction).expect(303);
  const after = await ada.get(`${path}/ledger`).set('Accept', 'application/json');
  expect(after.body.html).toContain('What stands in the way');
});

test('gives no more bonus than the criteria allow', async () => {
  const { ada, path, send } = await started();
  await send('adjustments', { kind: 'bonus', statement: '行业领先的做法' }).expect(303);
  expect((await ada.get(`${path}/findings`)).text).not.toContain('Give bonus');
  const answer = await send('adjustments', { kind: 'bonus', statement: '又一项' }).expect(422);
  expect(answer.text).toContain('These criteria allow at most 1.');
});

test('only the team states findings', async () => {
  const { as, path } = await started();
  const fields = { grade: 'minor', clause: '', statement: 'x' };
  const post = async (person: 'root' | 'cai' | 'dora') => (await as(person)).post(`${path}/findings`).type('form').send(fields);

  expect((await post('root')).status).toBe(404);
  expect((await post('cai')).status).toBe(404);
  expect((await post('dora')).status).toBe(404);
  await (await as('cai')).get(`${path}/findings`).expect(404);
});
