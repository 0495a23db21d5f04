import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawNumbers, everyNth } from '../../src/features/samples/draw-sample.ts';
import { startTestApp } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';

const clause = 'outlet-management';
const drawing = { clause, title: '网点', population: '网点名单', size: '46', wanted: '8', method: 'random', seed: 'assay' };

async function givenWork() {
  const testApp = await startTestApp();
  const id = await givenAssessment(testApp);
  const bo = await testApp.as('bo');
  const draw = (fields: object) =>
    bo
      .post(`/assessments/${id}/samples`)
      .type('form')
      .send({ ...drawing, ...fields });
  return { ...testApp, id, bo, draw };
}

test('a draw can be made again from its seed, holds no number twice and stays within the population', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (seed, size, wanted) => {
      const drawn = drawNumbers(seed, size, wanted);
      expect(drawn).toEqual(drawNumbers(seed, size, wanted));
      expect(new Set(drawn).size).toBe(Math.min(size, wanted));
      expect(drawn.every((number) => number >= 1 && number <= size)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a draw is that of the published rule', () => {
  // printf 'assay,1' | sha256sum, as a number, modulo 46, plus 1; and so on.
  expect(drawNumbers('assay', 46, 3)).toEqual([27, 25, 12]);
});

test('every n-th item is taken from the first on', () => {
  expect(everyNth(3, 5, 20, 10)).toEqual([3, 8, 13, 18]);
});

test('draws at random, keeps how, and rates the clause only when asked', async () => {
  const { bo, draw, id, deps } = await givenWork();
  const href = String((await draw({}).expect(303)).headers.location);
  const page = (await bo.get(href).expect(200)).text;
  for (const text of ['seed assay', '46 in all', '0 of 8 looked at', 'not enough to rate by yet']) expect(page).toContain(text);

  const found = { revision: '1', 'outcome.1': 'pass', 'outcome.2': 'fail', 'note.2': '协议过期', 'outcome.3': 'pass' };
  await bo.post(href).type('form').send(found).expect(303);
  expect((await bo.get(href)).text).toContain('the clause is rated otherwise');
  expect(await deps.db('ratings')).toEqual([]);
  expect((await bo.get(`/assessments/${id}/clauses/${clause}`)).text).toContain('Use in rating');

  await bo.post(`${href}/rating`).expect(303);
  expect(JSON.parse((await deps.db('ratings').first('rating')).rating)).toEqual({ by: 'sample', size: 3, failed: 1 });
  expect((await bo.get(href)).text).toContain('as rated');
  await bo.post(href).type('form').send({ revision: '2', 'outcome.4': 'fail' }).expect(303);
  expect((await bo.get(href)).text).toContain('the clause is rated otherwise');
});

test('draws from a pasted list, and takes a choice by judgement with its reason only', async () => {
  const { bo, draw } = await givenWork();
  const list = 'W-001\r\nW-002\r\n\r\nW-003';
  const href = String(
    (await draw({ list, size: '', wanted: '2', method: 'systematic', start: '2', step: '1' }).expect(303)).headers.location,
  );
  const page = (await bo.get(href)).text;
  expect(page).toContain('W-002');
  expect(page).not.toContain('W-001');

  expect((await draw({ method: 'judgement', list, reason: '' }).expect(422)).text).toContain('say why these were chosen');
  await draw({ method: 'judgement', list, size: '', reason: '投诉最多的三单' }).expect(303);
});

test.each([
  [{ wanted: '47' }, 'A sample cannot be larger than the 46'],
  [{ size: '' }, 'Say how many there are'],
  [{ wanted: '' }, 'Say how many to draw'],
  [{ clause: 'nonsense' }, 'A chosen clause is not rated'],
  [{ method: 'systematic', start: '99' }, 'The first number must lie between'],
])('refuses %j', async (fields, text) => {
  const { draw } = await givenWork();
  const page = await draw(fields).expect(422);
  expect(page.text).toContain(text);
  expect(page.text).toContain('网点名单');
});

test('refuses evidence that is not there, and tells the later of two people', async () => {
  const { bo, as, draw } = await givenWork();
  const href = String((await draw({}).expect(303)).headers.location);
  const wrong = await bo.post(href).type('form').send({ revision: '1', 'outcome.1': 'pass', 'evidence.1': 'E9' }).expect(422);
  expect(wrong.text).toContain('This assessment has no evidence E9');
  await bo.post(href).type('form').send({ revision: '1', 'outcome.1': 'pass' }).expect(303);
  const late = await (await as('ada'))
    .post(href)
    .type('form')
    .send({ revision: '1', 'outcome.2': 'fail', 'note.2': '我的记录' })
    .expect(422);
  expect(late.text).toContain('Somebody else changed this sample');
  expect(late.text).toContain('我的记录');
});
