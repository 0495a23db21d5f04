import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';

const file = `format: 1
id: sample
version: 1.0.0
language: zh-CN
title: 样例
clauses:
  - {id: a, number: "5.10", title: 甲, points: 0.1, rate_by: met, evidence: [{kind: record, title: 记录}]}
  - {id: b, title: 乙, points: "12.50", rate_by: points, step: 0.5}
`;
const overlay = `format: 1
criteria: sample
version: 1.0.0
language: en
title: Sample
clauses:
  a: {title: A, evidence: [Record]}
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-criteria-'));
  const made = folder;
  onTestFinished(() => rm(made, { recursive: true }));
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function problemsOf(path: string): Promise<string[]> {
  const { problems } = await readCriteria(path);
  return problems.map((problem) => formatProblem(problem, 'en').replace(`${folder}/`, ''));
}

test('numbers are taken as they are spelt, and every default is written out', () => {
  const { criteria } = parseCriteriaText('c.yaml', file);
  expect(criteria?.clauses.map(({ points, number }) => [points, number])).toEqual([
    ['0.1', '5.10'],
    ['12.5', ''],
  ]);
  expect(criteria).toMatchObject({
    fullMarks: '100',
    rounding: { digits: 2, mode: 'half-up' },
    failLabel: { 'zh-CN': '不合格' },
    about: null,
    basis: [],
    grades: [],
    gates: [],
    deduction: null,
    bonus: null,
    maturity: null,
    certification: null,
  });
  expect(criteria?.clauses[1]).toEqual({
    id: 'b',
    number: '',
    title: { 'zh-CN': '乙' },
    requirement: null,
    guidance: null,
    points: '12.5',
    weight: '1',
    aggregate: null,
    clauses: [],
    method: { by: 'points', step: '0.5' },
    notApplicable: 'forbidden',
    maturity: null,
    auditMethods: [],
    evidence: [],
  });
});

test('yes, no and dates are texts', () => {
  const { criteria } = parseCriteriaText(
    'c.yaml',
    file.replace('title: 甲', 'title: yes').replace('title: 乙', 'title: 2026-01-05'),
  );
  expect(criteria?.clauses.map(({ title }) => title)).toEqual([{ 'zh-CN': 'yes' }, { 'zh-CN': '2026-01-05' }]);
});

test('an overlay is found beside the file, and what it lacks is counted', async () => {
  await put('sample.en.yaml', overlay);
  const { criteria, problems, translations } = await readCriteria(await put('sample.yaml', file));
  expect(problems).toEqual([]);
  expect(criteria?.languages).toEqual(['zh-CN', 'en']);
  expect(criteria?.clauses.map(({ title }) => title)).toEqual([{ 'zh-CN': '甲', en: 'A' }, { 'zh-CN': '乙' }]);
  expect(translations).toEqual([{ language: 'en', percent: 75, missing: ['clauses.b.title'] }]);
});

test.each([
  ['criteria: sample', 'criteria: simple', '2:11: The overlay says “simple”; it must say “sample”.'],
  ['version: 1.0.0', 'version: 1.0.1', '3:10: The overlay says “1.0.1”; it must say “1.0.0”.'],
  ['language: en', 'language: zh-CN', '4:11: “zh-CN” is the language of the criteria file itself; an overlay is in another.'],
  ['  a:', '  aa:', '7:3: The criteria file has no “aa” that this could translate. Did you mean “a”?'],
  ['evidence: [Record]', 'evidence: [Record, Slip]', '7:36: There are 2 titles of evidence; the criteria file has 1.'],
  ['title: A,', 'guidance: G,', '7:7: The criteria file has no “guidance” that this could translate.'],
  ['title: Sample', 'grades: {pass: Pass}', '5:10: The criteria file has no “pass” that this could translate.'],
  ['title: Sample', 'about: About', '5:1: The criteria file has no “about” that this could translate.'],
  ['title: Sample', 'titel: Sample', '5:1: Unknown key “titel”.'],
])('refuses an overlay with %s as %s', async (found, replacement, problem) => {
  await put('sample.en.yaml', overlay.replace(found, replacement));
  const problems = await problemsOf(await put('sample.yaml', file));
  expect(problems).toEqual([expect.stringContaining(`sample.en.yaml:${problem}`)]);
});

test('problems of the file and of its overlays come together', async () => {
  await put('sample.en.yaml', overlay.replace('1.0.0', '2.0.0'));
  const problems = await problemsOf(await put('sample.yaml', file.replace('0.1', 'x')));
  expect(problems.map((line) => line.split(': ')[0])).toEqual(['sample.yaml:7:47', 'sample.en.yaml:3:10']);
});

test('refuses what is no readable file, with the reason', async () => {
  await mkdir(join(folder, 'folder.yaml'));
  expect(await problemsOf(join(folder, 'missing.yaml'))).toEqual(['missing.yaml:1:1: There is no such file.']);
  expect(await problemsOf(join(folder, 'folder.yaml'))).toEqual(['folder.yaml:1:1: This is a folder, not a file.']);
  expect(await problemsOf(await put('empty.yaml', ''))).toEqual(['empty.yaml:1:1: The file is empty.']);
  expect(await problemsOf(await put('large.yaml', `#${' '.repeat(8 * 1024 * 1024)}`))).toEqual([
    'large.yaml:1:1: The file has 8.0 MB; at most 8 MB are allowed.',
  ]);
});

