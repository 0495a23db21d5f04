import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cellWidth, cutToWidth, textTable } from '../../src/cli/text-table.ts';
import { writeWhole } from '../../src/cli/write-whole.ts';

test('a file that cannot be written leaves what stood there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-write-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'out.txt'), 'before');
  await expect(writeWhole('/dev/full/x', 'after')).rejects.toThrow('invalid: cli.folderMissing');
  await writeWhole(join(folder, 'out.txt'), 'after');
  expect(await readFile(join(folder, 'out.txt'), 'utf8')).toBe('after');
  if (process.getuid?.() === 0) return;
  await chmod(folder, 0o500);
  await expect(writeWhole(join(folder, 'out.txt'), 'later')).rejects.toThrow('invalid: cli.notWritable');
  await chmod(folder, 0o700);
});

test('columns stand under each other although Chinese characters are two cells wide', () => {
  expect(cellWidth('售后 a，')).toBe(8);
  expect(cutToWidth('售后服务', 5)).toBe('售后…');
  expect(cutToWidth('售后服务', 8)).toBe('售后服务');
  const columns = [
    { title: '条款', align: 'left' },
    { title: '得分', align: 'right' },
  ] as const;
  expect(
    textTable(columns, [
      ['售后服务', '5'],
      ['a', '12.50'],
    ]),
  ).toEqual(['条款       得分', '售后服务      5', 'a         12.50']);
});
