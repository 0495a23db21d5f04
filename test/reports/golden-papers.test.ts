import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { type Golden, goldenOfShelf } from '../support/paper-shelf.ts';
import pinned from './golden-papers.json' with { type: 'json' };

// After a change on purpose: look at the pages, then `npm run golden`.

let now: Golden;
beforeAll(async () => {
  now = await goldenOfShelf();
});

const column = ({ papers }: Golden, which: 'bytes' | 'unpacked') =>
  Object.fromEntries(Object.entries(papers).map(([name, hashes]) => [name, hashes[which]]));

test('every document says and draws to the last digit what it always did', () => {
  expect(column(now, 'unpacked')).toEqual(column(pinned, 'unpacked'));
});

test('where the packer is the same every document has the same bytes', ({ skip }) => {
  skip(now.packer !== pinned.packer, `pinned with ${pinned.packer}, this is ${now.packer}`);
  expect(column(now, 'bytes')).toEqual(column(pinned, 'bytes'));
});

test('a process elsewhere in the world, with another language and clock, writes the same bytes', {
  timeout: 300_000,
}, async () => {
  const env = { PATH: process.env.PATH, TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' };
  // A program that is loaded before may have brought what browsers draw paths with.
  const path = 'data:text/javascript,globalThis.Path2D = class {}';
  const args = ['--import', path, '--import', 'tsx', 'test/support/renew-golden.ts', '--print'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env });
  expect(JSON.parse(stdout)).toEqual(now);
});
