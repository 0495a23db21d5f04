import { PassThrough, type Readable } from 'node:stream';
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { FileBytes } from '../../storage/file-bytes.ts';

/** What was found in an archive; office documents are archives too. */
export type ArchiveFinding = 'bomb' | 'damaged' | 'macro' | 'encrypted';

const megabyte = 1024 * 1024;

/** What an archive may hold. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Archives within archives. */
  readonly depth: number;
  /** Bytes unpacked, all together, of an archive of that size. */
  unpacked(size: number): number;
}

const usualLimits: ArchiveLimits = {
  entries: 20_000,
  depth: 4,
  unpacked: (size) => Math.max(256 * megabyte, Math.min(size * 20, 10 * 1024 * megabyte)),
};

/** An archive within an archive is read in memory; a larger one counts as what it is, unread. */
const largestNested = 32 * megabyte;

/**
 * Unpacks a ZIP archive into nothing to learn what it would become. `null`: nothing is the matter. What the directory of the
 * archive promises is not believed; reading stops at the limit.
 */
export async function checkArchive(file: FileBytes, limits: ArchiveLimits = usualLimits): Promise<ArchiveFinding | null> {
  const reading: Reading = { limits, left: limits.unpacked(file.size), entries: 0, encrypted: false };
  try {
    await walk(await fromRandomAccessReaderPromise(new Reader(file), file.size, yauzlOptions), 1, reading);
  } catch (error) {
    if (error instanceof Found) return error.finding;
    return 'damaged';
  }
  return reading.encrypted ? 'encrypted' : null;
}

const yauzlOptions = { lazyEntries: true, autoClose: false } as const;

interface Reading {
  readonly limits: ArchiveLimits;
  left: number;
  entries: number;
  encrypted: boolean;
}

class Found extends Error {
  readonly finding: ArchiveFinding;

  constructor(finding: ArchiveFinding) {
    super(finding);
    this.finding = finding;
  }
}

class Reader extends RandomAccessReader {
  readonly #file: FileBytes;

  constructor(file: FileBytes) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const stream = new PassThrough();
    this.#file.open({ start, end: end - 1 }).then(
      (source) => {
        source.once('error', (error) => stream.destroy(error));
        stream.once('close', () => source.destroy());
        source.pipe(stream);
      },
      (error: Error) => stream.destroy(error),
    );
    return stream;
  }
}

async function walk(zip: ZipFile, depth: number, reading: Reading): Promise<void> {
  if (depth > reading.limits.depth) throw new Found('bomb');
  reading.entries += zip.entryCount;
  if (reading.entries > reading.limits.entries) throw new Found('bomb');
  for await (const entry of zip.eachEntry()) {
    if (isMacro(entry.fileName)) throw new Found('macro');
    if (entry.isEncrypted()) reading.encrypted = true;
    else await unpack(zip, entry, depth, reading);
  }
}

/** The projects of Office macros, sheets of old Excel macros, and the libraries of OpenDocument Basic. */
function isMacro(name: string): boolean {
  return /(^|\/)(vbaProject\.bin|macrosheets\/[^/]+|Basic\/[^/]+\/[^/]+\.xml)$/i.test(name);
}

/** Only these two ways of packing are read; others take their word for their size. */
const readable = new Set([0, 8]);

async function unpack(zip: ZipFile, entry: Entry, depth: number, reading: Reading): Promise<void> {
  if (entry.uncompressedSize > reading.left) throw new Found('bomb');
  if (!readable.has(entry.compressionMethod)) {
    reading.left -= entry.uncompressedSize;
    return;
  }
  const nested = new NestedArchive();
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    reading.left -= chunk.length;
    if (reading.left < 0) throw new Found('bomb');
    nested.take(chunk);
  }
  const archive = nested.bytes();
  if (archive) await walkNested(archive, depth + 1, reading);
}

/** What only begins like an archive is left as it is. */
async function walkNested(archive: Buffer, depth: number, reading: Reading): Promise<void> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(archive, yauzlOptions);
  } catch {
    return;
  }
  await walk(zip, depth, reading);
}

/** Collects an entry as long as it looks like an archive of its own. */
class NestedArchive {
  #chunks: Buffer[] | null = [];
  #size = 0;

  take(chunk: Buffer): void {
    if (this.#chunks === null) return;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > largestNested || (this.#size >= 4 && !this.#begins())) this.#chunks = null;
  }

  bytes(): Buffer | null {
    return this.#chunks && this.#size >= 4 ? Buffer.concat(this.#chunks) : null;
  }

  #begins(): boolean {
    if (this.#chunks && this.#chunks.length > 1 && (this.#chunks[0]?.length ?? 0) < 4)
      this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks?.[0]?.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) ?? false;
  }
}
