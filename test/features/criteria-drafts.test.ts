import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { parseCriteriaText, readCriteriaDraft } from '../../src/catalog/criteria/parse-criteria.ts';
import { criteriaFormOf } from '../../src/catalog/sheets/file-form.ts';
import { writeCriteriaSheets } from '../../src/catalog/sheets/write-criteria-sheets.ts';
import { starterTexts } from '../../src/features/criteria-drafts/starter-text.ts';
import { type Agent, browser, madeOnce, startTestApp, type TestApp } from '../support/app.ts';
import { goodCriteria } from '../support/criteria-text.ts';
import { passwordOfAll } from '../support/people.ts';
import { startFields, startThrough } from '../support/start-assessment.ts';
import { variantCriteria } from '../support/variant-text.ts';
import { zipOf } from '../support/zip-archive.ts';

const badCriteria = goodCriteria.replace('points: 6', 'points: 7').replace('rate_by: met', 'rate_by: mett');
const raised = (version: string, text = goodCriteria) => text.replace('version: 1.0.0', `version: ${version}`);
const hashOf = (text: string) => {
  const { criteria } = parseCriteriaText('c.yaml', text);
  if (!criteria) throw new Error('These criteria have problems.');
  return criteriaHash(criteria);
};

/** Begins a draft by uploading the text; gives its path. */
async function uploaded(agent: Agent, text: string): Promise<string> {
  const answer = await agent.post('/criteria/drafts').field('from', 'files').attach('criteria', Buffer.from(text), 'sample.yaml');
  expect(answer.status, answer.text).toBe(303);
  return textOf(answer);
}

/** Where the text of a draft stands that was begun. */
function textOf(answer: { readonly headers: Readonly<Record<string, string>> }): string {
  return String(answer.headers.location).replace(/\/forms$/, '');
}

function save(agent: Agent, path: string, revision: number, source: string) {
  return agent.post(path).field('revision', String(revision)).field('source', source).field('overlay-zh-CN', '');
}

/** Publishes as somebody does who presses the button of the page. */
async function publish(agent: Agent, path: string) {
  const page = await agent.get(`${path}/publication`).expect(200);
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  return agent
    .post(`${path}/publication`)
    .type('form')
    .send({ revision: field('revision'), hash: field('hash') });
}

async function published(agent: Agent, text: string): Promise<void> {
  const answer = await publish(agent, await uploaded(agent, text));
  expect(answer.status, answer.text).toBe(303);
}

const deedsOf = async ({ deps }: TestApp) =>
  (await deps.db('audit_entries').orderBy('place')).flatMap(({ deed }) => (deed.startsWith('criteria') ? [deed] : []));

test('a draft begins with an uploaded file, with problems or without', async () => {
  const app = await startTestApp();
  const root = await app.as('root');

  const path = await uploaded(root, badCriteria);
  const page = await root.get(path).expect(200);
  expect(page.text).toContain('The draft was begun.');
  expect(page.text).toContain('2 problems');
  expect(page.text).toMatch(/data-line="15" data-column="\d+">Line 15, column/);
  expect(page.text).toContain('Did you mean “met”?');
  expect(page.text).toContain('does not add up');
  expect((await root.get('/criteria/drafts').expect(200)).text).toContain(`href="${path}/forms"`);
});

test('the overlay comes along by the language in its name', async () => {
  const root = await (await startTestApp()).as('root');
  const overlay = 'format: 1\ncriteria: sample\nversion: 1.0.0\nlanguage: zh-CN\ntitle: 样例\n';
  const answer = await root
    .post('/criteria/drafts')
    .field('from', 'files')
    .attach('criteria', Buffer.from(goodCriteria), 'sample.yaml')
    .attach('overlays', Buffer.from(overlay), 'sample.zh-CN.yaml')
    .expect(303);
  const page = await root.get(textOf(answer)).expect(200);
  expect(page.text).toContain('title: 样例');
  expect(page.text).toMatch(/简体中文: \d+% translated/);
});

const untouched = madeOnce((settings) => startTestApp(settings));

