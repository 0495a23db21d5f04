import type { Test } from 'supertest';
import { expect, test } from 'vitest';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { parseCriteriaText, readCriteriaDraft } from '../../src/catalog/criteria/parse-criteria.ts';
import { readCriteriaSheets } from '../../src/catalog/sheets/read-criteria-sheets.ts';
import { type Agent, startTestApp } from '../support/app.ts';
import { bigFramework } from '../support/big-framework.ts';
import { goodCriteria } from '../support/criteria-text.ts';

const shipped = '/criteria/after-sales-maturity/1.0.0';

/** The whole answer as bytes, whatever its type. */
function bytesOf(request: Test): Test {
  return request.buffer(true).parse((res, done) => {
    const parts: Buffer[] = [];
    res.on('data', (part: Buffer) => parts.push(part));
    res.on('end', () => done(null, Buffer.concat(parts)));
  });
}

async function uploaded(agent: Agent, text: string): Promise<string> {
  const answer = await agent.post('/criteria/drafts').field('from', 'files').attach('criteria', Buffer.from(text), 'sample.yaml');
  expect(answer.status, answer.text).toBe(303);
  return String(answer.headers.location).replace(/\/forms$/, '');
}

test('a version is downloaded in every form, by everybody who may see it, with the same content', async () => {
  const app = await startTestApp();
  const dora = await app.as('dora');
  const { hash } = app.deps.catalog.find('after-sales-maturity', '1.0.0') ?? {};
  const load = (query: string) => bytesOf(dora.get(`${shipped}/file?${query}`)).expect(200);

  const yaml = await load('form=yaml');
  const overlay = await load('form=yaml&language=en');
  const again = parseCriteriaText('c.yaml', yaml.body.toString(), [
    { name: 'c.en.yaml', text: overlay.body.toString(), language: 'en' },
  ]);
  expect(again.criteria && criteriaHash(again.criteria)).toBe(hash);
  expect(yaml.headers['content-disposition']).toContain('attachment; filename="after-sales-maturity-1.0.0.yaml"');
  expect(overlay.headers['content-disposition']).toContain('filename="after-sales-maturity-1.0.0.en.yaml"');

  const sheets = readCriteriaSheets('c.xlsx', (await load('form=xlsx')).body);
  expect(sheets.criteria && criteriaHash(sheets.criteria)).toBe(hash);
  expect(criteriaHash(JSON.parse((await load('form=json')).body.toString()))).toBe(hash);
  const oscal = await load('form=oscal');
  expect(JSON.parse(oscal.body.toString()).catalog.metadata.version).toBe('1.0.0');
  expect(oscal.headers['content-disposition']).toContain('filename="after-sales-maturity-1.0.0.oscal.json"');
});

test.each([
  [`${shipped}/file?form=docx`, 422],
  [`${shipped}/file`, 422],
  [`${shipped}/file?form=yaml&language=fr`, 422],
  [`${shipped}/file?form=yaml&language=zh-CN`, 404],
  ['/criteria/after-sales-maturity/9.9.9/file?form=yaml', 404],
])('%s answers %i', async (path, status) => {
  await (await (await startTestApp()).as('root')).get(path).expect(status);
});

test('a draft is downloaded as it is saved; as a workbook only without problems', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const good = await uploaded(root, goodCriteria);
  const sheets = readCriteriaSheets('d.xlsx', (await bytesOf(root.get(`${good}/file?form=xlsx`)).expect(200)).body);
  expect(sheets.criteria?.id).toBe('sample');

  const text = goodCriteria.replace('points: 6', 'points: 7');
  const bad = await uploaded(root, text);
  expect((await bytesOf(root.get(`${bad}/file?form=yaml`)).expect(200)).body.toString()).toBe(text);
  expect((await root.get(`${bad}/file?form=xlsx`).expect(422)).text).toMatch(/still has \d+ problem/);
  await (await app.as('ada')).get(`${good}/file?form=yaml`).expect(404);
});

test.each(['zh-CN', 'en'] as const)('the template workbook in %s has no problems', async (language) => {
  const app = await startTestApp();
  const path = `/criteria/drafts/template.xlsx?language=${language}`;
  const { body } = await bytesOf((await app.as('root')).get(path)).expect(200);
  expect(readCriteriaSheets('t.xlsx', body).problems).toEqual([]);
  await (await app.as('dora')).get(path).expect(404);
});

test('a list becomes a draft with a report that stays with it', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const list = 'No.,Title,Points\n1,Promise,10\n1,Warranty,5\n';
  const answer = await root.post('/criteria/drafts/import').attach('foreign', Buffer.from(list), 'list.csv').expect(303);
  const address = String(answer.headers.location);
  const report = await root.get(address).expect(200);
  expect(report.text).toContain('Imported 2 clauses, 2 of them rated');
  expect(report.text).toMatch(/<code>list\.csv[^<]*3[^<]*<\/code>/);
  expect(report.text).toContain('The number “1” occurs again');
  const draft = await root.get(address.replace('/import', '')).expect(200);
  expect(draft.text).toContain(`href="${address}"`);
  expect(draft.text).toContain('Warranty');
});

test('while 6,000 nodes are imported, others are served', async () => {
  const app = await startTestApp();
  const [root, ada] = [await app.as('root'), await app.as('ada')];
  let done = false;
  const importing = root
    .post('/criteria/drafts/import')
    .attach('foreign', Buffer.from(bigFramework()), 'big.yaml')
    .expect(303)
    .then((answer) => {
      done = true;
      return answer;
    });
  let served = 0;
  while (!done) {
    await ada.get('/criteria').expect(200);
    served += 1;
  }
  expect(served).toBeGreaterThan(5);
  const report = await root.get(String((await importing).headers.location)).expect(200);
  expect(report.text).toMatch(/Imported [\d,]+ clauses, 1[\d,]+ of them rated/);
}, 90_000);

test('an OSCAL export comes back with its tree', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const { body } = await bytesOf(root.get('/criteria/complaint-management/1.0.0/file?form=oscal')).expect(200);
  const answer = await root.post('/criteria/drafts/import').field('kind', 'oscal').attach('foreign', body, 'c.json').expect(303);
  await root.get(String(answer.headers.location)).expect(200);
  const { source } = await app.deps.db('criteria_drafts').first();
  const { draft } = readCriteriaDraft('c.yaml', source);
  const known = app.deps.catalog.find('complaint-management', '1.0.0')?.criteria;
  expect(draft?.clauses.map(({ form }) => form.id)).toEqual(known?.clauses.map(({ id }) => id));
});

test.each([
  ['nothing', '', null, 'Choose the files to import.'],
  ['what is none of these', '', '{"a": 1}', 'was not recognised; choose it below'],
  ['another kind than was chosen', 'oscal', 'No.,Title\n1,A\n', 'not of the kind oscal'],
  ['bytes', '', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'error-summary'],
])('refuses %s in words and saves nothing', async (_, kind, content, text) => {
  const app = await startTestApp();
  const request = (await app.as('root')).post('/criteria/drafts/import').field('kind', kind);
  const answer = await (content === null ? request : request.attach('foreign', Buffer.from(content), 'x.json')).expect(422);
  expect(answer.text).toContain(text);
  expect(await app.deps.db('criteria_drafts')).toEqual([]);
});

test('only administrators import', async () => {
  const app = await startTestApp();
  await (await app.as('ada')).post('/criteria/drafts/import').attach('foreign', Buffer.from('1,a'), 'a.csv').expect(404);
  expect(await app.deps.db('criteria_drafts')).toEqual([]);
});
