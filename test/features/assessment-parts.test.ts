import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { shippedCriteria, startFields, startThrough } from '../support/start-assessment.ts';

const variants = 'after-sales-maturity@1.1.0';
const parts = 'service-experience@1.0.0';

test('a variant and a profile are chosen when starting, with the number of clauses of each', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const { organization } = startFields(app);
  const page = await ada.get(`/assessments/new?organization=${organization}&criteria=${variants}&step=details`).expect(200);
  for (const text of [
    'Kind of enterprise',
    'Service firm',
    'Full audit: 101 clauses',
    'Seller: 96 clauses',
    'For: Self-assessment',
  ])
    expect(page.text).toContain(text);

  const path = await startThrough(ada, app, { criteria: variants, variant: 'seller', profile: 'full' });
  const shown = await ada.get(path).expect(200);
  expect(shown.text).toContain('0 / 96 clauses done');
  expect(shown.text).toContain('Content hash of the whole version');
  const [copy] = await app.deps.db('criteria_copies').select('document');
  expect(JSON.parse(copy.document).choice).toMatchObject({ variant: { id: 'seller' }, profile: { id: 'full' } });
});

test.each([
  ['no variant', { profile: 'full' }, 'Fill in this field.'],
  ['an unknown variant', { variant: 'farmer', profile: 'full' }, 'What was chosen is no longer offered.'],
  [
    'a profile that is not for that kind',
    { variant: 'maker', profile: 'short' },
    'This extent is not meant for that kind of assessment.',
  ],
  [
    'a variant of criteria that have none',
    { criteria: shippedCriteria, variant: 'maker' },
    'What was chosen is no longer offered.',
  ],
])('refuses %s and keeps what was chosen', async (_, fields, text) => {
  const app = await startTestApp();
  const all = startFields(app, { criteria: variants, ...fields });
  const answer = await (await app.as('ada')).post('/assessments').type('form').send(all).expect(422);
  expect(answer.text).toContain(text);
  expect(await app.deps.db('assessments')).toEqual([]);
});

test('each part has its own dates and people, and the page shows who is on one part only', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app, { criteria: parts });
  expect((await ada.get(path)).text).toContain('Arrange the parts');
  expect((await ada.get(`${path}/parts`).expect(200)).text).toContain('Service characteristic test');

  const plan = {
    revision: '0',
    'from:service-test': '2026-01-05',
    'to:service-test': '2026-01-05',
    'members:service-test': app.people.bo.id,
    'from:management-audit': '',
    'to:management-audit': '',
    'members:management-audit': app.people.ada.id,
  };
  await ada.post(`${path}/parts`).type('form').send(plan).expect(303);
  const shown = await ada.get(path).expect(200);
  expect(shown.text).toContain('2026-01-05 – 2026-01-05');
  expect(shown.text.match(/this part only/g)).toHaveLength(2);
  const [entry] = await app.deps.db('audit_entries').where({ deed: 'assessment.parts-arranged' });
  expect(entry).toBeDefined();

  const late = await ada
    .post(`${path}/parts`)
    .type('form')
    .send({ ...plan, 'from:service-test': '2026-01-06', 'to:service-test': '2026-01-06' })
    .expect(422);
  expect(late.text).toContain('Somebody else changed this');
  expect(late.text).toContain('value="2026-01-06"');
  expect(late.text).toContain('name="revision" value="1"');
});

test.each([
  ['one day only', { 'from:service-test': '2026-01-05' }, 'Give both days, or neither.'],
  [
    'an end before the beginning',
    { 'from:service-test': '2026-01-06', 'to:service-test': '2026-01-05' },
    'The last day cannot be before',
  ],
  [
    'days outside the assessment',
    { 'from:service-test': '2026-01-04', 'to:service-test': '2026-01-05' },
    'within the whole assessment',
  ],
  ['days that do not exist', { 'from:service-test': '2026-02-30', 'to:service-test': '2026-03-05' }, 'Enter a date that exists'],
  ['people who are not in the team', { 'members:management-audit': 'nobody' }, 'Somebody chosen is no longer in the team.'],
])('refuses %s and keeps what was typed', async (_, fields, text) => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app, { criteria: parts });
  const answer = await ada
    .post(`${path}/parts`)
    .type('form')
    .send({ revision: '0', ...fields })
    .expect(422);
  expect(answer.text).toContain(text);
  expect(await app.deps.db('assessment_parts')).toEqual([]);
});

test('only those who lead arrange parts, and only where there are any', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const plain = await startThrough(ada, app);
  await ada.get(`${plain}/parts`).expect(404);
  const path = await startThrough(ada, app, { criteria: parts });
  const bo = await app.as('bo');
  const answer = await bo.get(`${path}/parts`);
  expect([403, 404]).toContain(answer.status);
  expect((await bo.get(path).expect(200)).text).not.toContain('Arrange the parts');
});

test('result, ledger and report show the parts and how they are weighted', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app, { criteria: parts });
  const result = await ada.get(`${path}/result`).expect(200);
  expect(result.text).toContain('Each part is scored by itself');
  expect(result.text).toContain('30%');
  const ledger = await ada.get(`${path}/ledger`).expect(200);
  expect(ledger.text).toContain('Management audit');
  await ada.get(`${path}/report.pdf?language=en`).expect(200).expect('Content-Type', /pdf/);
});

test('the criteria page switches between variants and shows where clauses apply', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const whole = await ada.get('/criteria/after-sales-maturity/1.1.0').expect(200);
  expect(whole.text).toContain('Only in: Maker, Service firm, Full audit');
  expect(whole.text).toContain('38 rated clauses');
  const short = await ada.get('/criteria/after-sales-maturity/1.1.0?variant=service-firm&profile=short').expect(200);
  expect(short.text).toContain('Service firm · Short self-check');
  expect(short.text).not.toContain('id="clause-product-conformity"');
  await ada.get('/criteria/after-sales-maturity/1.1.0/booklet.pdf?variant=seller&profile=full').expect(200);
  const tried = await ada.get('/criteria/after-sales-maturity/1.1.0/try?variant=seller&profile=short').expect(200);
  expect(tried.text).toContain('try?variant=seller&amp;profile=short');
  const first = await ada.get('/criteria/service-experience/1.0.0').expect(200);
  expect(first.text).toContain('Service characteristic test');
});
