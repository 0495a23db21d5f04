import { expect, test } from 'vitest';
import type { Assessment } from '../../src/features/assessments/assessment.ts';
import { openQueue } from '../../src/features/reports/render-queue.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment, type Quality, rateAll } from '../support/assessments.ts';
import { companyIds } from '../support/people.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { wideCriteria } from '../support/report-dossier.ts';

const missingPath = '/assessments/11111111-1111-4111-8111-111111111111';

/** An assessment with every clause rated, ready to be finished. */
async function givenRated(app: TestApp, quality: Quality = 'mixed', overrides: Parameters<typeof givenAssessment>[1] = {}) {
  const assessment = await givenAssessment(app, overrides);
  await rateAll(app.deps, assessment, quality);
  return assessment;
}

/** An audit by way of the report, a self-assessment at once. */
async function finish(agent: Agent, { id, kind }: Assessment): Promise<void> {
  if (kind !== 'self') {
    const closed = await agent.post(`/assessments/${id}/closing`).expect(303);
    if (String(closed.headers.location).endsWith('/findings')) await agent.post(`/assessments/${id}/reporting`).expect(303);
  }
  await agent.post(`/assessments/${id}/completion`).expect(303).expect('Location', `/assessments/${id}/result`);
}

async function clausesOf(app: TestApp, assessment: Assessment) {
  const entry = app.deps.catalog.find(assessment.criteriaId, assessment.criteriaVersion);
  if (!entry) throw new Error('The criteria are gone.');
  return ratedClauses(entry.criteria);
}

test('lists what is missing, each with a link, and refuses to finish', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app, { criteria: 'after-sales-maturity@1.0.0' });
  const clauses = await clausesOf(app, assessment);
  const demanding = clauses.filter(({ evidence }) => evidence.some(({ required }) => required));
  const setAside = clauses.find(({ notApplicable }) => notApplicable === 'with-reason');
  const bare = demanding.find(({ id }) => id !== setAside?.id);
  const unrated = clauses.find((clause) => clause.id !== setAside?.id && !demanding.includes(clause));
  if (!unrated || !setAside || !bare) throw new Error('The criteria lack a clause for this test.');
  await rateAll(app.deps, assessment, 'best', { except: [unrated.id] });
  const { db } = app.deps;
  await db('ratings')
    .where({ assessment_id: assessment.id, clause_id: setAside.id })
    .update({ rating: JSON.stringify({ by: 'not-applicable', reason: ' ' }) });
  await db('evidence_clauses').where({ clause_id: bare.id }).delete();

  const ada = await app.as('ada');
  const page = await ada.get(`/assessments/${assessment.id}/completion`).expect(200);
  expect(page.text).toContain('3 things are missing');
  for (const { id } of [unrated, setAside, bare])
    expect(page.text).toContain(`href="/assessments/${assessment.id}/clauses/${id}"`);
  expect(page.text).not.toContain('button--danger');

  const refused = await ada.post(`/assessments/${assessment.id}/closing`).expect(422);
  expect(refused.text).toContain('cannot be finished yet');
  expect(refused.text).toContain(`href="/assessments/${assessment.id}/clauses/${unrated.id}"`);
  expect(await db('results')).toEqual([]);
  expect(await db('audit_entries').where({ deed: 'assessment.finished' })).toEqual([]);
  expect(await db('assessments').where({ id: assessment.id }).first('finished_at')).toEqual({ finished_at: null });
});

