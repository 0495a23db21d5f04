import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { readFileKeys } from '../../src/storage/file-keys.ts';
import { openFolderStore } from '../../src/storage/file-store.ts';

async function givenDeployment() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-reencrypt-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  await mkdir(data);
  const assay = async (line: string, key: string | null) => {
    const lines: string[] = [];
    const output = { out: (text: string) => lines.push(text), error: (text: string) => lines.push(text) };
    const keys = key === null ? {} : { ASSAY_FILES_KEY_FILE: key };
    const code = await run([...line.split(' '), '--language', 'en'], { ASSAY_DATA: data, ...keys }, output);
    return { code, text: lines.join('\n') };
  };
  const keyFile = async (name: string, ...keys: string[]) => {
    await writeFile(join(folder, name), keys.join('\n'));
    return join(folder, name);
  };
  await run(['migrate'], { ASSAY_DATA: data }, { out: () => undefined, error: () => undefined });
  return { data, assay, keyFile };
}

test('files are encrypted, given a new key, and written plain again; a start without the key says what is missing', async () => {
  const { data, assay, keyFile } = await givenDeployment();
  const plain = await openFolderStore(data);
  const received = await plain.receive(Readable.from(['合同']), 100);
  await received.keep();

  expect(await assay('files reencrypt', null)).toMatchObject({ code: 1, text: expect.stringContaining('No key is configured') });
  const first = await keyFile('first', 'a1'.repeat(32));
  expect(await assay('files reencrypt', first)).toEqual({
    code: 0,
    text: '1 files encrypted; 0 were encrypted with this key already.',
  });
  expect(await assay('evidence verify', null)).toMatchObject({
    code: 1,
    text: expect.stringContaining('Set ASSAY_FILES_KEY_FILE'),
  });

  const both = await keyFile('both', 'b2'.repeat(32), 'a1'.repeat(32));
  expect(await assay('files reencrypt', both)).toMatchObject({ code: 0, text: expect.stringContaining('1 files encrypted') });
  const second = await keyFile('second', 'b2'.repeat(32));
  expect(await assay('files reencrypt', second)).toMatchObject({ code: 0, text: expect.stringContaining('1 were encrypted') });
  expect(await assay('files reencrypt', first)).toMatchObject({ code: 1, text: expect.stringContaining('does not hold') });
  const store = await openFolderStore(data, await readFileKeys(second, data));
  expect((await buffer(await store.open(received.sha256))).toString()).toBe('合同');

  expect(await assay('files reencrypt --plain', second)).toMatchObject({
    code: 0,
    text: expect.stringContaining('1 files written plain'),
  });
  expect((await buffer(await (await openFolderStore(data)).open(received.sha256))).toString()).toBe('合同');
}, 30_000);
