import { createHash, randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange, FileBytes } from './file-bytes.ts';
import type { FileKeys } from './file-keys.ts';
import { type FilePlaces, listBytes, openPlaces, type StoredBytes } from './file-places.ts';
import { type FileSource, openSource } from './file-source.ts';
import { keyIdOf, SealedFileTrouble, sealing } from './sealed-file.ts';
import { checkMarker, writeMarker } from './sealed-marker.ts';

/** The bytes of evidence, found by their SHA-256. The same bytes are kept once. */
export interface FileStore {
  /** Takes in a stream. What breaks off or is over the limit leaves nothing behind. */
  receive(stream: Readable, limit: number): Promise<ReceivedFile>;
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Where its bytes lie, for readers in another thread; whether they do is not looked at. */
  sourceOf(sha256: string): Promise<FileSource>;
  /** Encrypts with the present key what `list` named, or writes it plain. False: it is so already. Needs room for one more copy. */
  reseal(name: string, to: 'sealed' | 'plain'): Promise<boolean>;
  /** After everything was resealed: older keys are needed no more. */
  forgetOldKeys(to: 'sealed' | 'plain'): Promise<void>;
  /** Whether new files could be taken in just now. */
  isWritable(): Promise<boolean>;
  /** Removes what a crash cut off while it was arriving: nothing was added to it for two hours. */
  sweep(): Promise<void>;
  /** Everything that lies in the store, in no particular order; one after the other, however many there are. */
  list(): AsyncIterable<StoredBytes>;
  /** Removes what `list` named; nothing happens when it is gone. */
  remove(name: string): Promise<void>;
}

/** Looks once more when it is gone: it may just have been written anew in its other form. */
async function openStored(places: FilePlaces, sha256: string, range?: ByteRange): Promise<Readable> {
  try {
    return await openSource(await places.sourceOf(sha256), range);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return openSource(await places.sourceOf(sha256), range);
  }
}

interface Sealing {
  readonly keys: FileKeys | null;
  readonly places: FilePlaces;
}

/** Bytes that have arrived but are not kept yet: `keep` puts them in their place, `discard` removes them. */
export interface ReceivedFile extends FileBytes {
  readonly sha256: string;
  /** The first 4,100 bytes at most, enough to tell what the content is. */
  readonly head: Buffer;
  readonly source: FileSource;
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
/** Milliseconds after which something that still arrives would long have grown. */
const silence = 2 * 60 * 60 * 1000;

/**
 * A store in a folder: `files/ab/abcdef…`, with `incoming/` for what is still arriving. With keys, what is new lies encrypted as
 * `files/ab/abcdef….aes`; what lies there plain or under an older key is read all the same. Throws when a key is missing.
 */
export async function openFolderStore(folder: string, keys: FileKeys | null = null): Promise<FileStore> {
  await checkMarker(folder, keys);
  const files = join(folder, 'files');
  const incoming = join(folder, 'incoming');
  await mkdir(files, { recursive: true, mode: 0o700 });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const places = openPlaces(files, keys);

  return {
    receive: (stream, limit) => receiveFile(stream, limit, join(incoming, randomUUID()), { keys, places }),
    open: (sha256, range) => openStored(places, sha256, range),
    has: async (sha256) => exists((await places.sourceOf(sha256)).path),
    sourceOf: places.sourceOf,
    reseal: (name, to) => resealFile(name, to, join(incoming, randomUUID()), { keys, places }),
    forgetOldKeys: (to) => writeMarker(folder, to === 'sealed' && keys ? [keys[0].id] : []),
    isWritable: () => canWrite(incoming),
    sweep: () => removeOld(incoming, silence),
    list: () => listBytes(files),
    remove: (name) => places.remove(name),
  };
}

async function receiveFile(stream: Readable, limit: number, path: string, { keys, places }: Sealing): Promise<ReceivedFile> {
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
    if (keys) await pipeline(stream, measure, sealing(keys[0]), writer);
    else await pipeline(stream, measure, writer);
    await flush(path);
  } catch (error) {
    // A file whose opening is still under way would appear after it was removed.
    await new Promise<void>((closed) => (writer.closed ? closed() : writer.once('close', closed)));
    await discard();
    throw error;
  }

  const sha256 = hash.digest('hex');
  const source: FileSource = { path, keys };
  return {
    ...{ sha256, size, head: Buffer.concat(head), source, discard },
    open: (range) => openSource(source, range),
    keep: () => keepFile(path, sha256, { keys, places }),
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

/** What lay there otherwise, plain or encrypted, goes once this is in its place. */
async function keepFile(path: string, sha256: string, { keys, places }: Sealing): Promise<void> {
  const form = keys ? 'sealed' : 'plain';
  await moveInto(path, places.placeOf(sha256, form));
  await rm(places.placeOf(sha256, form === 'sealed' ? 'plain' : 'sealed'), { force: true });
}

async function resealFile(name: string, to: 'sealed' | 'plain', path: string, { keys, places }: Sealing): Promise<boolean> {
  const source = await places.sourceOf(name);
  if (to === 'plain' && source.keys === null) return false;
  if (to === 'sealed' && (keys === null || (source.keys !== null && (await keyIdOf(source.path)) === keys[0].id))) return false;
  const rewriting: Sealing = { keys: to === 'sealed' ? keys : null, places };
  const received = await receiveFile(await openSource(source), Number.POSITIVE_INFINITY, path, rewriting);
  try {
    // What was changed where it lies must not become genuine by being written anew.
    if (received.sha256 !== name) throw new SealedFileTrouble('ERR_CHANGED', `${name} is not what was handed in.`);
    await received.keep();
    return true;
  } finally {
    await received.discard();
  }
}

async function moveInto(path: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(path, place);
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