test('finishing keeps dossier and result, writes it down, and locks everything', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app, 'best');
  const ada = await app.as('ada');
  const path = `/assessments/${assessment.id}`;

  const before = await ada.get(`${path}/completion`).expect(200);
  expect(before.text).toContain('This cannot be undone.');
  expect(before.text).toContain('100 points');

  await finish(ada, assessment);
  const row = await app.deps.db('results').where({ assessment_id: assessment.id }).first();
  expect(row.score).toBe('100.00');
  expect(JSON.parse(row.dossier)).toMatchObject({
    organization: { name: '海川电器有限公司' },
    assessment: { number: assessment.number, finishedAt: '2026-01-15T09:00:00.000Z' },
  });
  expect(JSON.parse(row.result)).toMatchObject({ outcome: 'graded', score: { exact: '100' } });
  expect(JSON.parse(row.summary).en).toContain('100 points');
  const [entry] = await app.deps.db('audit_entries').where({ deed: 'assessment.finished' });
  expect(entry).toMatchObject({ actor_id: app.people.ada.id, subject_id: assessment.id });

  const again = await ada.post(`${path}/completion`).expect(409);
  expect(again.text).toContain(`${assessment.number} is finished`);
  await ada.get(`${path}/completion`).expect(303).expect('Location', `${path}/result`);
  const [clause] = await clausesOf(app, assessment);
  await ada.post(`${path}/clauses/${clause?.id}`).type('form').send({ revision: '1', note: 'changed later' }).expect(409);
  expect(await app.deps.db('ratings').where({ note: 'changed later' })).toEqual([]);
  await ada.post(`${path}/findings`).type('form').send({ grade: 'minor', clause: '', statement: 'too late' }).expect(409);
  const evidence = await ada
    .post(`${path}/evidence`)
    .field('kind', 'link')
    .field('title', 'late')
    .field('link', 'https://a.example');
  expect(evidence.status).toBe(409);
  expect(await app.deps.db('evidence').where({ title: 'late' })).toEqual([]);
});

test('of two who finish at once one wins, the other is told', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app);
  const [ada, root] = [await app.as('ada'), await app.as('root')];

  const answers = await Promise.all([ada, root].map((agent) => agent.post(`/assessments/${assessment.id}/closing`)));

  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await app.deps.db('results')).toHaveLength(1);
});

test('only who leads can finish', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app);
  const [page, closing] = ['completion', 'closing'].map((path) => `/assessments/${assessment.id}/${path}`);

  for (const stranger of ['bo', 'cai', 'dora', 'emil'] as const) {
    const agent = await app.as(stranger);
    await agent.get(page ?? '').expect(404);
    await agent.post(closing ?? '').expect(404);
  }
  await app.anonymous.get(page ?? '').expect(303);
  await app.anonymous.post(closing ?? '').expect(401);
  await (await app.as('ada')).get(`${missingPath}/completion`).expect(404);
  await (await app.as('ada')).get('/assessments/nonsense/result').expect(404);
  expect(await app.deps.db('results')).toEqual([]);
});

test('the result is for the team and the administrator, for the company once it is finished', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app);
  const pages = ['result', 'report.pdf'].map((page) => `/assessments/${assessment.id}/${page}`);
  const statuses = async (person: 'root' | 'ada' | 'bo' | 'cai' | 'dora' | 'emil') => {
    const agent = await app.as(person);
    return Promise.all(pages.map(async (page) => (await agent.get(page)).status));
  };

  expect(await statuses('dora')).toEqual([404, 404]);
  expect(await statuses('bo')).toEqual([200, 200]);
  await finish(await app.as('ada'), assessment);

  for (const person of ['root', 'ada', 'bo', 'dora'] as const) expect(await statuses(person)).toEqual([200, 200]);
  for (const person of ['cai', 'emil'] as const) expect(await statuses(person)).toEqual([404, 404]);
  await app.anonymous.get(pages[0] ?? '').expect(303);
});

test('a company sees the result of its self-assessment as it goes, and finishes it itself', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app, 'mixed', { by: 'dora' });
  const dora = await app.as('dora', 'zh-CN');

  const interim = await dora.get(`/assessments/${assessment.id}/result`).expect(200);
  expect(interim.text).toContain('评价尚未完成');
  await (await app.as('emil')).get(`/assessments/${assessment.id}/result`).expect(404);

  await finish(dora, assessment);
  const page = await dora.get(`/assessments/${assessment.id}/result`).expect(200);
  expect(page.text).not.toContain('评价尚未完成');
});

test('an open assessment shows score so far, floor and ceiling', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app);
  const [first] = await clausesOf(app, assessment);
  await rateAll(app.deps, assessment, 'best', { except: [first?.id ?? ''] });

  const { text } = await (await app.as('ada')).get(`/assessments/${assessment.id}/result`).expect(200);
  expect(text).toContain('Not finished');
  expect(text).toContain('Score so far');
  expect(text).toContain('If every unrated clause gets nothing');
  expect(text).toContain('>Not rated<');
  expect(text).toContain(`/assessments/${assessment.id}/completion`);
});

