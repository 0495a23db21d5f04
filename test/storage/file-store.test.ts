import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { FileTooLarge, openFolderStore } from '../../src/storage/file-store.ts';

async function givenStore() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openFolderStore(folder);
  const filesIn = async (part: string) =>
    (await readdir(join(folder, part), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  return { folder, store, filesIn };
}

const content = Buffer.alloc(200_000, '维修记录');
const sha256 = createHash('sha256').update(content).digest('hex');

test('takes in a stream and keeps it under its SHA-256', async () => {
  const { store, filesIn } = await givenStore();

  const received = await store.receive(Readable.from([content.subarray(0, 4000), content.subarray(4000)]), content.length);
  expect(received).toMatchObject({ sha256, size: content.length });
  expect(received.head.equals(content.subarray(0, 4100))).toBe(true);
  expect(await store.has(sha256)).toBe(false);

  await received.keep();
  expect(await store.has(sha256)).toBe(true);
  expect((await buffer(await store.open(sha256))).equals(content)).toBe(true);
  expect(await filesIn('incoming')).toEqual([]);
  await received.discard();
  expect(await store.has(sha256)).toBe(true);
});

test('keeps the same bytes once', async () => {
  const { store, filesIn } = await givenStore();
  for (const _ of [1, 2]) await (await store.receive(Readable.from([content]), content.length)).keep();
  expect(await filesIn('files')).toEqual([sha256]);
});

test('refuses one byte over the limit and leaves nothing', async () => {
  const { store, filesIn } = await givenStore();

  const refused = store.receive(Readable.from([content]), content.length - 1);
  await expect(refused).rejects.toThrow(FileTooLarge);
  await expect(refused).rejects.toMatchObject({ limit: content.length - 1 });
  expect([...(await filesIn('incoming')), ...(await filesIn('files'))]).toEqual([]);
});

test('leaves nothing of a stream that breaks off, nor of what is discarded', async () => {
  const { store, filesIn } = await givenStore();
  async function* breakingOff() {
    yield content;
    throw new Error('gone away');
  }
  await expect(store.receive(Readable.from(breakingOff()), content.length)).rejects.toThrow('gone away');

  const received = await store.receive(Readable.from([content]), content.length);
  expect(await filesIn('incoming')).toHaveLength(1);
  await received.discard();
  expect([...(await filesIn('incoming')), ...(await filesIn('files'))]).toEqual([]);
});

test('sweeps what was cut off hours ago, not what still arrives', async () => {
  const { folder, store, filesIn } = await givenStore();
  for (const name of ['old', 'fresh']) await writeFile(join(folder, 'incoming', name), 'x');
  const [before, lately] = [3, 1].map((hours) => new Date(Date.now() - hours * 60 * 60 * 1000));
  if (!before || !lately) throw new Error('Two times are needed.');
  await utimes(join(folder, 'incoming', 'old'), before, before);
  await utimes(join(folder, 'incoming', 'fresh'), lately, lately);

  await store.sweep();
  expect(await filesIn('incoming')).toEqual(['fresh']);
});

test('says that a content is not there', async () => {
  const { store } = await givenStore();
  await expect(store.open('0'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' });
});
