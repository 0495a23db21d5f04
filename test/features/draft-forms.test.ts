import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { beginDraft } from '../../src/features/criteria-drafts/draft-service.ts';
import { findDraft } from '../../src/features/criteria-drafts/draft-store.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { goodCriteria } from '../support/criteria-text.ts';

const overlay = `format: 1
criteria: sample
version: 1.0.0
language: zh-CN
title: 样例
clauses:
  first: {title: 第一}  # kept
`;

interface Opened {
  readonly app: TestApp;
  readonly agent: Agent;
  readonly id: string;
  readonly path: string;
}

async function openDraft(source = goodCriteria, overlays: Record<string, string> = { 'zh-CN': overlay }): Promise<Opened> {
  const app = await startTestApp();
  const id = await beginDraft(app.deps, toActor(app.people.root), { source, overlays });
  return { app, agent: await app.as('root'), id, path: `/criteria/drafts/${id}` };
}

const textsOf = ({ app, id }: Opened) => findDraft(app.deps.db, id);

/** Presses a button of a form as a browser without script does: with the fields as they stand, but for those that were typed. */
async function press(opened: Opened, at: string, deed: string, typed: Record<string, string> = {}, agent = opened.agent) {
  const page = await agent.get(`${opened.path}/forms/${encodeURIComponent(at)}`).expect(200);
  const answer = await send(opened, at, deed, { ...fieldsOf(page.text), ...typed }, agent);
  expect(answer.status, answer.text).toBe(303);
  return answer;
}

function send({ path }: Opened, at: string, deed: string, fields: Record<string, string>, agent: Agent) {
  const address = `${path}/forms/${encodeURIComponent(at)}${deed === 'save' ? '' : `/${deed}`}`;
  return Object.entries(fields).reduce((request, [name, value]) => request.field(name, value), agent.post(address));
}

function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="part-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const plain = (text = '') =>
    text
      .replace(/&#34;|&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  const fields: Record<string, string> = {};
  for (const [tag, name] of form.matchAll(/<input [^>]*?name="([^"]+)"[^>]*>/g)) {
    if (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)) continue;
    fields[name ?? ''] = plain(/ value="([^"]*)"/.exec(tag)?.[1]);
  }
  for (const [, name, text] of form.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g))
    fields[name ?? ''] = plain(text);
  for (const [, name, options] of form.matchAll(/<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name ?? ''] = plain(/value="([^"]*)" selected/.exec(options ?? '')?.[1]);
  return fields;
}