test.each([
  ['no file', [], 'Choose the criteria file.'],
  ['a file that is no text', [['criteria', Buffer.from([0x66, 0xff, 0xfe, 0x00]), 'a.yaml']], 'is no UTF-8 text from line 1 on'],
  [
    'an overlay without language',
    [
      ['criteria', Buffer.from(goodCriteria), 'a.yaml'],
      ['overlays', Buffer.from('format: 1'), 'b.yaml'],
    ],
    'does not say its language',
  ],
] as const)('refuses an upload with %s', async (_, files, text) => {
  const app = await untouched();
  let request = (await app.as('root')).post('/criteria/drafts').field('from', 'files');
  for (const [field, bytes, name] of files) request = request.attach(field, bytes, name);
  const answer = await request.expect(422);
  expect(answer.text).toContain(text);
  expect(await app.deps.db('criteria_drafts')).toEqual([]);
});

test('the points of a section stand in the check with all values that they have in kinds of enterprise and profiles', async () => {
  const root = await (await startTestApp()).as('root');
  const { text } = await root.get(await uploaded(root, variantCriteria)).expect(200);
  const [row = ''] = /<tr class="draft-points__line[\s\S]*?<\/tr>/.exec(text.slice(text.indexOf('System</th>') - 200)) ?? [];
  expect(row.match(/<td[\s\S]*?<\/td>/g)?.map((cell) => cell.replace(/<[^>]+>/g, '').trim())).toEqual([
    '3',
    '6 / 10',
    '6 / 10',
    'adds up',
  ]);
});

test.each([
  ['criteria.xlsm', zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' }), 'contains macros'],
  ['criteria.yaml', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), 'OpenDocument spreadsheet'],
  ['criteria.xls', Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('Workbook', 'utf16le')]), 'Save it as .xlsx'],
])('a workbook that cannot be read is told as such, also under the name %s', async (name, bytes, told) => {
  const root = await (await untouched()).as('root');
  const answer = await root.post('/criteria/drafts').field('from', 'files').attach('criteria', Buffer.from(bytes), name);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(told);
});

test('a workbook becomes the YAML that a person would write, and its problems are named by sheet and cell', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const reading = readCriteriaDraft('c.yaml', goodCriteria);
  const form = reading.draft && criteriaFormOf(reading.draft);
  if (!form) throw new Error('The criteria have problems.');
  const send = (bytes: Uint8Array) =>
    root.post('/criteria/drafts').field('from', 'files').attach('criteria', Buffer.from(bytes), 'sample.xlsx');

  const answer = await send(await writeCriteriaSheets(form, [])).expect(303);
  await root.get(textOf(answer)).expect(200);
  const { source } = await app.deps.db('criteria_drafts').first();
  expect(hashOf(source)).toBe(hashOf(goodCriteria));

  const [section] = form.clauses;
  if (!section) throw new Error('The criteria have no section.');
  const broken = { ...form, clauses: [{ ...section, points: '11' }] };
  const refusal = await send(await writeCriteriaSheets(broken, [])).expect(422);
  expect(refusal.text).toMatch(/sample\.xlsx:[^<]*![A-Z]+\d+: The points of its clauses add up to 10/);
  await send(Buffer.from('no workbook')).expect(422);
  expect(await app.deps.db('criteria_drafts')).toHaveLength(1);
});

test('a file over 8 MB is refused', async () => {
  const root = await (await startTestApp()).as('root');
  await root
    .post('/criteria/drafts')
    .field('from', 'files')
    .attach('criteria', Buffer.alloc(8 * 1024 * 1024 + 1, 0x20), 'a.yaml')
    .expect(413);
});

test.each(['zh-CN', 'en'] as const)('the empty template in %s has no problems', (language) => {
  expect(parseCriteriaText('t.yaml', starterTexts(language).source).problems).toEqual([]);
});

test('a draft begins with the template or with a shipped version, raised, comments kept', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const template = await root.post('/criteria/drafts').type('form').send({ from: 'template' }).expect(303);
  expect((await root.get(textOf(template)).expect(200)).text).toContain('An empty template.');

  const answer = await root
    .post('/criteria/drafts')
    .type('form')
    .send({ from: 'version', version: 'complaint-management@1.0.0' })
    .expect(303);
  expect(answer.headers.location).toMatch(/^\/criteria\/drafts\//);
  const draft = await app.deps.db('criteria_drafts').where({ title: '顾客投诉管理评价准则' }).first();
  expect(draft.source).toMatch(/^version: 1\.2\.0$/m);
  expect(draft.source).toContain('# yaml-language-server');
  expect(JSON.parse(draft.overlays).en).toMatch(/^version: 1\.2\.0$/m);

  await root.post('/criteria/drafts').type('form').send({ from: 'version', version: 'nothing@1.0.0' }).expect(404);
  await root.post('/criteria/drafts').type('form').send({ from: 'somewhere' }).expect(422);
});

