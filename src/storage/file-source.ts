import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ByteRange } from './file-bytes.ts';
import type { FileKey } from './file-keys.ts';
import { openSealed } from './sealed-file.ts';

/** Where bytes lie and how to read them; plain data, so that a thread beside the server can do it too. */
export interface FileSource {
  readonly path: string;
  /** null: they lie there as they are. */
  readonly keys: readonly FileKey[] | null;
}

/** Rejects when there is no such file. */
export async function openSource({ path, keys }: FileSource, range?: ByteRange): Promise<Readable> {
  if (keys !== null) return openSealed(path, keys, range);
  const handle = await open(path, 'r');
  return createReadStream(path, { fd: handle, ...range });
}
