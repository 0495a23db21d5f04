import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { run } from '../../src/cli/run.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-convert-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function runWith(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(args, {}, { out: (line) => out.push(line), error: (line) => error.push(line) });
  return { code, out, error };
}

async function hashOf(file: string): Promise<string | null> {
  const { criteria } = await readCriteria(file);
  return criteria && criteriaHash(criteria);
}

test('a criteria file goes into a workbook and comes back with its translation and its hash', async () => {
  const folder = await makeFolder();
  for (const name of ['complaint-management.yaml', 'complaint-management.en.yaml'])
    await cp(join('criteria', name), join(folder, name));
  const [from, workbook, back] = ['complaint-management.yaml', 'c.xlsx', 'back.yaml'].map((name) => join(folder, name));

  expect(await runWith('criteria', 'convert', from ?? '', workbook ?? '', '--language', 'en')).toEqual({
    code: 0,
    out: [`Written: ${workbook}`],
    error: [],
  });
  expect(await runWith('criteria', 'convert', workbook ?? '', back ?? '', '--language', 'en')).toEqual({
    code: 0,
    out: [`Written: ${back}`, `Written: ${join(folder, 'back.en.yaml')}`],
    error: [],
  });

  expect(await hashOf(back ?? '')).not.toBeNull();
  expect(await hashOf(back ?? '')).toBe(await hashOf(from ?? ''));
});

test.each(['zh-CN', 'en'])('the template in %s can be turned into a criteria file without a problem', async (language) => {
  const folder = await makeFolder();
  const [workbook, file] = [join(folder, 't.xlsx'), join(folder, 't.yaml')];

  expect(await runWith('criteria', 'template', '-o', workbook, '--language', language)).toMatchObject({ code: 0, error: [] });
  expect(await runWith('criteria', 'convert', workbook, file, '--language', language)).toMatchObject({ code: 0, error: [] });

  const { criteria, problems, translations } = await readCriteria(file);
  expect(problems).toEqual([]);
  expect(criteria?.language).toBe(language);
  expect(translations.map(({ percent }) => percent)).toEqual([100]);
});

test('nothing is written while there are problems, and each is named', async () => {
  const folder = await makeFolder();
  const file = join(folder, 'bad.yaml');
  await writeFile(file, (await readFile('criteria/complaint-management.yaml', 'utf8')).replace('format: 1', 'format: 2'));

  const { code, error } = await runWith('criteria', 'convert', file, join(folder, 'bad.xlsx'), '--language', 'en');

  expect(code).toBe(1);
  expect(error[0]).toContain(`${file}:8:9: “2” is wrong`);
  expect(error.at(-1)).toBe('1 problem found in 1 file.');
  expect(await readdir(folder)).toEqual(['bad.yaml']);
});

test.each([
  [['a.yaml', 'b.yaml'], 2, 'One must end in .yaml and the other in .xlsx: a.yaml → b.yaml'],
  [['missing.xlsx', 'b.yaml'], 1, 'missing.xlsx: There is no such file.'],
  [['missing.yaml', 'b.xlsx'], 1, 'missing.yaml:1:1: There is no such file.'],
])('convert %j ends with %i', async (files, code, line) => {
  const result = await runWith('criteria', 'convert', ...files, '--language', 'en');
  expect(result).toMatchObject({ code, out: [] });
  expect(result.error[0]).toBe(line);
});