test('drafts do not exist for those who may not write criteria', async () => {
  const app = await startTestApp();
  const path = await uploaded(await app.as('root'), goodCriteria);
  const before = (await deedsOf(app)).length;
  for (const person of ['ada', 'bo', 'dora'] as const) {
    const agent = await app.as(person);
    for (const page of ['/criteria/drafts', '/criteria/drafts/new', path, `${path}/publication`, `${path}/try`])
      await agent.get(page).expect(404);
    await agent.post('/criteria/drafts').type('form').send({ from: 'template' }).expect(404);
    await save(agent, path, 1, 'x').expect(404);
    await agent.post(`${path}/check`).field('source', 'x').expect(404);
    await agent
      .post(`${path}/publication`)
      .type('form')
      .send({ revision: 1, hash: hashOf(goodCriteria) })
      .expect(404);
    await agent.post(`${path}/deletion`).expect(404);
    await agent.post('/criteria/complaint-management/1.0.0/retirement').expect(404);
    await agent.post('/criteria/complaint-management/1.0.0/restoration').expect(404);
    expect((await agent.get('/criteria').expect(200)).text).not.toContain('/criteria/drafts');
  }
  expect((await deedsOf(app)).length).toBe(before);
  expect(await app.deps.db('criteria_versions')).toEqual([]);
});

test('the live check answers with the problems of what stands in the editor and saves nothing', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria);
  const answer = await root.post(`${path}/check`).field('source', badCriteria).field('overlay-zh-CN', 'title: [').expect(200);
  expect(answer.text).not.toContain('<html');
  expect(answer.text).toContain('data-jump="source" data-line="15"');
  expect(answer.text).toContain('data-jump="overlay-zh-CN"');
  expect((await app.deps.db('criteria_drafts').first()).source).toBe(goodCriteria);
  const fine = await root.post(`${path}/check`).field('source', goodCriteria).field('overlay-zh-CN', '').expect(200);
  expect(fine.text).toContain('No problems.');
  await root.post(`${path}/check`).field('nothing', 'x').expect(422);
});

test('of two people who write at once the later is told, and nothing is lost', async () => {
  const app = await startTestApp();
  const [root, other] = [await app.as('root'), await app.as('root')];
  const path = await uploaded(root, goodCriteria);
  await save(root, path, 1, goodCriteria.replace('title: First', 'title: Theirs')).expect(303);

  const answer = await save(other, path, 1, goodCriteria.replace('title: First', 'title: Mine')).expect(409);
  expect(answer.text).toContain('Root saved something else while you were writing.');
  expect(answer.text).toContain('title: Mine');
  expect(answer.text).toContain('title: Theirs');
  expect(answer.text).toContain('name="revision" value="2"');
  expect((await app.deps.db('criteria_drafts').first()).source).toContain('title: Theirs');

  await save(other, path, 2, goodCriteria.replace('title: First', 'title: Both')).expect(303);
  expect(await app.deps.db('criteria_drafts').first()).toMatchObject({ revision: 3 });
});

test('saving keeps line ends plain and counts only what changes', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria);
  await save(root, path, 1, goodCriteria.replace(/\n/g, '\r\n')).expect(303);
  expect(await app.deps.db('criteria_drafts').first()).toMatchObject({ revision: 1, source: goodCriteria });
  await save(root, path, 0, goodCriteria).expect(422);
  await save(root, '/criteria/drafts/11111111-1111-4111-8111-111111111111', 1, 'x').expect(404);
});

test('a draft with problems is not published, and the page lists them', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, badCriteria);
  const page = await root.get(`${path}/publication`).expect(200);
  expect(page.text).toContain('The draft still has 2 problems.');
  expect(page.text).toContain('Line 15');
  expect(page.text).not.toContain('freezes the content');
  await root.post(`${path}/publication`).type('form').send({ revision: 1, hash: 'x' }).expect(422);
  expect(await app.deps.db('criteria_versions')).toEqual([]);
});

