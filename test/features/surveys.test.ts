import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';
import { office } from '../support/sample-files.ts';

const rows = [
  '满意度,网点,日期',
  '5,甲,2026-01-02',
  '4,乙,2026/1/3',
  '3,甲,2026年1月4日',
  '9,甲,2026-01-05',
  '很好,乙,昨天',
  ',乙,2026-01-06',
];
const text = `${rows.join('\r\n')}\r\n`;

/** GBK of the sheet; Node writes UTF-8 and UTF-16 only, so that its bytes stand here. */
const gbk = Buffer.concat([
  Buffer.from('c2fad2e2b6c8', 'hex'),
  Buffer.from(',site,date\r\n5,'),
  Buffer.from('bcd7', 'hex'),
  Buffer.from(',2026-01-02\r\n4,'),
  Buffer.from('d2d2', 'hex'),
  Buffer.from(',2026-01-03\r\n'),
]);

const columns = {
  ...{ revision: '1', 'role.0': 'answer', 'clause.0': 'satisfaction-rate', 'scale.0': 'number', 'from.0': '1', 'to.0': '5' },
  ...{ 'passFrom.0': '4', 'feed.0': 'share', 'role.1': 'site', 'role.2': 'date' },
};

async function givenWork() {
  const testApp = await startTestApp();
  const id = await givenAssessment(testApp);
  const bo = await testApp.as('bo');
  const list = `/assessments/${id}/surveys`;
  const bring = (bytes: Buffer, name: string) => bo.post(list).attach('files', bytes, name).field('kind', 'answers');
  const broughtIn = async (bytes: Buffer, name: string) =>
    String((await bring(bytes, name).expect(303)).headers.location).replace('/columns', '');
  return { ...testApp, id, bo, bring, broughtIn, list };
}

test('brings a sheet in, reads it by chosen columns, names what does not fit, and rates by it when asked', async () => {
  const { bo, broughtIn, deps } = await givenWork();
  const href = await broughtIn(Buffer.from(text), '调查.csv');
  const choosing = (await bo.get(`${href}/columns`).expect(200)).text;
  for (const part of ['满意度', 'UTF-8', '2026年1月4日']) expect(choosing).toContain(part);
  await bo.get(href).expect(303);

  await bo.post(`${href}/columns`).type('form').send({ revision: '1' }).expect(422);
  const wrong = await bo
    .post(`${href}/columns`)
    .type('form')
    .send({ ...columns, 'from.0': 'x' })
    .expect(422);
  expect(wrong.text).toContain('Write a number such as 4 or 3.5.');
  await bo.post(`${href}/columns`).type('form').send(columns).expect(303);

  const page = (await bo.get(href).expect(200)).text;
  // 5, 4 and 3: two of three pass; 9 is above the scale, 很好 no number, one row blank, 昨天 no date.
  for (const part of ['4.00', '66.7 %', '20.8 % – 93.9 %', 'above the greatest value', 'not a number', 'not a date', '很好'])
    expect(page).toContain(part);
  expect(page).toContain('2026-01-02 to 2026-01-06');
  const csv = await bo.get(`${href}/rejects.csv`).expect(200);
  expect(csv.text).toContain('"5","满意度","9","above the greatest value"');

  expect(await deps.db('ratings')).toEqual([]);
  await bo.post(`${href}/answers/0/rating`).expect(303);
  expect(JSON.parse((await deps.db('ratings').first('rating')).rating)).toEqual({ by: 'measure', value: '66.67' });
  expect((await bo.get(href)).text).toContain('as rated');

  await bo.post(`${href}/exclusions`).type('form').send({ revision: '2', row: '4', reason: '' }).expect(422);
  await bo.post(`${href}/exclusions`).type('form').send({ revision: '2', row: '4', reason: '重复填写' }).expect(303);
  const after = (await bo.get(href)).text;
  for (const part of ['重复填写', '100.0 %', 'the clause is rated otherwise']) expect(after).toContain(part);
});

test('remembers the columns for the next sheet with the same header', async () => {
  const { bo, broughtIn } = await givenWork();
  const first = await broughtIn(Buffer.from(text), '一.csv');
  await bo.post(`${first}/columns`).type('form').send(columns).expect(303);
  const second = await broughtIn(Buffer.from(text.replace('5,甲', '2,甲')), '二.csv');
  const page = (await bo.get(`${second}/columns`)).text;
  expect(page).toContain('The header is that of an earlier sheet.');
  expect(page).toMatch(/<option value="satisfaction-rate" selected>/);
});

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'UTF-8', 'commas'],
  ['GBK', gbk, 'GB18030', 'commas'],
  ['UTF-16 with tabs', Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'), 'UTF-16LE', 'tabs'],
  ['semicolons', Buffer.from(text.replaceAll(',', ';')), 'UTF-8', 'semicolons'],
])('reads %s', async (_, bytes, encoding, delimiter) => {
  const { bo, broughtIn } = await givenWork();
  const page = (await bo.get(`${await broughtIn(bytes, '调查.csv')}/columns`).expect(200)).text;
  expect(page).toContain('满意度');
  expect(page).toContain(`encoding ${encoding}, parted by ${delimiter}`);
});

test.each([
  ['a sheet without rows', Buffer.from('a,b\r\n'), 'a.csv', 'no rows below its header'],
  ['a workbook that is none', office('xlsx'), 'a.xlsx', ''],
  ['a program', Buffer.from('#!/bin/sh\nrm -rf'), 'a.csv', 'seems to be a script'],
])('refuses %s and keeps nothing', async (_, bytes, name, words) => {
  const { bring, deps } = await givenWork();
  const page = await bring(bytes, name).expect(422);
  expect(page.text).toContain(words);
  expect(await deps.db('surveys')).toEqual([]);
  expect(await deps.db('evidence')).toEqual([]);
});

test('is for the team alone', async () => {
  const { as, list, broughtIn } = await givenWork();
  const href = await broughtIn(Buffer.from(text), '调查.csv');
  for (const person of ['cai', 'dora', 'emil'] as const) {
    const stranger = await as(person);
    for (const path of [list, href, `${href}/columns`, `${href}/rejects.csv`]) await stranger.get(path).expect(404);
    await stranger.post(`${href}/columns`).type('form').send(columns).expect(404);
  }
});

test('a sheet whose quote never ends is refused with the row in which it begins', async () => {
  const { bring } = await givenWork();
  const page = await bring(Buffer.from('满意度,网点\n5,甲\n"4,乙\n3,丙\n'), '调查.csv').expect(422);
  expect(page.text).toContain('from row 3 on');
});
