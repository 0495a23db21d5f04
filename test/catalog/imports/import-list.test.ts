import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { importCriteria } from '../../../src/catalog/imports/import-criteria.ts';
import { clausesOf, imported, outline } from '../../support/imported.ts';

const list = `售后服务评价表,,,
编号,名称,要求,分值
5.1,体系,,10
5.1.1,组织,"设立部门，
明确""职责""",4
5.1.2,人员,人员充足,6
5.2,商品服务,,5
5.2.1,安装,按时安装,
5.2.2,维修,按时维修,
6,服务文化,诚信,2.5
`;

test('a list: the tree comes from the numbers, points add up', () => {
  const { criteria, report, mapped } = imported({ '准则.csv': list });
  expect(report.kind).toBe('list');
  expect(criteria.title).toEqual({ 'zh-CN': '售后服务评价表' });
  expect(outline(criteria)).toEqual(['5-1 10', '  5-1-1 4', '  5-1-2 6', '5-2 5', '  5-2-1 1', '  5-2-2 1', '6 2.5']);
  const clauses = clausesOf(criteria);
  expect(clauses.get('5-1-1')).toMatchObject({
    number: '5.1.1',
    requirement: { 'zh-CN': '设立部门，\n明确"职责"' },
    method: { by: 'points', step: '0.5' },
  });
  expect(clauses.get('5-2')).toMatchObject({ aggregate: 'weighted-mean' });
  expect(clauses.get('5-2-1')?.method).toEqual({ by: 'met' });
  expect(mapped.join('\n')).toContain('准则.csv:7:1: Only this section has points');
});

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${list}`)],
  ['UTF-16', Buffer.from(`\ufeff${list}`, 'utf16le')],
  ['semicolons', Buffer.from(list.replaceAll(',', ';'))],
  ['tabs and Windows line ends', Buffer.from(list.replaceAll(',', '\t').replaceAll('\n', '\r\n'))],
])('the same list in %s', (_, bytes) => {
  const { criteria } = imported({ '准则.csv': bytes });
  expect(outline(criteria)).toEqual(outline(imported({ '准则.csv': list }).criteria));
  expect(clausesOf(criteria).get('5-1-1')?.requirement?.['zh-CN']?.replace(/\r/g, '')).toBe('设立部门，\n明确"职责"');
});

test('GB18030 is recognised', () => {
  // 编号,名称,分值 / 1,服务,3
  const bytes = Buffer.from('b1e0bac52cc3fbb3c62cb7d6d6b50a312cb7fecef12c330a', 'hex');
  const { criteria, mapped } = imported({ 'list.csv': bytes });
  expect(clausesOf(criteria).get('1')).toMatchObject({ title: { 'zh-CN': '服务' }, points: '3' });
  expect(mapped.join()).toContain('gb18030');
});

test('full-width numbers, Chinese outlines, bad points, doubled numbers, missing parents', () => {
  const text = `编号,条款名称,分值,负责部门
一、,体系,,质量部
（一）,组织,,
１．１,部门,３,
1.2,人员,many,
二、,服务,,
2.1,安装,4 分,
2.1,维修,1,
9.9.9,孤儿,1,
`;
  const { criteria, oddities, dropped } = imported({ 'x.csv': text });
  expect([...clausesOf(criteria).values()].map(({ title, points }) => `${title['zh-CN']} ${points}`)).toEqual([
    '体系 3',
    '组织 3',
    '部门 3',
    '人员 0',
    '服务 6',
    '安装 4',
    '维修 1',
    '孤儿 1',
  ]);
  expect(dropped.join()).toContain('The column “负责部门”');
  expect(oddities.join('\n')).toContain('x.csv:5:1: The points are no number: many');
  expect(oddities.join('\n')).toContain('The number “2.1” occurs again');
});

test('a list without headers is guessed, and said so', () => {
  const { criteria, mapped } = imported({
    'x.csv': '1,Structure of the service,10\n1.1,Department in charge,4\n1.2,Staff and training,6\n',
  });
  expect(outline(criteria)).toEqual(['1 10', '  1-1 4', '  1-2 6']);
  expect(mapped.join()).toContain('columns were guessed: number = 1');
});

test('a workbook: the sheet that looks like a list is taken, formulas give their value', async () => {
  const workbook = new Workbook();
  workbook.addWorksheet('封面').addRow(['售后服务']);
  const sheet = workbook.addWorksheet('条款');
  sheet.addRow(['No.', 'Title', 'Requirement', 'Points', 'Title (en)']);
  sheet.addRow(['1', '体系', '', null, 'System']);
  sheet.addRow(['1.1', '组织', '设立部门', 4, 'Organization']);
  sheet.addRow(['1.2', '人员', '人员充足', { formula: '3*2', result: 6 }, '']);
  const { criteria, dropped, oddities } = imported({ 'list.xlsx': Buffer.from(await workbook.xlsx.writeBuffer()) });
  expect(outline(criteria)).toEqual(['1 10', '  1-1 4', '  1-2 6']);
  expect(clausesOf(criteria).get('1-1')?.title).toEqual({ 'zh-CN': '组织', en: 'Organization' });
  expect(dropped.join()).toContain('The sheet “封面”');
  expect(oddities.join()).toContain('条款!D4: The cell is a formula');
});

test.each([
  ['nothing', ''],
  ['noise', '\u0001\u0002\u0003'],
  ['broken YAML', 'a: [b\nc: "d'],
  ['other YAML', 'a: 1\nb: 2\n'],
  ['other JSON', '{"a": 1}'],
  ['half a zip', 'PK\u0003\u0004abc'],
  ['a profile alone', '{"profile": {"imports": [{"href": "other.json"}]}}'],
  ['an empty catalog', '{"catalog": {}}'],
  ['nested deep', '['.repeat(50_000)],
  ['deep YAML', `a:\n${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}`],
])('%s is refused or its problems named, and nothing thrown', (_, text) => {
  const result = importCriteria([{ name: 'file', bytes: Buffer.from(text, 'latin1') }]);
  if ('refused' in result) expect(result.refused.key).toMatch(/^(imports|catalog|sheets)\./);
  else expect(result.reading.problems.length).toBeGreaterThan(0);
});