test('publishing freezes the content under its hash, and the draft is gone', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria);
  const confirmation = await root.get(`${path}/publication`).expect(200);
  expect(confirmation.text).toContain('Publishing freezes the content of this version for good');
  expect(confirmation.text).toContain(hashOf(goodCriteria));

  const answer = await publish(root, path);
  expect(answer.headers.location).toBe('/criteria/sample/1.0.0');
  await root.get(path).expect(404);
  const page = await (await app.as('bo')).get('/criteria/sample/1.0.0').expect(200);
  expect(page.text).toContain(hashOf(goodCriteria));
  expect(page.text).toContain('published by Root, 2026-01-15 17:00');
  expect(await app.deps.db('criteria_versions').first()).toMatchObject({ hash: hashOf(goodCriteria), source: goodCriteria });
  expect((await deedsOf(app)).at(-1)).toBe('criteria.published');

  const next = await root.post('/criteria/drafts').type('form').send({ from: 'version', version: 'sample@1.0.0' }).expect(303);
  expect((await root.get(textOf(next)).expect(200)).text).toContain('version: 1.1.0');
});

test.each([
  ['the same content', goodCriteria, 'Version 1.1.0 with this very content is published already.', '1.1.0'],
  ['other content under the same number', goodCriteria.replace('Pass', 'Passed'), 'Use a version number above 1.1.0.', '1.1.0'],
  ['a lower number', goodCriteria, 'Version 1.0.9 is below 1.1.0', '1.0.9'],
])('refuses %s', async (_, text, said, version) => {
  const app = await startTestApp();
  const root = await app.as('root');
  await published(root, raised('1.1.0'));
  const path = await uploaded(root, raised(version, text));
  expect((await root.get(`${path}/publication`).expect(200)).text).toContain(said);
  await root
    .post(`${path}/publication`)
    .type('form')
    .send({ revision: 1, hash: hashOf(raised(version, text)) })
    .expect(422);
  expect(await app.deps.db('criteria_versions')).toHaveLength(1);
});

test('the id and version of a shipped file are taken', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria.replace('id: sample', 'id: complaint-management'));
  expect((await root.get(`${path}/publication`).expect(200)).text).toContain('Use a version number above 1.1.0.');
});

test('what was changed after it was shown is not published', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria);
  await save(root, path, 1, goodCriteria.replace('Star', 'Stars')).expect(303);
  const answer = await root
    .post(`${path}/publication`)
    .type('form')
    .send({ revision: 1, hash: hashOf(goodCriteria) })
    .expect(409);
  expect(answer.text).toContain('The draft was changed or published meanwhile.');
  expect(await app.deps.db('criteria_versions')).toEqual([]);
});

test('an assessment starts with published criteria; retiring them hides them from the choice and touches nothing else', async () => {
  const app = await startTestApp();
  const [root, ada] = [await app.as('root'), await app.as('ada')];
  await published(root, goodCriteria);
  const choice = `value="sample@1.0.0"`;
  expect((await ada.get('/assessments/new').expect(200)).text).toContain(choice);
  const started = await startThrough(ada, app, { criteria: 'sample@1.0.0' });

  await root.post('/criteria/sample/1.0.0/retirement').expect(303);
  await root.post('/criteria/sample/1.0.0/retirement').expect(303);
  expect((await ada.get('/assessments/new').expect(200)).text).not.toContain(choice);
  await ada
    .post('/assessments')
    .type('form')
    .send(startFields(app, { criteria: 'sample@1.0.0' }))
    .expect(404);
  expect((await ada.get('/criteria/sample/1.0.0').expect(200)).text).toContain('Retired by Root');
  await ada.get(`${started}/clauses/first`).expect(200);
  await ada.post(`${started}/clauses/first`).type('form').send({ revision: 0, met: 'yes' }).expect(303);
  expect((await ada.get(`${started}/result`).expect(200)).text).toContain('Sample');

  await root.post('/criteria/sample/1.0.0/restoration').expect(303);
  expect((await ada.get('/assessments/new').expect(200)).text).toContain(choice);
  expect((await deedsOf(app)).filter((deed) => /retired|restored/.test(deed))).toEqual(['criteria.retired', 'criteria.restored']);
});

