import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/run.ts';

const assessment = `format: 1
criteria: {id: small, version: 1.0.0}
organization: {name: 海川电器有限公司}
assessment: {kind: self, from: 2026-01-05, to: 2026-01-07}
ratings:
  a: {met: true}
  b: {sample: {size: 7, failed: 2}}
`;
const criteria = `format: 1
id: small
version: 1.0.0
language: en
title: Small
clauses:
  - {id: a, number: "1", title: First, points: 3, rate_by: met}
  - {id: b, number: "2", title: Second, points: 7, rate_by: sample, not_applicable: allowed}
grades:
  - {id: good, label: Good, from: 90}
  - {id: fair, label: Fair, from: 80}
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-cli-'));
  const made = folder;
  onTestFinished(() => rm(made, { recursive: true }));
  await writeFile(join(folder, 'small.yaml'), criteria);
  await writeFile(join(folder, 'a.yaml'), assessment);
});

/** Runs a command line, in English unless told otherwise; `@` stands for the folder of the test. */
async function assay(line: string, environment: Record<string, string> = { LANG: 'en_US.UTF-8' }) {
  const out: string[] = [];
  const error: string[] = [];
  const args = line
    .split(' ')
    .filter(Boolean)
    .map((arg) => arg.replace('@', folder));
  const code = await run(
    args,
    { ASSAY_CRITERIA: folder, ...environment },
    { out: (text) => out.push(text), error: (text) => error.push(text) },
  );
  return { code, out: out.join('\n').replaceAll(folder, '@'), error: error.join('\n').replaceAll(folder, '@') };
}

test('criteria check: 0 and what is in order, 1 and every problem', async () => {
  expect(await assay('criteria check @/small.yaml')).toEqual({
    code: 0,
    out: '@/small.yaml: no problems (small 1.0.0)',
    error: '',
  });

  await writeFile(join(folder, 'small.yaml'), criteria.replace('points: 3', 'points: three').replace('from: 80', 'from: 90'));
  const bad = await assay('criteria check @/small.yaml @/none.yaml');
  expect(bad.code).toBe(1);
  expect(bad.out).toBe('');
  expect(bad.error.split('\n')).toEqual([
    expect.stringMatching(/^@\/small\.yaml:7:48: “three” is wrong/),
    '@/small.yaml:11:35: The bound 90 is that of the grade “good” too.',
    '@/none.yaml:1:1: There is no such file.',
    '3 problems found in 2 files.',
  ]);
});

test('criteria check: an overlay is checked with its file, once', async () => {
  const overlay = 'format: 1\ncriteria: small\nversion: 1.0.0\nlanguage: zh-CN\ntitle: 小\n';
  await writeFile(join(folder, 'small.zh-CN.yaml'), overlay);
  const { code, out } = await assay('criteria check @/small.yaml @/small.zh-CN.yaml');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    '@/small.yaml: no problems (small 1.0.0)',
    '  translated into zh-CN: 20%, missing clauses.a.title, clauses.b.title, grades.good, grades.fair',
  ]);
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test('score --json: every number is a decimal string', async () => {
  const { code, out, error } = await assay('score @/a.yaml --json');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  const result = JSON.parse(out);
  expect(result).toMatchObject({
    criteria: { id: 'small', version: '1.0.0' },
    outcome: 'graded',
    score: '80.00',
    floor: '80.00',
    ceiling: '80.00',
    full_marks: '100.00',
    grade: 'fair',
    maturity: null,
    coverage: '1',
    gates: [],
  });
  expect(result.clauses.b).toEqual({
    state: 'rated',
    points: '7.00',
    obtained: '5.00',
    applicable: '7.00',
    rate: '0.7143',
    explanation: expect.stringContaining('7'),
  });
  expect(numbersIn(result)).toEqual([]);
});

test('score --json: an unfinished assessment has no grade but a range', async () => {
  await writeFile(join(folder, 'a.yaml'), assessment.replace('  b: {sample: {size: 7, failed: 2}}\n', ''));
  const result = JSON.parse((await assay('score @/a.yaml --json')).out);
  expect(result).toMatchObject({
    outcome: 'incomplete',
    grade: null,
    score: '100.00',
    floor: '30.00',
    ceiling: '100.00',
    coverage: '0.5',
  });
  expect(result.clauses.b).toMatchObject({ state: 'unrated', rate: null });
});

test('score: the sentence first, then clause by clause', async () => {
  const { code, out } = await assay('score @/a.yaml');
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^80 points, Fair; 10 points to Good/);
  expect(lines.find((line) => line.startsWith('2  '))).toMatch(/^2 {4}Second {4}7\.00 {6}5\.00 {2}71\.43% {2}\S/);
});

test('score: bad input is named line by line, exit 1', async () => {
  await writeFile(join(folder, 'a.yaml'), assessment.replace('failed: 2', 'failed: 8').replace('  a:', '  aa:'));
  const { code, out, error } = await assay('score @/a.yaml');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error.split('\n').map((line) => line.split(': ')[0])).toEqual([
    '@/a.yaml:6:3',
    '@/a.yaml:7:33',
    '2 problems found in 1 file.',
  ]);
});

test('score --criteria: the given file is used', async () => {
  const { error } = await assay('score @/a.yaml --criteria @/small.yaml', { ASSAY_CRITERIA: '/nowhere', LANG: 'en' });
  expect(error).toBe('');
});

test('report: writes a whole PDF or nothing', async () => {
  expect(await assay('report @/a.yaml -o @/out.pdf')).toEqual({ code: 0, out: 'Written: @/out.pdf', error: '' });
  expect((await readFile(join(folder, 'out.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');

  const missing = await assay('report @/a.yaml -o @/nowhere/out.pdf');
  expect(missing).toEqual({ code: 1, out: '', error: 'There is no folder @/nowhere; nothing was written. Make it first.' });
  expect((await assay('report @/a.yaml -o @')).error).toBe('@ is a folder; nothing was written. Give a file name.');
  expect((await readdir(folder)).sort()).toEqual(['a.yaml', 'out.pdf', 'small.yaml']);
}, 60_000);

test.each([
  ['', /^Usage: assay/],
  ['criteria', /^Usage: assay criteria/],
  ['scor x', 'Unknown command: scor. See --help.'],
  ['score', 'An argument is missing: file. See --help.'],
  ['score a b', 'Too many arguments for score. See --help.'],
  ['score a --jsn', 'Unknown option: --jsn. See --help.'],
  ['score a --criteria', 'The option has no value: --criteria <file>. See --help.'],
  ['score a --language de', 'The option does not allow this value: --language <language> de. See --help.'],
  ['report a', 'An option is missing: -o, --output <file>. See --help.'],
  ['user add --sign-in-name li', 'An option is missing: --name <name>. See --help.'],
])('usage error %j exits 2', async (line, message) => {
  const { code, out, error } = await assay(line);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  if (typeof message === 'string') expect(error).toBe(message);
  else expect(error).toMatch(message);
});

test.each([
  ['--help', /^Usage: assay/],
  ['criteria check --help', /^Usage: assay criteria check/],
  ['--version', /^\d+\.\d+\.\d+$/],
])('%s exits 0', async (line, text) => {
  const { code, out, error } = await assay(line);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(text);
});

test.each([
  [{ LANG: 'en_GB.UTF-8' }, 'There is no such file.'],
  [{ LANG: 'zh_CN.UTF-8' }, '没有这个文件。'],
  [{ LANG: 'de_DE.UTF-8' }, '没有这个文件。'],
  [{ LANG: 'C' }, '没有这个文件。'],
  [{}, '没有这个文件。'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US' }, 'There is no such file.'],
])('the language follows the environment %j', async (environment, text) => {
  expect((await assay('score @/none.yaml', environment)).error).toContain(text);
});

test('--language goes before the environment, also for usage errors', async () => {
  expect((await assay('score @/none.yaml --language zh-CN')).error).toContain('没有这个文件。');
  expect((await assay('score --language=zh-CN')).error).toBe('缺少参数：file。用 --help 查看用法。');
});

test('an unexpected fault is one line, with the stack only for those who ask', async () => {
  const settings = { LANG: 'en', PORT: 'many' };
  const { code, error } = await assay('migrate', settings);
  expect(code).toBe(1);
  expect(error).toContain('PORT');
  expect(error).toContain('ASSAY_DEBUG=1');
  expect(error).not.toMatch(/\n\s+at /);
  expect((await assay('migrate', { ...settings, ASSAY_DEBUG: '1' })).error).toMatch(/\n\s+at /);
});

test('migrate, then user add: the person gets a link once', async () => {
  const settings = { LANG: 'en', ASSAY_DATA: join(folder, 'data'), ASSAY_ADDRESS: 'https://assay.example' };
  const person = 'user add --sign-in-name li --name Li --role auditor';
  expect(await assay(person, settings)).toEqual({
    code: 1,
    out: '',
    error: 'The database is not up to date; run assay migrate first.',
  });
  expect((await assay('migrate', settings)).out).toMatch(/^Applied: 0001/);
  expect((await assay('migrate', settings)).out).toBe('The database is up to date.');
  expect((await assay(person, settings)).out).toMatch(/^Li was added\. .*\nhttps:\/\/assay\.example\/password\/[\w-]{32}$/);

  const again = await assay(person, settings);
  expect(again.code).toBe(1);
  expect(again.error).toContain('signInName');

  expect((await assay('user password LI', settings)).out).toMatch(
    /^Link for Li .*\nhttps:\/\/assay\.example\/password\/[\w-]{32}$/,
  );
  const nobody = await assay('user password nobody', settings);
  expect(nobody).toMatchObject({ code: 1, error: expect.stringContaining('no active account with the sign-in name “nobody”') });
});