test('every number has its explanation, and every link within the page a place to go', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app, 'mixed', { criteria: 'after-sales-maturity@1.0.0' });
  const clauses = await clausesOf(app, assessment);
  const { db } = app.deps;
  const made = { assessment_id: assessment.id, created_by: app.people.ada.id, created_at: assessment.createdAt };
  await db('findings').insert({
    ...made,
    id: 'f1',
    clause_id: clauses[3]?.id,
    grade: 'observation',
    statement: 'Slips without <signature>',
  });
  await db('findings').insert({ ...made, id: 'a1', grade: 'deduction', statement: 'Promise broken thrice' });
  await db('ratings')
    .where({
      assessment_id: assessment.id,
      clause_id: clauses.find(({ notApplicable }) => notApplicable !== 'forbidden')?.id ?? '',
    })
    .update({ rating: JSON.stringify({ by: 'not-applicable', reason: 'Sells no goods' }) });
  const ada = await app.as('ada');
  // What the company had to answer is closed; how that comes about is told elsewhere.
  await db('findings').where({ grade: 'deduction' }).update({ state: 'closed', closed_at: assessment.createdAt });
  await finish(ada, assessment);

  const { text } = await ada.get(`/assessments/${assessment.id}/result`).expect(200);
  const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(clauses.length / 10);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  expect([...text.matchAll(/ id="([^"]+)"/g)]).toHaveLength(ids.size);
  for (const { id } of clauses) expect(ids.has(`clause-${id}`), id).toBe(true);
  expect(text).toContain('Slips without &lt;signature&gt;');
  expect(text).toContain('Promise broken thrice');
  expect(text).toContain('Sells no goods');
  expect(text).toContain(`note on ${clauses[3]?.id}`);
  const [piece] = await db('evidence').select('id');
  expect(text).toContain(`href="/assessments/${assessment.id}/evidence/${piece.id}"`);
});

test('the charts are JSON that Chart.js takes, with the numbers in a table', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app, 'mixed', { criteria: 'after-sales-maturity@1.0.0' });

  const { text } = await (await app.as('ada')).get(`/assessments/${assessment.id}/result`).expect(200);
  const charts = [...text.matchAll(/<script type="application\/json">(.*?)<\/script>/g)].map(([, json]) =>
    JSON.parse(json ?? ''),
  );
  expect(charts.length).toBeGreaterThanOrEqual(3);
  for (const { type, data } of charts) {
    expect(type).toBe('bar');
    for (const set of data.datasets) {
      // A piece of a stacked bar names the bar that it belongs to; other values stand in the order of the labels.
      const named = set.data.filter((value: unknown) => typeof value === 'object' && value !== null);
      for (const { y } of named) expect(data.labels).toContain(y);
      if (named.length === 0 && set.data.length > 0) expect(set.data).toHaveLength(data.labels.length);
    }
  }
  const library = /data-library="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await app.anonymous.get(library).expect(200)).text).toContain('Chart.js');
});

test('what was kept does not change with the organization, the people or the criteria', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app);
  const ada = await app.as('ada');
  await finish(ada, assessment);
  const path = `/assessments/${assessment.id}`;
  const scoreOn = (text: string) => /href="#steps">([\d.]+)</.exec(text)?.[1];
  const before = (await ada.get(`${path}/result`)).text;

  const { db } = app.deps;
  await db('organizations').where({ id: companyIds.haichuan }).update({ name: 'Renamed Ltd', name_key: 'renamed ltd' });
  await db('users').where({ id: app.people.ada.id }).update({ name: 'Ada Married' });
  await db('ratings').where({ assessment_id: assessment.id }).delete();
  await db('criteria_copies').update({ document: '{}' });
  app.deps.criteriaCopies.clear();

  const after = (await ada.get(`${path}/result`).expect(200)).text;
  expect(after).toContain('海川电器有限公司');
  expect(after).not.toContain('Renamed');
  expect(scoreOn(after)).toMatch(/^\d+\.\d\d$/);
  expect(scoreOn(after)).toBe(scoreOn(before));
  const pdf = await readPdf((await ada.get(`${path}/report.pdf?language=zh-CN`).responseType('blob').expect(200)).body);
  expect(pdf.title).toContain('海川电器有限公司');
  expect(pdf.pages.join('')).not.toContain('Married');
});