/** The lines that came and went. */
function linesBetween(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

test('every form of a draft shows what stands, and saving it unchanged changes no letter', async () => {
  const opened = await openDraft();
  for (const at of [
    'head',
    'clause:section',
    'clause:first',
    'clause:second',
    'scale:three',
    'grade:0',
    'grade:1',
    'adjustments',
    'maturity',
    'certification',
  ]) {
    await press(opened, at, 'save');
    expect(await textsOf(opened), at).toMatchObject({ source: goodCriteria, overlays: { 'zh-CN': overlay }, revision: 1 });
  }
});

test('forms of criteria with variants, profiles and rules of planning leave what nobody changed', async () => {
  const app = await startTestApp();
  const source = await readFile('criteria/after-sales-maturity-1.1.0.yaml', 'utf8');
  const en = await readFile('criteria/after-sales-maturity-1.1.0.en.yaml', 'utf8');
  const id = await beginDraft(app.deps, toActor(app.people.root), { source, overlays: { en } });
  const opened = { app, agent: await app.as('root'), id, path: `/criteria/drafts/${id}` };
  const clause = /- id: ([\w-]+)\n(?:(?! *- id: ).*\n)*? *points_in:/.exec(source)?.[1] ?? '';
  const forms = [
    'head',
    'certification',
    `clause:${clause}`,
    'variant:0',
    'variant:2',
    'profile:0',
    'profile:1',
    'scale:five-levels',
  ];
  for (const at of forms) await press(opened, at, 'save');
  expect(await textsOf(opened)).toMatchObject({ source, overlays: { en }, revision: 1 });

  await press(opened, `clause:${clause}`, 'save', { 'only_in.maker': 'on', 'points_in.seller': '7.25' });
  await press(opened, 'certification', 'save', { 'sampling.initial': '1.5', 'competence.leader': 'senior' });
  const { source: changed } = await textsOf(opened);
  const { come } = linesBetween(source, changed);
  expect(come.join('\n')).toContain('seller: 7.25');
  expect(come.join('\n')).toMatch(/only_in: \[(.*, )?maker/);
  expect(come.join('\n')).toContain('initial: 1.5');
  expect(come.join('\n')).toContain('leader: senior');
}, 60_000);

test('a clause is changed in both languages, on its own line and nowhere else', async () => {
  const opened = await openDraft();
  await press(opened, 'clause:first', 'save', { title: 'Front desk', 'other:title': '服务台', points: '4.0' });
  const { source, overlays } = await textsOf(opened);
  expect(linesBetween(goodCriteria, source)).toEqual({
    gone: ['      - {id: first, number: "1.1", title: First, points: 4, rate_by: met}'],
    come: ['      - {id: first, number: "1.1", title: Front desk, points: 4.0, rate_by: met}'],
  });
  expect(overlays['zh-CN']).toBe(overlay.replace('第一', '服务台'));
});

test('a new id is followed by the translation', async () => {
  const opened = await openDraft();
  const answer = await press(opened, 'clause:first', 'save', { id: 'front-desk' });
  expect(answer.headers.location).toContain('clause%3Afront-desk');
  expect((await textsOf(opened)).overlays['zh-CN']).toBe(overlay.replace('first:', 'front-desk:'));
});

test('what is typed is kept with its problem, which stands at the field', async () => {
  const opened = await openDraft();
  await press(opened, 'clause:first', 'save', { points: 'four' });
  const page = (await opened.agent.get(`${opened.path}/forms/clause%3Afirst`).expect(200)).text;
  expect(page).toMatch(/id="f-points"[^>]*value="four"[^>]*aria-invalid="true"/);
  expect((await textsOf(opened)).source).toContain('points: four');
});

test('the live check tells of a field and of the sums, and saves nothing', async () => {
  const opened = await openDraft();
  const page = await opened.agent.get(`${opened.path}/forms/clause%3Afirst`).expect(200);
  const answer = await send(
    opened,
    'clause:first',
    'check',
    { ...fieldsOf(page.text), points: '3', rate_by: 'points' },
    opened.agent,
  ).expect(200);
  expect(answer.text).toContain('data-problem="rate_by"');
  expect(answer.text).toContain('9 so far, 1 short');
  expect((await textsOf(opened)).source).toBe(goodCriteria);
});

test('clauses are added, copied, moved and removed, each with what was typed before', async () => {
  const opened = await openDraft();
  await press(opened, 'clause:section', 'additions', { add: 'child', points: '12' });
  expect((await textsOf(opened)).source).toMatch(
    /points: 12\n[\s\S]*- \{id: new-clause, number: "1\.3", title: New clause, points: 1, rate_by: met\}/,
  );

  const copied = await press(opened, 'clause:first', 'copy');
  expect(copied.headers.location).toContain('clause%3Afirst-copy');
  expect((await textsOf(opened)).overlays['zh-CN']).toContain('first-copy');

  await press(opened, 'clause:first-copy', 'move', { to: 'down' });
  const order = () => textsOf(opened).then(({ source }) => [...source.matchAll(/\{id: ([\w-]+), number/g)].map(([, id]) => id));
  expect(await order()).toEqual(['first', 'second', 'first-copy', 'new-clause']);
  await press(opened, 'clause:new-clause', 'move', { to: 'parent', parent: 'second' });
  expect((await textsOf(opened)).source).toMatch(/id: second,[^\n]*aggregate: sum, clauses: \[\{id: new-clause/);
  await press(opened, 'clause:first-copy', 'removal');
  expect((await textsOf(opened)).overlays['zh-CN']).toBe(overlay);
});

test('every deed is undone and done again, across pages, text edits too', async () => {
  const opened = await openDraft();
  const { agent, path } = opened;
  await press(opened, 'clause:first', 'save', { title: 'One' });
  const afterFirst = (await textsOf(opened)).source;
  await agent
    .post(path)
    .field('revision', '2')
    .field('source', `${afterFirst}# a remark\n`)
    .field('overlay-zh-CN', '')
    .expect(303);
  const step = async (deed: string) => {
    const { revision } = await textsOf(opened);
    return agent.post(`${path}/${deed}`).type('form').send({ revision, back: 'clause:first' });
  };
  await step('undo');
  expect(await textsOf(opened)).toMatchObject({ source: afterFirst, overlays: { 'zh-CN': overlay } });
  await step('undo');
  expect((await textsOf(opened)).source).toBe(goodCriteria);
  expect((await step('undo')).status).toBe(422);
  await step('redo');
  expect((await textsOf(opened)).source).toBe(afterFirst);
  await press(opened, 'clause:first', 'save', { title: 'Other' });
  expect((await step('redo')).status).toBe(422);
});

test('of two people the later one is told, sees what stands, and loses nothing', async () => {
  const opened = await openDraft();
  const page = await opened.agent.get(`${opened.path}/forms/clause%3Afirst`).expect(200);
  await press(opened, 'clause:first', 'save', { title: 'Theirs' });
  const answer = await send(opened, 'clause:first', 'save', { ...fieldsOf(page.text), title: 'Mine' }, opened.agent).expect(409);
  expect(answer.text).toContain('value="Mine"');
  expect(answer.text).toContain('Stands now: Theirs');
  expect((await textsOf(opened)).source).toContain('title: Theirs');
  await send(opened, 'clause:first', 'save', fieldsOf(answer.text), opened.agent).expect(303);
  expect((await textsOf(opened)).source).toContain('title: Mine');
});

test('scales, grades, gates and the rules of the whole are written where they belong', async () => {
  const opened = await openDraft();
  await press(opened, 'head', 'additions', { add: 'gate' });
  await press(opened, 'gate:0', 'save', {
    id: 'lawful',
    title: 'Lawful',
    'other:title': '合法',
    'requires.0.kind': 'pass',
    'requires.0.must_pass': 'first second',
  });
  await press(opened, 'adjustments', 'save', {
    'deduction.points': '1',
    'deduction.fails_at': '5',
    'deduction.grounds.0.id': 'law',
    'deduction.grounds.0.label': 'Breach of law',
  });
  await press(opened, 'maturity', 'save', {
    'levels.0': 'A',
    'levels.1': 'B',
    'levels.2': 'C',
    'levels.3': 'D',
    'levels.4': 'E',
    reached_at: '0.85',
  });
  await press(opened, 'certification', 'save', { valid_for: '3 years', number: 'A-{serial:5}' });
  await press(opened, 'head', 'save', { version: '1.1.0', basis: 'GB/T 27922-2011\nOwn rules' });
  const { source, overlays } = await textsOf(opened);
  expect(source).toContain('requires:\n      - {must_pass: [first, second]}');
  expect(source).toContain('grounds:\n      - {id: law, label: Breach of law}');
  expect(source).toContain('basis: [GB/T 27922-2011, Own rules]');
  expect(overlays['zh-CN']).toContain('version: 1.1.0');
  const form = await opened.agent.get(`${opened.path}/forms`).expect(200);
  expect(form.text).toMatch(/lawful|Lawful/);
  expect(form.text).toContain('No problems.');
});

test('a text that is no YAML is mended as text', async () => {
  const opened = await openDraft('clauses: [', {});
  expect((await opened.agent.get(`${opened.path}/forms`).expect(200)).text).toContain('Mend the text');
});

test('whatever names a variant, a profile, a grade or a scale follows its new name, in both languages', async () => {
  const opened = await openShipped('after-sales-maturity-1.1.0');
  const { source } = await textsOf(opened);
  await press(opened, 'variant:0', 'save', { id: 'producer', 'kinds.self': 'on' });
  await press(opened, 'profile:1', 'save', { id: 'quick', 'kinds.initial': 'on' });
  await press(opened, 'grade:0', 'save', { id: 'top' });
  await press(opened, 'scale:five-levels', 'save', { name: 'five-steps' });

  const { source: changed, overlays } = await textsOf(opened);
  const names = (text: string, name: string) => text.match(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g'))?.length ?? 0;
  const code = (text: string) => text.replace(/#.*/g, '');
  expect(names(code(source), 'maker')).toBeGreaterThan(3);
  for (const [old, now] of [
    ['maker', 'producer'],
    ['short', 'quick'],
    ['five-levels', 'five-steps'],
  ] as const) {
    expect([old, names(code(changed), old), names(code(changed), now)]).toEqual([old, 0, names(code(source), old)]);
    expect(overlays.en).not.toMatch(new RegExp(`^  ${old}:`, 'm'));
    expect(overlays.en).toMatch(new RegExp(`^  ${now}:`, 'm'));
  }
  expect(changed).toMatch(/- \{?id: top/);
  expect(changed).not.toContain('five-star');
  expect(changed).toMatch(/id: quick.*\n?.*kinds: \[self, initial\]|kinds:[\s\S]{0,40}initial/);
  const page = await opened.agent.get(`${opened.path}/forms/head`).expect(200);
  expect(page.text).toContain('draft-check__fine');
}, 60_000);

test('a name that is taken is refused, and what was typed stays', async () => {
  const opened = await openShipped('after-sales-maturity-1.1.0');
  const page = await opened.agent.get(`${opened.path}/forms/profile:0`).expect(200);
  const answer = await send(opened, 'profile:0', 'save', { ...fieldsOf(page.text), id: 'short', title: 'Another' }, opened.agent);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('is taken or no identifier');
  expect(answer.text).toContain('value="Another"');
}, 60_000);

test('parts have forms: weights, clauses and methods are chosen, a new one takes the clauses that are free', async () => {
  const opened = await openShipped('service-experience');
  const { source } = await textsOf(opened);
  for (const at of ['part:0', 'part:1']) await press(opened, at, 'save');
  expect(await textsOf(opened)).toMatchObject({ source });

  await press(opened, 'part:0', 'save', { weight: '40', 'method.test': 'on', 'other:title': 'Tests of the service' });
  const { source: changed, overlays } = await textsOf(opened);
  expect(linesBetween(source, changed).come).toEqual([
    expect.stringContaining('weight: 40, method: [mystery-shopper, customer-survey, test]'),
  ]);
  expect(overlays.en).toContain('service-test: Tests of the service');

  await press(opened, 'part:1', 'removal');
  const added = await press(opened, 'head', 'additions', { add: 'part' });
  expect(added.headers.location).toMatch(/part%3A1$/);
  expect((await textsOf(opened)).source).toContain('clauses: [arrangements, control]');
}, 60_000);

test('a profile in the middle goes alone: its neighbours keep their kinds', async () => {
  const three = `profiles:
  - {id: full, title: Full, kinds: [initial, recertification]}
  - {id: middle, title: Middle, kinds: [surveillance]}
  # The quick one.
  - {id: quick, title: Quick, kinds: [self]}
`;
  const opened = await openDraft(goodCriteria + three);
  await press(opened, 'profile:1', 'removal');
  const { source } = await textsOf(opened);
  expect(source).toBe(goodCriteria + three.replace('  - {id: middle, title: Middle, kinds: [surveillance]}\n', ''));
});

test('that sampling does not suit is ticked', async () => {
  const opened = await openShipped('after-sales-maturity-1.1.0');
  await press(opened, 'certification', 'save', { 'sampling.suited': 'on' });
  expect((await textsOf(opened)).source).toContain('suited: false');
  const page = await opened.agent.get(`${opened.path}/forms/certification`);
  expect(page.text).toMatch(/name="sampling\.suited" value="on" checked/);
}, 60_000);

async function openShipped(name: string): Promise<Opened> {
  const source = await readFile(`criteria/${name}.yaml`, 'utf8');
  const en = await readFile(`criteria/${name}.en.yaml`, 'utf8');
  return openDraft(source, { en });
}
