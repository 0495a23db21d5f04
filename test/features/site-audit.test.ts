import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { companyIds } from '../support/people.ts';
import { hiddenField } from '../support/publish-criteria.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { startThrough } from '../support/start-assessment.ts';

const sites = { shanghai: 'site-a', hangzhou: 'site-b' };

let app: TestApp;
let ada: Agent;
const clearing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  app = await startTestApp({ whenDone: (clear) => clearing.push(clear) });
  ada = await app.as('ada');
  const names = { 'site-a': 'Shanghai', 'site-b': 'Hangzhou' };
  const rows = Object.entries(names).map(([id, name], place) => ({ id, name, place: 10 + place, central: place === 0 }));
  await app.deps.db('sites').insert(rows.map((row) => ({ ...row, organization_id: companyIds.haichuan, headcount: 10 })));
});

afterAll(async () => {
  for (const clear of clearing) await clear();
});

const start = (version: string) =>
  startThrough(ada, app, { criteria: `service-experience@${version}`, sites: Object.values(sites) });

function save(path: string, place: string, fields: Record<string, string>) {
  const form = ada.post(`${path}/clauses/${place}`).set('Accept', 'application/json').type('form');
  return form.send({ revision: '0', note: '', ...fields }).expect(200);
}

async function saveAtBoth(path: string, clause: string, [first, second]: readonly Record<string, string>[]): Promise<void> {
  await save(path, `${clause}/sites/${sites.shanghai}`, first ?? {});
  await save(path, `${clause}/sites/${sites.hangzhou}`, second ?? {});
}

const progressOf = async (agent: Agent, path: string) => /(\d+) \/ 13 clauses done/.exec((await agent.get(path)).text)?.[1];

test('what was rated once counts no longer after a move to criteria that rate it at each site', async () => {
  const path = await start('1.0.0');
  await save(path, 'service-standards', { level: '4' });
  await save(path, 'outlet-service', { level: '3', note: 'both outlets seen' });
  expect(await progressOf(ada, path)).toBe('2');

  const upgrade = `${path}/criteria-upgrade`;
  const preview = await ada.post(`${upgrade}/preview`).type('form').send({ version: '1.1.0' }).expect(200);
  expect(preview.text).toContain('rated at each site');
  await ada
    .post(upgrade)
    .type('form')
    .send({ version: '1.1.0', seen: hiddenField(preview.text, 'seen') })
    .expect(303);
  expect(await progressOf(ada, path)).toBe('1');
  const listed = (await ada.get('/assessments').expect(200)).text;
  expect(listed).toMatch(/1 \/ 13/);

  await saveAtBoth(path, 'outlet-service', [{ level: '3' }, { level: '4' }]);
  expect(await progressOf(ada, path)).toBe('2');
});

test('the sheet of a clause in criteria with parts says what was rated at each site, and of two who save the later is told', async () => {
  const path = await start('1.1.0');
  await saveAtBoth(path, 'outlet-service', [{ level: '3', note: 'clean' }, { level: '4' }]);
  expect((await ada.get(`${path}/clauses/outlet-service`).expect(200)).text).toMatch(/Shanghai[\s\S]*Hangzhou/);
  await save(path, 'complaints', { size: '10', failed: '1' });
  const bo = await app.as('bo');
  const late = await bo
    .post(`${path}/clauses/complaints`)
    .type('form')
    .send({ revision: '0', size: '10', failed: '2' })
    .expect(409);
  expect(late.text).toContain('20 × (10 − 1) / 10 = 18');
});

test('a clause that applies at no site, and one that applies at one, stand with their reasons in result and report', async () => {
  const path = await start('1.1.0');
  await saveAtBoth(path, 'visit-on-time', [
    { notApplicable: 'on', reason: 'Nobody visits from here' },
    { notApplicable: 'on', reason: 'Repairs are done by post' },
  ]);
  await saveAtBoth(path, 'outlet-service', [{ notApplicable: 'on', reason: 'No customers come here' }, { level: '4' }]);
  const result = (await ada.get(`${path}/result`).expect(200)).text;
  const aside = result.slice(result.indexOf('id="set-aside"'), result.indexOf('id="adjustments"'));
  expect(aside).toContain('Shanghai: Nobody visits from here; Hangzhou: Repairs are done by post');
  expect(aside).toMatch(/Reception at outlets – Shanghai[\s\S]*No customers come here/);
  expect(aside).not.toContain('none given');

  const pdf = await ada.get(`${path}/report.pdf?language=en`).responseType('blob').expect(200);
  const text = (await readPdf(pdf.body)).pages.join('');
  for (const part of ['Shanghai: Nobody visits from here; Hangzhou', 'Reception at outlets – Shanghai', 'No customers come here'])
    expect(text).toContain(solid(part));
});

test('sites are compared in a chart, worst first, in page and report', async () => {
  const path = await start('1.1.0');
  await saveAtBoth(path, 'people-trained', [
    { size: '10', failed: '1' },
    { size: '10', failed: '4' },
  ]);
  await saveAtBoth(path, 'resources-ready', [{ level: '5' }, { level: '2' }]);
  const page = (await ada.get(`${path}/result`).expect(200)).text;
  const figure = page.slice(page.indexOf('id="chart-sites"'));
  const { labels, datasets } = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(figure)?.[1] ?? '{}').data;
  // Of 30 points: Hangzhou 15 × 0.6 + 15 × 0.4, Shanghai 15 × 0.9 + 15.
  expect([labels, datasets[0].data]).toEqual([
    ['Hangzhou', 'Shanghai'],
    [50, 95],
  ]);
  expect(page).toContain('worst');
  const pdf = await ada.get(`${path}/report.pdf?language=en`).responseType('blob').expect(200);
  expect((await readPdf(pdf.body)).pages.join('')).toContain(solid('Rates of the sites'));
});
