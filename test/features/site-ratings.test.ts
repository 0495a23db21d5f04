import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { companyIds } from '../support/people.ts';
import { publishCriteria } from '../support/publish-criteria.ts';
import { readPdf } from '../support/read-pdf.ts';
import { startThrough } from '../support/start-assessment.ts';

const criteria = `format: 1
id: at-sites
version: 1.0.0
language: en
title: Rated at sites
clauses:
  - id: repairs
    number: "1"
    title: Repairs
    points: 60
    aggregate: sum
    at_sites: mean
    clauses:
      - {id: slips, number: "1.1", title: Repair slips, points: 40, rate_by: sample, not_applicable: with-reason}
      - {id: policy, number: "1.2", title: Policy, points: 20, rate_by: met, at_sites: once}
`;

const sites = { shanghai: 'site-a', hangzhou: 'site-b', ningbo: 'site-c' };

let app: TestApp;
let ada: Agent;
let bo: Agent;
let path: string;
const clearing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  app = await startTestApp({ whenDone: (clear) => clearing.push(clear) });
  [ada, bo] = [await app.as('ada'), await app.as('bo')];
  const names = { 'site-a': 'Shanghai', 'site-b': 'Hangzhou', 'site-c': 'Ningbo' };
  const rows = Object.entries(names).map(([id, name], place) => ({ id, name, place: 10 + place, central: place === 0 }));
  await app.deps.db('sites').insert(rows.map((row) => ({ ...row, organization_id: companyIds.haichuan, headcount: 10 })));
  await publishCriteria(await app.as('root'), criteria);
  path = await startThrough(ada, app, { criteria: 'at-sites@1.0.0', sites: [sites.shanghai, sites.hangzhou] });
  await save(ada, 'policy', { met: 'yes' }).expect(200);
});

afterAll(async () => {
  for (const clear of clearing) await clear();
});

function save(agent: Agent, place: string, fields: Record<string, string>) {
  return agent
    .post(`${path}/clauses/${place}`)
    .set('Accept', 'application/json')
    .type('form')
    .send({ revision: '0', note: '', ...fields });
}

test('two people rate two sites of one clause without meeting; at one site the later is told', async () => {
  await save(ada, `slips/sites/${sites.shanghai}`, { size: '10', failed: '2', note: 'two slips unsigned' }).expect(200);
  const open = await ada.get(`${path}/clauses/slips`).expect(200);
  expect(open.text).toContain(`action="${path}/clauses/slips/sites/${sites.hangzhou}"`);
  expect((await ada.get(`${path}/result`).expect(200)).text).toContain('Not yet rated at Hangzhou');

  await save(bo, `slips/sites/${sites.hangzhou}`, { size: '5', failed: '0' }).expect(200);
  const conflict = await save(bo, `slips/sites/${sites.shanghai}`, { size: '10', failed: '5' }).expect(409);
  expect(conflict.body.conflict).toMatchObject({ revision: 1, name: 'Ada', note: 'two slips unsigned' });

  const result = await ada.get(`${path}/result`).expect(200);
  expect(result.text).toContain('Shanghai 80%');
  expect(result.text).toContain('mean 90%: 40 × 90% = 36');
  expect(result.text).toMatch(/By site[\s\S]*Shanghai[\s\S]*80%[\s\S]*Hangzhou[\s\S]*100%/);
  expect((await ada.get(path).expect(200)).text).toContain('2 / 2 clauses done');
  const pdf = await readPdf((await ada.get(`${path}/report.pdf?language=en`).responseType('blob').expect(200)).body);
  expect(pdf.pages.join('')).toContain('Bysite');
});

test('a site added late is unrated; one taken out keeps its ratings, which do not count and are told', async () => {
  const db = app.deps.db;
  const assessmentId = path.split('/').at(-1) ?? '';
  await db('assessment_sites').insert({ assessment_id: assessmentId, site_id: sites.ningbo });
  expect((await ada.get(`${path}/result`).expect(200)).text).toContain('Not yet rated at Ningbo');

  await save(ada, `slips/sites/${sites.ningbo}`, { size: '4', failed: '4' }).expect(200);
  await db('assessment_sites').where({ assessment_id: assessmentId, site_id: sites.ningbo }).delete();
  expect((await ada.get(`${path}/result`).expect(200)).text).toContain('mean 90%');
  expect((await ada.get(`${path}/clauses/slips`).expect(200)).text).toContain('Ningbo no longer in this assessment');
  await save(ada, `slips/sites/${sites.ningbo}`, { revision: '1', size: '4', failed: '0' }).expect(409);
});

test('a rating for the whole organization is refused at such a clause, and a site at any other', async () => {
  expect((await save(ada, 'slips', { size: '10', failed: '0' }).expect(409)).text).toContain('rated at each site');
  // From before the assessment covered sites: it does not count beside them.
  const before = {
    assessment_id: path.split('/').at(-1),
    clause_id: 'slips',
    rating: '{"by":"sample","size":9,"failed":9}',
    note: '',
  };
  await app.deps
    .db('ratings')
    .insert({ ...before, revision: 1, updated_by: app.people.ada.id, updated_at: '2026-01-05T09:00:00.000Z' });
  expect((await ada.get(path).expect(200)).text).toContain('2 / 2 clauses done');
  await save(ada, `policy/sites/${sites.shanghai}`, { met: 'no' }).expect(404);
  await ada.get(`${path}/clauses/policy/sites/${sites.shanghai}`).expect(404);
});

test('cannot be rated independently, and says why', async () => {
  const answer = await ada
    .post(`${path}/assignments`)
    .type('form')
    .send({ clauses: 'repairs', people: [app.people.ada.id, app.people.bo.id], way: 'independently' })
    .expect(422);
  expect(answer.text).toContain('Clauses rated at each site cannot be rated independently: 1.1 Repair slips');
});