test('a shipped version may be retired too', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  await root.post('/criteria/complaint-management/1.0.0/retirement').expect(303);
  expect((await (await app.as('ada')).get('/assessments/new')).text).not.toContain('complaint-management@1.0.0');
  await root.post('/criteria/nothing/1.0.0/retirement').expect(404);
});

test('another process sees what was published at once', async () => {
  const app = await startTestApp();
  const other = browser(createApp({ ...app.deps, publishedCriteria: new Map() }));
  await other.post('/sign-in').type('form').send({ signInName: 'bo', password: passwordOfAll }).expect(303);
  await other.get('/criteria/sample/1.0.0').expect(404);
  await published(await app.as('root'), goodCriteria);
  await other.get('/criteria/sample/1.0.0').expect(200);
  expect((await other.get('/criteria').expect(200)).text).toContain('/criteria/sample/1.0.0');
});

test('what was published here stands before a file of the same version that came later', async () => {
  const app = await startTestApp();
  const text = goodCriteria.replace('id: sample', 'id: complaint-management').replace('1.0.0', '2.0.0');
  await published(await app.as('root'), text);
  const { criteria } = parseCriteriaText('c.yaml', text.replace('title: Sample', 'title: From the folder'));
  if (!criteria) throw new Error('These criteria have problems.');
  const entry = { criteria, hash: criteriaHash(criteria) };
  const catalog = { entries: [entry], broken: [], find: () => entry };
  const later = browser(createApp({ ...app.deps, catalog }));
  await later.post('/sign-in').type('form').send({ signInName: 'bo', password: passwordOfAll }).expect(303);
  const page = await later.get('/criteria/complaint-management/2.0.0').expect(200);
  expect(page.text).toContain(hashOf(text));
  expect(page.text).not.toContain('From the folder');
});

test('a deleted draft is gone and recorded', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria);
  await root.post(`${path}/deletion`).expect(303);
  await root.get(path).expect(404);
  expect((await deedsOf(app)).slice(-2)).toEqual(['criteria-draft.begun', 'criteria-draft.deleted']);
});

test('trying a rating shows the score and stores nothing', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, goodCriteria);
  const first = await root.get(`${path}/try`).expect(200);
  expect(first.text).toContain('A trial; nothing is stored');

  const rated = await root.post(`${path}/try`).type('form').send({ clause: 'first', go: 'second', met: 'yes' }).expect(200);
  const tried = JSON.stringify({ first: { met: 'yes' } });
  expect(rated.text).toContain(tried.replaceAll('"', '&#34;'));
  const full = await root.post(`${path}/try`).type('form').send({ clause: 'second', tried, level: '1' }).expect(200);
  // 4 of 4 and half of 6 of the 10 points.
  expect(full.text).toContain('<strong>70.00</strong>');
  expect(full.text).toContain('Pass');
  expect(await app.deps.db('ratings')).toEqual([]);

  const wrong = await root.post(`${path}/try`).type('form').send({ clause: 'second', tried, level: '9' }).expect(200);
  expect(wrong.text).toMatch(/id="rating-error" role="alert">[^<]+</);
  const nonsense = await root.post(`${path}/try`).type('form').send({ clause: 'second', tried: '{"first":3' }).expect(200);
  expect(nonsense.text).toContain('<strong>0.00</strong>');
  await root.get(`${path}/try?clause=nothing`).expect(404);
});

test('a draft with problems cannot be tried; published criteria can, by everybody', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  const path = await uploaded(root, badCriteria);
  const answer = await root.get(`${path}/try`).expect(303);
  expect(answer.headers.location).toBe(path);
  const dora = await app.as('dora');
  await dora.get('/criteria/complaint-management/1.0.0/try').expect(200);
  await dora.get('/criteria/complaint-management/9.0.0/try').expect(404);
  await app.anonymous.get('/criteria/complaint-management/1.0.0/try').expect(303);
});

test('criteria may be called "drafts"', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  await published(root, goodCriteria.replace('id: sample', 'id: drafts'));
  await root.get('/criteria/drafts/1.0.0').expect(200);
  await root.get('/criteria/drafts/1.0.0/try').expect(200);
});
