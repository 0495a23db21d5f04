import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-exchange-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Runs a command line in a folder; `@` stands for it. */
async function assay(folder: string, line: string) {
  const [out, error]: [string[], string[]] = [[], []];
  const args = line.split(' ').map((arg) => arg.replace('@', folder));
  const code = await run(args, { LANG: 'en_US.UTF-8' }, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n').replaceAll(folder, '@'), error: error.join('\n').replaceAll(folder, '@') };
}

const list = '编号,名称,要求,分值,English title\n1,体系,,,System\n1.1,组织,设立部门,4,Organization\n1.2,人员,人员充足,6,Staff\n';

test('import writes the criteria with their overlay, prints the report, and the files pass the check', async () => {
  const folder = await folderWith({ 'list.csv': list });
  const { code, out, error } = await assay(folder, 'criteria import @/list.csv -o @/made.yaml');
  expect([code, error]).toEqual([0, '']);
  expect(out).toContain('Imported 3 clauses, 2 of them rated; 5 texts; languages zh-CN, en. Kind of source: list.');
  expect(out).toContain('Mapped (1)\n  @/list.csv:2:1: 2 clauses are rated by points.');
  expect(out).toContain('Written: @/made.yaml\nWritten: @/made.en.yaml');
  expect((await assay(folder, 'criteria check @/made.yaml')).out).toContain('@/made.yaml: no problems (list 1.0.0)');
});

test('import: 1 with what is left to mend, or with why nothing was read; 2 for an unknown kind', async () => {
  const folder = await folderWith({ 'zero.csv': '编号,名称,分值\n1,体系,0\n', 'other.yaml': 'a: 1\n' });
  const zero = await assay(folder, 'criteria import @/zero.csv -o @/made.yaml');
  expect(zero.code).toBe(1);
  expect(zero.error).toMatch(/^The result still has 1 problem to mend before it can be used:\n@\/made\.yaml:\d+:\d+: /);
  expect(await assay(folder, 'criteria import @/other.yaml -o @/made.yaml')).toMatchObject({
    code: 1,
    error: 'The kind of the source was not recognised; name it with --from.',
  });
  expect(await assay(folder, 'criteria import @/none.yaml -o @/x.yaml')).toMatchObject({
    code: 1,
    error: '@/none.yaml:1:1: There is no such file.',
  });
  expect((await assay(folder, 'criteria import @/zero.csv -o @/x.yaml --from word')).code).toBe(2);
});

test('export to OSCAL and import again gives criteria without a difference', async () => {
  const folder = await folderWith({ 'list.csv': list });
  await assay(folder, 'criteria import @/list.csv -o @/made.yaml');
  expect((await assay(folder, 'criteria export @/made.yaml --to oscal -o @/made.json')).out).toBe('Written: @/made.json');
  const once = await readFile(join(folder, 'made.json'), 'utf8');
  await assay(folder, 'criteria export @/made.yaml --to oscal -o @/made.json');
  expect(await readFile(join(folder, 'made.json'), 'utf8')).toBe(once);
  expect((await assay(folder, 'criteria import @/made.json -o @/back.yaml')).code).toBe(0);
  expect((await assay(folder, 'criteria diff @/made.yaml @/back.yaml')).out).toBe(
    'list 1.0.0 → list 1.0.0\nThe content is the same.',
  );

  await assay(folder, 'criteria export @/made.yaml --to json -o @/model.json');
  expect(JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'))).toMatchObject({ id: 'list', fullMarks: '100' });
  await assay(folder, 'criteria export @/made.yaml --to xlsx -o @/made.xlsx');
  expect((await assay(folder, 'criteria convert @/made.xlsx @/sheet.yaml')).code).toBe(0);
  expect((await assay(folder, 'criteria diff @/made.yaml @/sheet.yaml')).out).toContain('The content is the same.');
  await assay(folder, 'criteria export @/made.yaml --to yaml -o @/copy.yaml');
  expect((await assay(folder, 'criteria diff @/made.yaml @/copy.yaml')).out).toContain('The content is the same.');
});

test('diff says what changed in words and as JSON, and refuses files that are not in order', async () => {
  const before = `format: 1
id: small
version: 1.0.0
language: en
title: Small
clauses:
  - {id: a, number: "1", title: Keep the records, points: 3, rate_by: met}
  - {id: b, number: "2", title: Gone, points: 7, rate_by: met}
grades:
  - {id: good, label: Good, from: 90}
`;
  const after = before
    .replace('1.0.0', '1.1.0')
    .replace('Keep the records, points: 3', 'Keep all records, points: 4')
    .replace('id: b, number: "2", title: Gone', 'id: c, number: "3", title: Quite new')
    .replace('from: 90', 'from: 92');
  const folder = await folderWith({ 'old.yaml': before, 'new.yaml': after, 'bad.yaml': 'format: 2\n' });
  const { code, out } = await assay(folder, 'criteria diff @/old.yaml @/new.yaml');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'small 1.0.0 → small 1.1.0',
    '1 added, 1 removed, 1 changed, 1 other changes.',
    '',
    'Added clauses',
    '  + 3 Quite new (c)',
    '',
    'Removed clauses',
    '  - 2 Gone (b)',
    '',
    'Changed clauses',
    '  * 1 Keep all records (a)',
    '      title (en): Keep [-the-]{+all+} records',
    '      points: 3 → 4',
    '',
    'Changes outside the clauses',
    '  grade good from: 90 → 92',
  ]);
  const json = await assay(folder, 'criteria diff @/old.yaml @/new.yaml --json');
  expect(JSON.parse(json.out)).toMatchObject({ added: ['c'], removed: ['b'] });
  const chinese = await assay(folder, 'criteria diff @/old.yaml @/new.yaml --language zh-CN');
  expect(chinese.out).toContain('新增 1 条，删除 1 条，改动 1 条，其他改动 1 处。');
  expect((await assay(folder, 'criteria diff @/old.yaml @/bad.yaml')).code).toBe(1);
});
