import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import type { Catalog } from '../../src/catalog/open-catalog.ts';
import { clauseViews } from '../../src/features/criteria/clause-page.ts';
import { criteriaPage } from '../../src/features/criteria/criteria-pages.ts';
import { translatedPercent } from '../../src/features/criteria/criteria-translation.ts';
import { describeMethod } from '../../src/features/criteria/method-words.ts';
import { textBlocks } from '../../src/i18n/text-blocks.ts';
import { ratedClauses, walkClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import { escapeHtml } from '../../src/web/views.ts';
import { browser, madeOnce, shippedCatalog, startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

function criteriaOf(text: string, english?: string): Criteria {
  const overlays = english === undefined ? [] : [{ name: 'small.en.yaml', text: english, language: 'en' }];
  const { criteria, problems } = parseCriteriaText('small.yaml', text, overlays);
  if (!criteria) throw new Error(JSON.stringify(problems));
  return criteria;
}

const head = 'format: 1\nid: small\nversion: 1.2.0\nlanguage: zh-CN\ntitle: 小准则\n';

/** Criteria with one clause that is rated as `method` says. */
const oneClause = (method: string) => criteriaOf(`${head}clauses:\n  - {id: only, title: 唯一条款, points: 4, ${method}}\n`);

function wordsOf(method: string, language: 'zh-CN' | 'en' = 'en') {
  const criteria = oneClause(method);
  const [clause] = criteria.clauses;
  return clause ? describeMethod(criteria, clause, language) : null;
}

const untouched = madeOnce((settings) => startTestApp(settings));

test.each(['root', 'ada', 'bo', 'dora'] as const)('%s sees the list of criteria and reads one', async (person) => {
  const { as, deps } = await untouched();
  const agent = await as(person);
  const { entries } = deps.catalog;
  expect(entries.length).toBeGreaterThan(0);

  const list = (await agent.get('/criteria').expect(200)).text;
  for (const { criteria, hash } of entries) {
    const path = `/criteria/${criteria.id}/${criteria.version}`;
    expect(list).toContain(`href="${path}"`);
    expect(list).toContain(hash.slice(0, 12));
    expect((await agent.get(path).expect(200)).text).toContain(hash);
  }
});

test('criteria are for people who are signed in, and unknown ones do not exist', async () => {
  const { as, anonymous } = await startTestApp();
  const bo = await as('bo');

  await anonymous.get('/criteria').expect(303);
  await anonymous.get('/criteria/after-sales-maturity/1.0.0').expect(303);
  for (const path of ['after-sales-maturity/9.9.9', 'nothing/1.0.0', 'after-sales-maturity/%00', '__proto__/1.0.0']) {
    await bo.get(`/criteria/${path}`).expect(404);
  }
});

/** What a page must name: the titles of all clauses, grades, gates and deadlines. */
function titlesOf(criteria: Criteria, language: string): string[] {
  return [
    ...[...walkClauses(criteria.clauses)].map(({ clause }) => clause.title),
    ...criteria.grades.map(({ label }) => label),
    ...criteria.gates.map(({ title }) => title),
    ...(criteria.certification?.deadlines ?? []).map(({ title }) => title),
  ].map((text) => text[language] ?? 'not translated');
}

test.each(['zh-CN', 'en'])('a page of criteria holds every clause, grade, gate and deadline in %s', async (language) => {
  const { as, deps } = await untouched();
  const dora = await as('dora', language);

  for (const { criteria } of deps.catalog.entries) {
    const { text } = await dora.get(`/criteria/${criteria.id}/${criteria.version}`).expect(200);
    const titles = titlesOf(criteria, language);
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.filter((title) => !text.includes(escapeHtml(title)))).toEqual([]);
    const targets = (text.match(/href="#[^"]+"/g) ?? []).map((href) => `id="${href.slice(7)}`);
    expect(targets.filter((target) => !text.includes(target))).toEqual([]);
  }
});

/** The list of criteria as a person sees it who is signed in to an instance with another catalog. */
async function listWith(person: 'root' | 'ada', other: Partial<Catalog>): Promise<string> {
  const { deps } = await startTestApp();
  const agent = browser(createApp({ ...deps, catalog: { ...deps.catalog, ...other } }));
  await agent.post('/sign-in').type('form').send({ signInName: person, password: passwordOfAll }).expect(303);
  return (await agent.get('/criteria').expect(200)).text;
}

test('broken files are named to administrators only, with place and reason and without paths of the server', async () => {
  const file = '/srv/criteria/bad.yaml';
  const { problems } = parseCriteriaText(file, `${head}clauses: []\ngades: []\n`);
  const broken = [{ file, problems }];

  const seen = await listWith('root', { broken });

  expect(seen).toContain('Files that could not be taken in');
  expect(seen).toMatch(/bad\.yaml:7:1: /);
  expect(seen).not.toContain('/srv/criteria');
  expect(await listWith('ada', { broken })).not.toContain('bad.yaml');
});

test('an empty catalog says what to do', async () => {
  expect(await listWith('root', { entries: [] })).toContain('There are no criteria yet.');
});

test('says in words how each kind of clause is rated', () => {
  expect(wordsOf('rate_by: met')).toEqual({ summary: 'Full points when met, none otherwise.', rows: [] });
  expect(wordsOf('rate_by: sample, sample: {at_least: 5}')?.summary).toContain('Look at 5 items or more');
  expect(wordsOf('rate_by: sample')?.summary).toContain('Look at 1 item or more');
  expect(wordsOf('rate_by: points, step: 0.5')?.summary).toBe('Give 0 to 4 points in steps of 0.5.');
  expect(wordsOf('rate_by: points, step: 0.5', 'zh-CN')?.summary).toBe('在 0 至 4 分之间直接评分，以 0.5 分为一档。');
});

test('lists levels with their share and what is found at them', () => {
  const levels =
    '{value: 0, share: 0, label: 无}, {value: 1, share: 0.333, label: 有, anchor: 有记录}, {value: 2, share: 1, label: 全}';

  expect(wordsOf(`rate_by: level, scale: {levels: [${levels}]}`, 'zh-CN')?.rows).toEqual([
    { label: '0 无', worth: '0%', detail: null },
    { label: '1 有', worth: '33.3%', detail: '有记录' },
    { label: '2 全', worth: '100%', detail: null },
  ]);
});

test('lists the bands of a measure in its direction, and what is outside of them', () => {
  const steps = wordsOf(
    'rate_by: measure, measure: {unit: "%", better: higher, between: steps, from: 0, to: 100, bands: [{at: 95, share: 1}, {at: 90, share: 0.8}]}',
  );
  expect(steps?.summary).toContain('higher is better');
  expect(steps?.summary).toContain('between 0% and 100%');
  expect(steps?.rows.map(({ label, worth }) => [label, worth])).toEqual([
    ['≥ 95%', '100%'],
    ['≥ 90%', '80%'],
    ['otherwise', '0%'],
  ]);

  const lines = wordsOf(
    'rate_by: measure, measure: {unit: 天, better: lower, between: lines, from: 0, bands: [{at: 2, share: 1}, {at: 7, share: 0}]}',
    'zh-CN',
  );
  expect(lines?.summary).toBe('按测得的数值评定（单位：天），数值越低越好。两档之间按直线计算。数值不小于 0 天。');
  expect(lines?.rows.map(({ label }) => label)).toEqual(['≤ 2 天', '≤ 7 天']);
});

test('tells the four kinds of checklist apart', () => {
  const items = 'items: [{id: a, label: 甲}, {id: b, label: 乙}]';
  const weighted = 'items: [{id: a, label: 甲, weight: 0.1}, {id: b, label: 乙, weight: 0.2}]';
  const summary = (checklist: string) => wordsOf(`rate_by: checklist, checklist: {${checklist}}`)?.summary;

  expect(summary(`need: all, ${items}`)).toContain('all 2 items are present');
  expect(summary(`need: any, ${items}`)).toContain('any of the 2 items');
  expect(summary(`need: count, full_at: 1, ${items}`)).toContain('Of 2 items; the share of the points is the number present ÷ 1');
  expect(summary(`need: weighted, ${weighted}`)).toContain('÷ 3/10');
  expect(wordsOf(`rate_by: checklist, checklist: {need: weighted, ${weighted}}`)?.rows[0]).toEqual({
    label: '甲',
    worth: 'weight 0.1',
    detail: null,
  });
});

test('a scale that several clauses share is explained once; one used once stays with its clause', () => {
  const scale = (label: string) =>
    `{levels: [{value: 0, share: 0, label: 无, anchor: 没有}, {value: 1, share: 1, label: ${label}}]}`;
  const clause = (id: string, label: string) =>
    `  - {id: ${id}, title: 条款, points: 1, rate_by: level, scale: ${scale(label)}}\n`;
  const { sections, scales } = clauseViews(
    criteriaOf(`${head}clauses:\n${clause('a', '有')}${clause('b', '全')}${clause('c', '有')}`),
    'zh-CN',
  );

  expect(scales.map(({ name }) => name)).toEqual(['A']);
  expect(scales[0]?.rows[0]?.detail).toBe('没有');
  expect(sections.map((section) => section.scale)).toEqual(['A', null, 'A']);
  expect(sections[0]?.method?.rows[0]).toEqual({ label: '0 无', worth: '0%', detail: null });
  expect(sections[1]?.method?.rows[0]?.detail).toBe('没有');
});

test('names points under a sum, weights under a mean, and neither where neither counts', () => {
  const leaf = (id: string, more: string) => `{id: ${id}, title: 条款, rate_by: met${more}}`;
  const { sections } = clauseViews(
    criteriaOf(`${head}clauses:
  - {id: s, title: 和, points: 3, aggregate: sum, clauses: [${leaf('s1', ', points: 1')}, ${leaf('s2', ', points: 2')}]}
  - {id: w, title: 均, points: 4, aggregate: weighted-mean, clauses: [${leaf('w1', ', weight: 3')}, ${leaf('w2', '')}]}
  - {id: m, title: 低, points: 5, aggregate: minimum, clauses: [${leaf('m1', '')}, ${leaf('m2', '')}]}
  - {id: o, title: 自, points: 1, aggregate: own, rate_by: met, clauses: [{id: o1, title: 说明}]}
`),
    'en',
  );

  expect(sections.map(({ worth }) => worth)).toEqual(['3 points', '4 points', '5 points', '1 point']);
  expect(sections.map(({ clauses }) => clauses[0]?.worth)).toEqual(['1 point', 'weight 3', null, null]);
  expect(sections.map(({ aggregate }) => aggregate)).toEqual([
    null,
    'The rate is the weighted mean of the rates below.',
    'The lowest rate below decides.',
    'This clause is rated itself; those below explain it.',
  ]);
});

test('puts grades, gates, adjustments, maturity and time limits into words', () => {
  const criteria = criteriaOf(`${head}full_marks: 100
clauses:
  - {id: a, number: "1", title: 基本, points: 60, rate_by: met, maturity: 1}
  - {id: b, number: "2", title: 提高, points: 40, rate_by: met, maturity: 2}
adjustments:
  deduction: {points: 1, fails_at: 5, at_most: 7, grounds: [{id: law, label: 违法}]}
  bonus: {points: 0.5, at_most: 1}
grades:
  - {id: good, label: 良好, from: 80, requires: [{clause: a, rate_at_least: 0.9}, {open_findings: major, at_most: 0}]}
  - {id: pass, label: 达标, from: 70}
gates:
  - {id: must, title: 基本要求, requires: [{must_pass: [a]}]}
  - {id: limit, title: 限制, requires: [{clause: b, rate_at_least: 0.5}], cap_at: pass}
maturity: {levels: [一, 二, 三, 四, 五], reached_at: 0.85}
certification: {valid_for: 3 years, surveillance_every: 12 months, number: "X-{serial:5}", deadlines: [{id: r, title: 报告, within: 30 working days, after: 决定}]}
`);
  const page = criteriaPage({ criteria, hash: 'abc' }, 'zh-CN');

  expect(page.grades.map(({ label, from }) => [label, from])).toEqual([
    ['良好', '80 分及以上'],
    ['达标', '70 分及以上'],
  ]);
  expect(page.grades[0]?.conditions).toHaveLength(2);
  expect(page.grades[0]?.conditions[0]).toContain('1 基本');
  expect(page.gates.map(({ effect }) => effect)).toEqual(['评价不通过', '最高评为达标']);
  expect(page.adjustments.map(({ kind, rules, grounds }) => [kind, rules.join(''), grounds])).toEqual([
    ['deduction', '每项从得分中扣 1 分。最多计 7 项。达到 5 项的，无论得分多少，评价不通过。', ['违法']],
    ['bonus', '每项在得分上加 0.5 分，总分不超过满分。最多计 1 项。', []],
  ]);
  expect(page.maturity?.levels[4]).toBe('5 级 五');
  expect(page.maturity?.rule).toContain('85%');
  expect(page.sections[1]?.maturity).toBe('2 级 二');
  expect(page.certification).toMatchObject({ validFor: '3 年', surveillanceEvery: '12 个月', number: 'X-{serial:5}' });
  expect(page.certification?.deadlines).toEqual([{ title: '报告', within: '30 个工作日', after: '决定' }]);
  expect(page.fallback).toBeNull();
});

test('counts what is translated and says which language stands in for the rest', () => {
  const text = `${head}clauses:\n  - {id: a, title: 甲, requirement: 要求, points: 1, rate_by: met}\n`;
  const english =
    'format: 1\ncriteria: small\nversion: 1.2.0\nlanguage: en\ntitle: Small criteria\nclauses: {a: {title: First}}\n';
  const half = criteriaOf(text, english);
  const none = criteriaOf(text);

  expect(translatedPercent(half, 'zh-CN')).toBe(100);
  expect(translatedPercent(half, 'en')).toBeLessThan(100);
  expect(criteriaPage({ criteria: half, hash: '' }, 'en').fallback).toEqual({
    percent: translatedPercent(half, 'en'),
    language: '简体中文',
  });
  expect(criteriaPage({ criteria: none, hash: '' }, 'en').fallback?.percent).toBe(0);
  expect(criteriaPage({ criteria: half, hash: '' }, 'en').sections[0]?.requirement).toEqual([
    { block: 'paragraph', text: '要求' },
  ]);
});

test('the shipped criteria are wholly translated', async () => {
  for (const { criteria } of (await shippedCatalog()).entries) {
    expect(criteria.languages).toEqual(['zh-CN', 'en']);
    expect([criteria.id, translatedPercent(criteria, 'en')]).toEqual([criteria.id, 100]);
  }
});

test('reads plain text as paragraphs and lists', () => {
  expect(textBlocks('一\n二\n\nThree\nfour\n- a\n  b\n- c\n\n\n- d')).toEqual([
    { block: 'paragraph', text: '一二' },
    { block: 'paragraph', text: 'Three four' },
    { block: 'list', items: ['a b', 'c'] },
    { block: 'list', items: ['d'] },
  ]);
  expect(textBlocks('')).toEqual([]);
});

test('a page of several thousand clauses is made quickly', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `  - {id: c${index}, title: 条款, points: 1, rate_by: met}\n`);
  const criteria = criteriaOf(`${head}clauses:\n${many.join('')}`);
  const start = performance.now();

  expect(criteriaPage({ criteria, hash: '' }, 'zh-CN').sections).toHaveLength(5000);

  expect(performance.now() - start).toBeLessThan(1000);
  expect(ratedClauses(criteria)).toHaveLength(5000);
});
