import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange, FileBytes } from './file-bytes.ts';

/** The bytes of evidence, found by their SHA-256. The same bytes are kept once. */
export interface FileStore {
  /** Takes in a stream. What breaks off or is over the limit leaves nothing behind. */
  receive(stream: Readable, limit: number): Promise<ReceivedFile>;
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Where its bytes lie, for readers in another thread; whether they do is not looked at. */
  pathOf(sha256: string): string;
  /** Whether new files could be taken in just now. */
  isWritable(): Promise<boolean>;
  /** Removes uploads that a crash cut off. */
  sweep(): Promise<void>;
  /** Everything that lies in the store, in no particular order; one after the other, however many there are. */
  list(): AsyncIterable<StoredBytes>;
  /** Removes what `list` named; nothing happens when it is gone. */
  remove(name: string): Promise<void>;
}

/** Something in the store. */
export interface StoredBytes {
  /** Its SHA-256 where the store put it there itself; else its path within the store. */
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** Bytes that have arrived but are not kept yet: `keep` puts them in their place, `discard` removes them. */
export interface ReceivedFile extends FileBytes {
  readonly sha256: string;
  /** The first 4,100 bytes at most, enough to tell what the content is. */
  readonly head: Buffer;
  readonly path: string;
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** Thrown by `receive` when more bytes came than the limit allows. */
export class FileTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The file has more than ${limit} bytes.`);
    this.name = 'FileTooLarge';
    this.limit = limit;
  }
}

const headLength = 4100;

/** A store in a folder: `files/ab/abcdef…`, with `incoming/` for what is still arriving. */
export async function openFolderStore(folder: string): Promise<FileStore> {
  const files = join(folder, 'files');
  const incoming = join(folder, 'incoming');
  await mkdir(files, { recursive: true, mode: 0o700 });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const placeOf = (sha256: string) => join(files, sha256.slice(0, 2), sha256);

  return {
    receive: (stream, limit) => receiveFile(stream, limit, join(incoming, randomUUID()), placeOf),
    open: (sha256, range) => openForReading(placeOf(sha256), range),
    has: (sha256) => exists(placeOf(sha256)),
    pathOf: placeOf,
    isWritable: () => canWrite(incoming),
    sweep: () => removeOld(incoming, 24 * 60 * 60 * 1000),
    list: () => listBytes(files),
    remove: (name) => rm(isHash(name) ? placeOf(name) : join(files, name), { force: true }),
  };
}

async function receiveFile(
  stream: Readable,
  limit: number,
  path: string,
  placeOf: (sha256: string) => string,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;

  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < headLength) head.push(chunk.subarray(0, headLength - size));
      size += chunk.length;
      hash.update(chunk);
      done(size > limit ? new FileTooLarge(limit) : null, chunk);
    },
  });

  const discard = () => rm(path, { force: true });
  const writer = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(stream, measure, writer);
    await flush(path);
  } catch (error) {
    // A file whose opening is still under way would appear after it was removed.
    await new Promise<void>((closed) => (writer.closed ? closed() : writer.once('close', closed)));
    await discard();
    throw error;
  }

  const sha256 = hash.digest('hex');
  return {
    ...{ sha256, size, head: Buffer.concat(head), path, discard },
    open: async (range) => createReadStream(path, range),
    keep: () => moveInto(path, placeOf(sha256)),
  };
}

/** The bytes are on the disk itself before the database says that they are there. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function moveInto(path: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(path, place);
}

async function openForReading(path: string, range?: ByteRange): Promise<Readable> {
  const handle = await open(path, 'r');
  return createReadStream(path, { fd: handle, ...range });
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function canWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function removeOld(folder: string, age: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < Date.now() - age) await rm(path, { force: true });
  }
}

async function* listBytes(folder: string): AsyncIterable<StoredBytes> {
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const own = isHash(entry.name) && basename(entry.parentPath) === entry.name.slice(0, 2);
    const { size, mtime } = await stat(path);
    yield { name: own ? entry.name : relative(folder, path), size, modifiedAt: mtime };
  }
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}