test.each([
  ['x, ', 'keys, values and items'],
  ['a:\n', 'keys, values and items'],
  ['[', 'nested too deeply'],
  ['- ', 'nested too deeply'],
  ['? ', 'nested too deeply'],
])('megabytes of %j are refused before they cost time or memory', async (part, told) => {
  const path = await put('hostile.yaml', part.repeat(Math.floor(4_000_000 / part.length)));
  const started = performance.now();
  const problems = await problemsOf(path);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(told);
  expect(performance.now() - started).toBeLessThan(3000);
});

test('takes a byte order mark, and places stay true', async () => {
  const path = await put('bom.yaml', `\ufeff${file}`);
  expect(await problemsOf(path)).toEqual([]);
  expect(await problemsOf(await put('bom.yaml', `\ufeff${file.replace('format: 1', 'format: 2')}`))).toEqual([
    expect.stringContaining('bom.yaml:1:9: “2” is wrong'),
  ]);
});

test('names the first byte that is not UTF-8, and GBK or UTF-16 as the probable encoding', async () => {
  const gbk = Buffer.concat([Buffer.from('format: 1\ntitle: '), Buffer.from([0xca, 0xdb, 0xba, 0xf3, 0xb7, 0xfe, 0xce, 0xf1])]);
  expect(await problemsOf(await put('gbk.yaml', gbk))).toEqual([
    'gbk.yaml:2:8: From here on this is not UTF-8; the file must be saved as UTF-8. It is probably GBK; save it as UTF-8.',
  ]);
  expect(await problemsOf(await put('utf16.yaml', Buffer.from('\ufeffformat: 1', 'utf16le')))).toEqual([
    'utf16.yaml:1:1: From here on this is not UTF-8; the file must be saved as UTF-8. It is probably UTF-16; save it as UTF-8.',
  ]);
  expect(await problemsOf(await put('cut.yaml', Buffer.from('title: 测').subarray(0, 9)))).toEqual([
    expect.stringContaining('cut.yaml:1:8: From here on this is not UTF-8'),
  ]);
});

test('the hash depends on the content, not on the order of keys or the spelling of numbers', () => {
  const hashOf = (text: string) => {
    const { criteria } = parseCriteriaText('c.yaml', text);
    return criteria && criteriaHash(criteria);
  };
  const reordered = file.replace('id: b, title: 乙, points: "12.50"', 'points: 12.5, title: 乙, id: b');
  expect(hashOf(file)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf(reordered)).toBe(hashOf(file));
  expect(hashOf(file.replace('甲', '丙'))).not.toBe(hashOf(file));
});

test('a catalog takes every good file, highest version first, and keeps the problems of the bad', async () => {
  await put('sample.yaml', file);
  await put('sample.en.yaml', overlay);
  await put('sample-old.yaml', file.replace('1.0.0', '0.9.10'));
  await put('sample-new.yaml', file.replace('1.0.0', '0.10.0'));
  await put('doubled.yml', file);
  await put('bad.yaml', 'format: 3');
  await put('notes.txt', 'no criteria');

  const catalog = await openCatalog(folder);

  expect(catalog.find('sample')?.criteria.version).toBe('1.0.0');
  expect(catalog.find('sample', '0.9.10')?.criteria.version).toBe('0.9.10');
  expect(catalog.find('sample', '3.0.0')).toBeUndefined();
  expect(catalog.entries.map(({ criteria }) => criteria.version)).toEqual(['1.0.0', '0.10.0', '0.9.10']);
  expect(catalog.broken.map(({ file: path }) => path.replace(`${folder}/`, ''))).toEqual(['bad.yaml', 'sample.yaml']);
});

test('a missing folder is a catalog without criteria', async () => {
  const catalog = await openCatalog(join(folder, 'nowhere'));
  expect(catalog.entries).toEqual([]);
  expect(catalog.broken.map(({ problems }) => problems[0]?.message.key)).toEqual(['catalog.fileMissing']);
});

test.each(['null', '---\n', '~'])('a file that says in so many words that it holds nothing, %j, is empty', (text) => {
  expect(parseCriteriaText('empty.yaml', text).problems).toHaveLength(1);
});
