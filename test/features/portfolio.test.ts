import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { partsOf, readPdf, solid } from '../support/read-pdf.ts';

test('the office gets one paper on all organizations, others do not', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const empty = await readPdf((await root.get('/portfolio.pdf?language=en').responseType('blob').expect(200)).body);
  expect(empty.pages.join('')).toContain(solid('No audit is finished yet.'));

  const finished = await givenAssessment(app);
  await rateAll(app.deps, finished, 'mixed');
  await finishAssessment(app, finished);
  // Neither counts: one is open, the other is the company's own.
  await givenAssessment(app);
  const own = await givenAssessment(app, { by: 'dora', lead: null, members: [] });
  await rateAll(app.deps, own, 'best');
  await finishAssessment(app, own);

  const { body, type } = await root.get('/portfolio.pdf?language=zh-CN').responseType('blob').expect(200);
  expect(type).toBe('application/pdf');
  const text = (await readPdf(body)).pages.join('');
  expect(text).toContain(solid('1 个组织有已完成的审核'));
  expect(text).toContain(finished.number);
  expect(text).not.toContain(own.number);
  const both = await root.get('/portfolio.pdf?language=both').responseType('blob').expect(200);
  expect(partsOf(await readPdf(both.body))).toEqual(['中文', 'English']);
  await (await app.as('ada')).get('/portfolio.pdf').expect(404);
  await (await app.as('dora')).get('/portfolio.pdf').expect(404);
  await root.get('/portfolio.pdf?language=xx').expect(422);
});
