import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';

test('sends people who are not signed in to the sign-in page', async () => {
  const { anonymous } = await startTestApp();
  await anonymous.get('/').expect(303).expect('Location', '/sign-in');
});

test('leads the administrator through the first steps until all are taken', async () => {
  const app = await startTestApp();
  const root = await app.as('root');

  const first = await root.get('/').expect(200);
  expect(first.text).toContain('First steps');
  expect(first.text).toContain('href="/assessments/new"');
  expect(first.text).not.toContain('href="/organizations/new"');
  expect(first.text.match(/steps__item--done/g)).toHaveLength(2);
  expect(first.text).toMatch(/<a href="\/people">People<\/a><\/dt><dd>6<\/dd>/);

  const { number } = await givenAssessment(app);
  const then = await root.get('/').expect(200);
  expect(then.text).not.toContain('First steps');
  expect(then.text).toContain(number);
  expect(then.text).toContain('View ratings');
  expect(then.text).toMatch(/state=open">Assessments in progress<\/a><\/dt><dd>1<\/dd>/);
});

test('an empty deployment asks for an organization first', async () => {
  const app = await startTestApp();
  const root = await app.as('root', 'zh-CN');
  const { db } = app.deps;
  await db('users').whereNot({ id: app.people.root.id }).delete();
  await db('organizations').delete();

  const { text } = await root.get('/').expect(200);
  for (const path of ['/organizations/new', '/people/new', '/assessments/new']) expect(text).toContain(`href="${path}"`);
  expect(text).not.toContain('steps__item--done');
});

test('shows auditors where to go on rating, and the lead what waits for finishing', async () => {
  const app = await startTestApp();
  const [ada, bo, cai] = [await app.as('ada'), await app.as('bo'), await app.as('cai')];
  expect((await ada.get('/')).text).toContain('Start assessment');
  expect((await cai.get('/')).text).toContain('One appears here when a lead auditor puts you into its team.');

  const assessment = await givenAssessment(app);
  expect((await bo.get('/')).text).toContain('Start rating');
  await rateAll(app.deps, assessment, 'mixed');

  const ready = await ada.get('/').expect(200);
  expect(ready.text).toContain('Waiting for you');
  expect(ready.text).toContain(`/assessments/${assessment.id}/completion`);
  const member = await bo.get('/').expect(200);
  expect(member.text).not.toContain('Waiting for you');
  expect(member.text).toContain(`/assessments/${assessment.id}/workbench`);
  expect(member.text).toContain('Go on rating');
  expect((await cai.get('/')).text).not.toContain(assessment.number);
  const company = (await (await app.as('dora')).get('/')).text;
  expect(company).toContain('View arrangements');
  expect(company).not.toContain('clauses done');

  await finishAssessment(app, assessment);
  const { score } = await app.deps.db('results').first('score');
  const after = await bo.get('/').expect(200);
  expect(after.text).toContain('Finished assessments');
  expect(after.text).toContain(score);
  expect((await cai.get('/')).text).not.toContain(assessment.number);
});

test('offers a company its first self-assessment, then shows results with the gap to the next grade', async () => {
  const app = await startTestApp();
  const [dora, emil] = [await app.as('dora'), await app.as('emil')];
  expect((await dora.get('/')).text).toContain('Start self-assessment');

  const own = await givenAssessment(app, { by: 'dora' });
  expect((await dora.get('/')).text).toContain(own.number);
  const audit = await givenAssessment(app);
  await rateAll(app.deps, audit, 'worst');
  await finishAssessment(app, audit);

  const { text } = await dora.get('/').expect(200);
  const { summary } = await app.deps.db('results').first('summary');
  expect(text).toContain(audit.number);
  expect(text).toContain(JSON.parse(summary).en);
  expect((await emil.get('/')).text).not.toContain(audit.number);
});
