import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { givenIssued } from '../support/issued.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { png } from '../support/sample-files.ts';

const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">${inside}</svg>`);
const shapes = svg('<rect width="200" height="60" fill="#B3261E"/><circle cx="30" cy="30" r="20" fill="url(#g)"/>');

const typed = {
  colour: '#7A1F1F',
  confidentialityZh: '机密',
  confidentialityEn: 'Confidential',
  disclaimerZh: '结论只对抽样负责。',
  disclaimerEn: 'Based on samples.',
  signatory: '周正',
  positionZh: '总经理',
  positionEn: 'Director',
  beforeZh: '# 关于本机构\n\n我们成立于 2008 年。<script>alert(1)</script>',
  afterEn: '# Appeals\n\nWithin **30 days**.',
};

let app: TestApp;

beforeAll(async () => {
  const clear: (() => Promise<void>)[] = [];
  app = await startTestApp({ whenDone: (done) => void clear.push(done) });
  const body = { nameZh: '衡信认证有限公司', nameEn: 'Hengxin Certification', addressZh: '北京市', addressEn: 'Beijing' };
  const root = await app.as('root');
  await root
    .post('/certificates/body')
    .type('form')
    .send({ ...body, accreditation: 'CNAS-1', revision: 0 })
    .expect(303);
  return async () => {
    for (const done of clear) await done();
  };
});

async function send(path: string, fields: Record<string, string>, logo: Buffer | null = null, name = 'logo.svg') {
  const root = await app.as('root');
  const post = root.post(path);
  for (const [field, value] of Object.entries(fields)) post.field(field, value);
  return logo ? post.attach('logo', logo, name) : post;
}

async function revision(): Promise<string> {
  const { text } = await (await app.as('root')).get('/branding');
  return /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
}

describe('what is refused is shown again with what was typed', () => {
  test.each([
    ['no picture', Buffer.from('hello'), 'This is no PNG, JPEG or SVG picture'],
    ['a picture that is cut off', png('x').subarray(0, 40), 'The picture cannot be read'],
    ['an SVG with a script', svg('<script>alert(1)</script>'), 'contains scripts or refers to something outside'],
    ['an SVG with a handler', svg('<rect onload="alert(1)"/>'), 'contains scripts'],
    ['an SVG that loads something', svg('<image href="https://a.example/x.png"/>'), 'contains scripts'],
    ['an SVG with an entity', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'), 'This is no PNG, JPEG or SVG'],
  ])('%s as logo', async (_what, logo, words) => {
    const answer = await send('/branding', { ...typed, revision: await revision() }, logo);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('结论只对抽样负责。');
  });

  test.each([
    ['#FFEE00', 'too pale on white paper'],
    ['red', 'Write a colour such as'],
  ])('%s as colour', async (colour, words) => {
    const answer = await send('/branding', { ...typed, colour, revision: await revision() });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
  });
});

test('the mark of the accreditation is kept beside the logo, and taken away again', async () => {
  const root = await app.as('root');
  const fields = { ...typed, revision: await revision() };
  const post = root.post('/branding');
  for (const [field, value] of Object.entries(fields)) post.field(field, value);
  await post.attach('mark', shapes, 'mark.svg').expect(303);
  await root.get('/branding/mark.png').expect(200).expect('Content-Type', /png/);
  await root.get('/branding/logo.png').expect(404);
  const now = await revision();
  const wrong = root.post('/branding').field('revision', now);
  for (const [field, value] of Object.entries(typed)) wrong.field(field, value);
  expect((await wrong.attach('mark', Buffer.from('hello'), 'm.png')).text).toContain('href="#mark"');
  await send('/branding', { ...typed, removeMark: 'yes', revision: await revision() });
  await root.get('/branding/mark.png').expect(404);
});

test('a preview shows what is typed and saves nothing', async () => {
  const before = await revision();
  const root = await app.as('root', 'zh-CN');
  const post = root.post('/branding/preview.pdf').responseType('blob');
  for (const [field, value] of Object.entries({ ...typed, revision: before })) post.field(field, value);
  const { body } = await post.attach('logo', shapes, 'l.svg').expect(200);
  const pdf = await readPdf(body);
  const text = pdf.pages.join('');
  for (const part of ['衡信认证有限公司', '机密', '结论只对抽样负责。', '关于本机构', '<script>alert(1)</script>', '周正'])
    expect(text).toContain(part);
  expect(pdf.alternatives).toContain('衡信认证有限公司');
  expect(await revision()).toBe(before);
});

test('papers bear it from now on, and what is issued keeps the look that it had', { timeout: 60_000 }, async () => {
  const assessment = await givenAssessment(app);
  await rateAll(app.deps, assessment, 'best');
  await finishAssessment(app, assessment);
  const saved = await send('/branding', { ...typed, revision: await revision() }, shapes);
  expect(saved.status).toBe(303);
  const root = await app.as('root');
  expect((await root.get('/branding')).text).toContain('/branding/logo.png?');
  await root.get('/branding/logo.png').expect(200).expect('Content-Type', /png/);

  const issued = await givenIssued(app, assessment.id, { kind: 'audit-report', language: 'both' });
  const pdf = await readPdf(await readFile((await app.deps.files.sourceOf(issued.sha256)).path));
  const text = pdf.pages.join('');
  for (const part of ['1关于本机构', 'CNAS-1', 'Confidential·', 'Appeals', solid('Signed for Hengxin Certification'), 'Director'])
    expect(text).toContain(part);
  const { text: page } = await root.get(`/assessments/${assessment.id}/documents/${issued.id}/manifest.json`);
  const { brand } = JSON.parse(page);
  expect((await app.deps.db('used_brands').where({ sha256: brand.sha256 }).first('facts')).facts).toContain('#7A1F1F');
  const report = await root.get(`/assessments/${assessment.id}/report.pdf?language=en`).responseType('blob');
  expect((await readPdf(report.body)).pages[0]).toContain(solid('Hengxin Certification'));

  await send('/branding', { ...typed, colour: '#000000', removeLogo: 'yes', revision: await revision() });
  await root.get('/branding/logo.png').expect(404);
  expect(await app.deps.db('used_brands').pluck('sha256')).toEqual([brand.sha256]);
});

test('whoever was slower is told, and only the office may change it', async () => {
  const old = await revision();
  expect((await send('/branding', { ...typed, revision: old })).status).toBe(303);
  expect((await send('/branding', { ...typed, revision: old })).status).toBe(409);
  const ada = await app.as('ada');
  await ada.get('/branding').expect(404);
  await ada.post('/branding').type('form').send(typed).expect(404);
});
