import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type FileKeys, readFileKeys } from '../../src/storage/file-keys.ts';
import { openFolderStore } from '../../src/storage/file-store.ts';

async function givenFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-sealed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  await mkdir(data);
  const keysOf = async (...lines: string[]): Promise<FileKeys> => {
    const path = join(folder, 'files.key');
    await writeFile(path, `# keys\n${lines.join('\n')}\n`);
    return readFileKeys(path, data);
  };
  return { folder, data, keysOf };
}

const [oldKey, newKey] = ['a1'.repeat(32), 'b2'.repeat(32)];
const secret = Buffer.from('客户投诉记录 '.repeat(20_000));
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function put(store: Awaited<ReturnType<typeof openFolderStore>>, content: Buffer): Promise<string> {
  const received = await store.receive(Readable.from([content]), content.length);
  expect((await buffer(await received.open())).equals(content)).toBe(true);
  await received.keep();
  return received.sha256;
}

/** Every byte in the folder, whatever the file. */
async function allBytes(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name)));
  return Buffer.concat(await Promise.all(files));
}

test('nothing of what is handed in lies readable in the folder, and it comes back whole', async () => {
  const { data, keysOf } = await givenFolder();
  const store = await openFolderStore(data, await keysOf(oldKey));
  const sha256 = await put(store, secret);
  expect(sha256).toBe(hashOf(secret));
  expect((await allBytes(data)).includes('客户投诉')).toBe(false);
  expect((await buffer(await store.open(sha256))).equals(secret)).toBe(true);
  expect(await store.has(sha256)).toBe(true);
});

test('any part of any file reads as that part of the plain one', async () => {
  const { data, keysOf } = await givenFolder();
  const store = await openFolderStore(data, await keysOf(oldKey));
  const size = fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 200_001);
  await fc.assert(
    fc.asyncProperty(size, fc.nat(250_000), fc.nat(250_000), async (length, from, more) => {
      const content = randomBytes(length);
      const sha256 = await put(store, content);
      const range = { start: from, end: from + more };
      expect((await buffer(await store.open(sha256, range))).equals(content.subarray(from, from + more + 1))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a changed, cut, lengthened or exchanged piece is never given out as genuine', async () => {
  const { data, keysOf } = await givenFolder();
  const store = await openFolderStore(data, await keysOf(oldKey));
  const sha256 = await put(store, randomBytes(200_000));
  const { path } = await store.sourceOf(sha256);
  const sealed = await readFile(path);
  const piece = 64 * 1024 + 16;
  const swapped = Buffer.concat([
    sealed.subarray(0, 40),
    sealed.subarray(40 + piece, 40 + 2 * piece),
    sealed.subarray(40, 40 + piece),
    sealed.subarray(40 + 2 * piece),
  ]);
  const flipped = Buffer.from(sealed);
  flipped[100_000] = (flipped[100_000] ?? 0) ^ 1;
  const attacks = [
    flipped,
    swapped,
    sealed.subarray(0, 40 + 2 * piece),
    sealed.subarray(0, -1),
    Buffer.concat([sealed, randomBytes(20)]),
  ];
  for (const attack of attacks) {
    await writeFile(path, attack);
    await expect(store.open(sha256).then((stream) => buffer(stream))).rejects.toMatchObject({ code: 'ERR_CHANGED' });
  }
});

test('a new key reads what is older, and after all is encrypted anew the older key is needed no more', async () => {
  const { data, keysOf } = await givenFolder();
  const plain = await put(await openFolderStore(data), Buffer.from('from before encryption'));
  const old = await put(await openFolderStore(data, await keysOf(oldKey)), secret);

  const store = await openFolderStore(data, await keysOf(newKey, oldKey));
  expect((await buffer(await store.open(plain))).toString()).toBe('from before encryption');
  expect((await buffer(await store.open(old))).equals(secret)).toBe(true);
  expect([await store.reseal(plain, 'sealed'), await store.reseal(old, 'sealed')]).toEqual([true, true]);
  expect(await store.reseal(old, 'sealed')).toBe(false);
  await store.forgetOldKeys('sealed');

  const later = await openFolderStore(data, await keysOf(newKey));
  expect((await buffer(await later.open(old))).equals(secret)).toBe(true);
  expect((await buffer(await later.open(plain))).toString()).toBe('from before encryption');
  expect((await allBytes(data)).includes('from before')).toBe(false);
  await expect(openFolderStore(data, await keysOf(oldKey))).rejects.toThrow('which ASSAY_FILES_KEY_FILE does not hold');
});

test('files can be written plain again, and then need no key', async () => {
  const { data, keysOf } = await givenFolder();
  const store = await openFolderStore(data, await keysOf(oldKey));
  const sha256 = await put(store, secret);
  await store.reseal(sha256, 'plain');
  await store.forgetOldKeys('plain');
  expect((await buffer(await (await openFolderStore(data)).open(sha256))).equals(secret)).toBe(true);
});

test('what was changed where it lies does not become genuine by being encrypted anew', async () => {
  const { data, keysOf } = await givenFolder();
  const plain = await openFolderStore(data);
  const sha256 = await put(plain, secret);
  await writeFile((await plain.sourceOf(sha256)).path, 'something else');
  const store = await openFolderStore(data, await keysOf(oldKey));
  await expect(store.reseal(sha256, 'sealed')).rejects.toThrow('is not what was handed in');
  expect((await buffer(await store.open(sha256))).toString()).toBe('something else');
});

test('a start without the key, or with another, is refused with what to do', async () => {
  const { data, keysOf } = await givenFolder();
  await put(await openFolderStore(data, await keysOf(oldKey)), secret);
  await expect(openFolderStore(data)).rejects.toThrow('Set ASSAY_FILES_KEY_FILE');
  await expect(openFolderStore(data, await keysOf(newKey))).rejects.toThrow('Put it back as a further line');
});

test('a key file in the data folder, without key, or with a bad one is refused, and no key is told', async () => {
  const { folder, data, keysOf } = await givenFolder();
  await writeFile(join(data, 'files.key'), oldKey);
  await expect(readFileKeys(join(data, 'files.key'), data)).rejects.toThrow('lies in the data folder');
  await expect(keysOf()).rejects.toThrow('holds no key');
  await expect(keysOf(`${oldKey}00`)).rejects.toThrow(/^Key 1 in .* is not 64 hexadecimal digits/);
  await expect(keysOf(`${oldKey}00`)).rejects.not.toThrow(oldKey);
  await expect(readFileKeys(join(folder, 'nowhere'), data)).rejects.toThrow('cannot be read');
});