test('compares with the last assessment and says whether the target is met', async () => {
  const app = await startTestApp();
  const first = await givenRated(app, 'worst');
  const ada = await app.as('ada');
  await finish(ada, first);
  await app.deps.db('assessments').where({ id: first.id }).update({ finished_at: '2025-01-15T09:00:00.000Z' });

  const second = await givenRated(app, 'best');
  const { text } = await ada.get(`/assessments/${second.id}/result`).expect(200);
  expect(text).toContain(`Last assessment ${first.number}: 0.00 points`);
  expect(text).toContain('Last time (2026-01-07)');
  expect(text).toMatch(/Target [^:]+: met\./);
  const earlier = await ada.get(`/assessments/${first.id}/result`).expect(200);
  expect(earlier.text).toMatch(/Target [^:]+: missed\./);
});

test('writes the report in either language, under a name that says what it is', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app);
  const ada = await app.as('ada');
  await finish(ada, assessment);
  const get = (query: string) => ada.get(`/assessments/${assessment.id}/report.pdf${query}`).responseType('blob');

  const chinese = await get('?language=zh-CN')
    .expect(200)
    .expect('Content-Type', 'application/pdf')
    .expect('Cache-Control', 'private, no-store, no-transform');
  const name = encodeURIComponent(`${assessment.number} 海川电器有限公司 评价报告.pdf`);
  expect(chinese.headers['content-disposition']).toBe(
    `inline; filename="${assessment.number} ________ ____.pdf"; filename*=UTF-8''${name}`,
  );
  const inChinese = await readPdf(chinese.body);
  expect(inChinese.language).toBe('zh-CN');
  expect(inChinese.pages.join('')).toContain('售后服务评价报告');
  expect(inChinese.pages.join('')).not.toContain('草稿');

  const inEnglish = await readPdf((await get('').expect(200)).body);
  expect(inEnglish.language).toBe('en');
  expect(inEnglish.pages.join('')).toContain(solid('After-sales service assessment report'));
  expect((await get('?language=fr')).status).toBe(422);
});

test('marks the report of an open assessment as a draft', async () => {
  const app = await startTestApp();
  const assessment = await givenRated(app);
  const answer = await (await app.as('bo'))
    .get(`/assessments/${assessment.id}/report.pdf?language=en`)
    .responseType('blob')
    .expect(200);
  expect((await readPdf(answer.body)).pages[0]).toContain('Draft');
});

test('a result of 500 clauses stays quick', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app, { criteria: 'after-sales-maturity@1.0.0' });
  const { db, criteriaCopies, catalog } = app.deps;
  const base = catalog.find('after-sales-maturity', '1.0.0');
  if (!base) throw new Error('The criteria are gone.');
  await db('criteria_copies').update({ document: JSON.stringify(wideCriteria(base.criteria, 500)) });
  criteriaCopies.clear();
  await rateAll(app.deps, assessment, 'mixed');
  const ada = await app.as('ada');
  await finish(ada, assessment);
  await ada.get(`/assessments/${assessment.id}/result`).expect(200);

  const began = performance.now();
  const { text } = await ada.get(`/assessments/${assessment.id}/result`).expect(200);
  const took = performance.now() - began;
  expect([...text.matchAll(/ id="clause-clause-\d+"/g)]).toHaveLength(500);
  // Ten times what it takes on a slow machine: only a change for much worse is to be found.
  expect(took).toBeLessThan(2500);
});

test('reports are written two at a time, the others in turn, and too many are turned away', async () => {
  const inTurn = openQueue(2, 2);
  const done: (() => void)[] = [];
  const started: number[] = [];
  const job = (number: number) => () => {
    started.push(number);
    return new Promise<void>((finished) => done.push(finished));
  };
  const tick = () => new Promise((next) => setImmediate(next));
  const jobs = [1, 2, 3, 4].map((number) => inTurn(job(number)));
  await tick();
  expect(started).toEqual([1, 2]);
  await expect(inTurn(job(5))).rejects.toMatchObject({ code: 'unavailable' });

  done[0]?.();
  await tick();
  expect(started).toEqual([1, 2, 3]);
  done[1]?.();
  await tick();
  expect(started).toEqual([1, 2, 3, 4]);
  for (const finished of done) finished();
  await Promise.all(jobs);

  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(inTurn(() => Promise.resolve('after'))).resolves.toBe('after');
});
